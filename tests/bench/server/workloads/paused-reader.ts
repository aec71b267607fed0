// S5: somebody who does not read while much passes: what they cost in memory, and whether they catch up.
import { boardOf } from '../board-content.ts';
import type { Contender } from '../contender.ts';
import type { Figure } from '../figures.ts';
import { hocuspocus } from '../hocuspocus.ts';
import { ours } from '../ours.ts';
import { pace, waitUntil } from '../pace.ts';
import { memoryKb } from '../process-figures.ts';
import { pick, takeTurns } from '../rounds.ts';
import type { Sizes } from '../sizes.ts';
import { Tally } from '../tally.ts';
import { tldrawSync } from '../tldraw-sync.ts';
import { yWebsocketServer } from '../y-websocket.ts';

const writers = 4;
const editBytes = 64 * 1024;
const mbPerSecond = 20;
const roundsMax = 3;

export async function pausedReader({ passingMb, boardShapes, rounds }: Sizes): Promise<Figure[]> {
  const found = await takeTurns(
    [ours, yWebsocketServer, hocuspocus, tldrawSync],
    Math.min(rounds, roundsMax),
    async (contender) => {
      const calm = await growth(contender, passingMb, boardShapes, false);
      const paused = await growth(contender, passingMb, boardShapes, true);
      return { mb: Math.max(paused.mb - calm.mb, 0), caughtUp: paused.caughtUp ? 100 : 0 };
    },
  );
  const measure = `${passingMb} MB pass a reader who does not read`;
  return [
    {
      id: 'S5',
      measure: `${measure}: memory it takes`,
      unit: 'MB',
      values: pick(found, 'mb'),
      goals: { ratio: { most: 0.15, to: ['y-ws server', 'hocuspocus', 'tldraw sync'] } },
    },
    {
      id: 'S5',
      measure: `${measure}: has all of it later`,
      unit: '%',
      values: pick(found, 'caughtUp'),
      goals: { least: 100 },
    },
  ];
}

/** In a server of its own, so that nothing is left from before. */
async function growth(
  contender: Contender,
  passingMb: number,
  shapes: number,
  isPaused: boolean,
): Promise<{ mb: number; caughtUp: boolean }> {
  const { server, room: open } = await contender.start();
  try {
    const room = await open(boardOf(shapes));
    const tally = new Tally();
    const last = new Map<number, string>();
    const [missing, missingHere] = [new Set<number>(), new Set<number>()];
    // Who falls behind may get many as one: what counts is the last of each writer.
    const strike = (of: Set<number>, frame: Buffer): void => {
      for (const writer of of) if (frame.includes(last.get(writer) ?? '-')) of.delete(writer);
    };
    const seats = await Promise.all(Array.from({ length: writers }, (_, number) => room.enter(number)));
    const active = await room.enter(90, (frame) => strike(missingHere, frame));
    const reader = await room.enter(91, (frame) => strike(missing, frame));
    const before = memoryKb(server.pid());
    if (isPaused) reader.socket.pause();
    const edits = Math.ceil((passingMb * 1024 * 1024) / editBytes);
    await pace((mbPerSecond * 1024 * 1024) / editBytes, (passingMb / mbPerSecond) * 1000, (count) => {
      const writer = count % writers;
      const marker = tally.mark(writer);
      if (count >= edits - writers) {
        last.set(writer, marker);
        missing.add(writer);
        missingHere.add(writer);
      }
      seats[writer]?.edit(marker, String.fromCharCode(97 + (count % 26)).repeat(editBytes));
    });
    await waitUntil(() => missingHere.size === 0);
    const mb = (memoryKb(server.pid()) - before) / 1024;
    reader.socket.resume();
    const caughtUp = (await waitUntil(() => missing.size === 0)) && missingHere.size === 0;
    for (const { socket } of [...seats, active, reader]) socket.destroy();
    return { mb, caughtUp };
  } finally {
    await server.stop();
  }
}
