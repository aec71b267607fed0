// S9 and S10: how much goes to the disk for what was edited, and what a power cut takes.
import { boardOf } from '../board-content.ts';
import type { Contender, RunningContender } from '../contender.ts';
import type { Figure } from '../figures.ts';
import { hocuspocus } from '../hocuspocus.ts';
import { ours, oursBySocket } from '../ours.ts';
import { pace, rest } from '../pace.ts';
import { writtenBytes } from '../process-figures.ts';
import { pick, takeTurns } from '../rounds.ts';
import type { Sizes } from '../sizes.ts';
import { Tally } from '../tally.ts';
import { yWebsocket2 } from '../y-websocket.ts';

/** One drag of half a second, every three seconds. */
const dragEveryMs = 3_000;
const dragSteps = 10;
const stepBytes = 75;

/** All at once, in one run: it takes its time and no CPU. */
export async function diskBytes({ diskMs, largeBoardShapes }: Sizes): Promise<Figure[]> {
  const board = boardOf(largeBoardShapes);
  const measured = await Promise.all(
    [ours, yWebsocket2, hocuspocus].map(async (contender) => {
      const { server, room: open } = await contender.start({ stored: true });
      try {
        const room = await open(board);
        const seat = await room.enter(1);
        const tally = new Tally();
        // Until what the filling has left to do is done.
        await rest(Math.min(diskMs, 5_000));
        const before = writtenBytes(server.pid());
        for (let passed = 0; passed < diskMs; passed += dragEveryMs) {
          await pace(20, (dragSteps / 20) * 1000, () => seat.edit(tally.mark(1)));
          await rest(dragEveryMs - (dragSteps / 20) * 1000);
        }
        const bytes = writtenBytes(server.pid()) - before;
        seat.socket.destroy();
        return [contender.name, bytes / (tally.sent * stepBytes)] as const;
      } finally {
        await server.stop();
      }
    }),
  );
  return [
    {
      id: 'S9',
      measure: `to the disk for each byte edited on a large board, ${Math.round(diskMs / 1000)} s (others stored)`,
      unit: 'B',
      values: Object.fromEntries(measured),
      goals: { ratio: { most: 0.05, to: ['hocuspocus'] } },
    },
  ];
}

export async function powerCut({ boardShapes, writeMs, rounds }: Sizes): Promise<Figure[]> {
  const found = await takeTurns([ours, yWebsocket2, hocuspocus], Math.min(rounds, 3), (contender) =>
    lostAt(contender, boardShapes, writeMs),
  );
  return [
    {
      id: 'S10',
      measure: 'kill -9 with the clients gone: age of the oldest edit that is lost (others stored)',
      unit: 'ms',
      values: pick(found, 'lostMs'),
      goals: { most: 100 },
    },
  ];
}

async function lostAt(contender: Contender, shapes: number, writeMs: number): Promise<{ lostMs: number }> {
  // The state over HTTP may be a moment old; here it is the newest that counts.
  const start = contender === ours ? oursBySocket : contender;
  const { server, room: open }: RunningContender = await start.start({ stored: true });
  try {
    const room = await open(boardOf(shapes));
    const seat = await room.enter(1);
    const tally = new Tally();
    const sent: { marker: string; at: number }[] = [];
    await pace(100, writeMs, () => {
      const marker = tally.mark(1);
      seat.edit(marker);
      sent.push({ marker, at: performance.now() });
    });
    const cutAt = performance.now();
    await server.kill9();
    seat.socket.destroy();
    await server.restart();
    const { board, socket } = await room.enter(2);
    socket.destroy();
    // The document holds the latest place of the shape, and all before it.
    const newest = sent.findLastIndex(({ marker }) => board.includes(marker));
    const lost = sent[newest + 1];
    return { lostMs: lost ? cutAt - lost.at : 0 };
  } finally {
    await server.stop();
  }
}
