// S14: a flood of frames that nobody can read: what it leaves in the log, and what honest people notice of it.
import { encodeSyncFrame } from '@commonboard/shared/protocol/sync-frame.ts';
import { between, randomFrom } from '../../../support/seeded-random.ts';
import { boardOf } from '../board-content.ts';
import type { BenchRoom, Seat } from '../contender.ts';
import type { Figure } from '../figures.ts';
import { ours } from '../ours.ts';
import { rest } from '../pace.ts';
import { pick, takeTurns } from '../rounds.ts';
import type { Sizes } from '../sizes.ts';
import { percentile } from '../tally.ts';
import { yWebsocketServer } from '../y-websocket.ts';
import { YjsPen } from '../yjs-pen.ts';
import { probe } from './calm-board.ts';

const attackers = 10;
const roundsMax = 3;

export async function badFrames({ badFrames: frames, boardShapes, rounds, calmEdits }: Sizes): Promise<Figure[]> {
  const found = await takeTurns([ours, yWebsocketServer], Math.min(rounds, roundsMax), async (contender) => {
    const { server, room: open } = await contender.start();
    try {
      const room = await open(boardOf(boardShapes));
      const calm = await probe(room, 30, (count) => count < calmEdits);
      const before = server.output().length;
      let isOver = false;
      const flood = attack(room, frames).finally(() => {
        isOver = true;
      });
      const delays = await probe(room, 30, () => !isOver);
      await flood;
      await rest(300);
      return {
        logBytes: server.output().length - before,
        slower: percentile(delays, 0.99) / percentile(calm, 0.99),
        // It still lets somebody in.
        alive: (await room.enter(3)).socket.open ? 100 : 0,
      };
    } finally {
      await server.stop();
    }
  });
  const measure = `${frames} frames that cannot be read`;
  return [
    {
      id: 'S14',
      measure: `${measure}: bytes in the log`,
      unit: 'B',
      values: pick(found, 'logBytes'),
      goals: { ratio: { most: 0.01, to: ['y-ws server'] } },
    },
    {
      id: 'S14',
      measure: `${measure}: honest p99 to a calm one`,
      unit: 'x',
      values: pick(found, 'slower'),
      goals: { most: 2 },
    },
    { id: 'S14', measure: `${measure}: alive`, unit: '%', values: pick(found, 'alive'), goals: { least: 100 } },
  ];
}

/** Some people, one after the other frame; who is sent away comes back. */
async function attack(room: BenchRoom, frames: number): Promise<void> {
  const random = randomFrom(14);
  const bad = Array.from({ length: frames }, (_, i) => badFrame(i, (most) => between(random, 0, most)));
  await Promise.all(
    Array.from({ length: attackers }, async (_, attacker) => {
      let seat: Seat | null = null;
      for (let i = attacker; i < frames; i += attackers) {
        if (!seat?.socket.open) seat = await room.enter(100 + attacker).catch(() => null);
        seat?.socket.send(bad[i] ?? '');
        await rest(5);
      }
      seat?.socket.destroy();
    }),
  );
}

/** Eighteen kinds. */
function badFrame(number: number, below: (most: number) => number): Uint8Array | string {
  const noise = (length: number): Uint8Array => Uint8Array.from({ length }, () => below(255));
  const honest = (): Uint8Array => encodeSyncFrame('update', new YjsPen(number).first);
  const kinds: readonly (() => Uint8Array | string)[] = [
    () => new Uint8Array(),
    () => 'text',
    () => '{"type":"ping"}',
    () => noise(1),
    () => noise(64),
    () => noise(2_000),
    () => Uint8Array.of(0),
    () => Uint8Array.of(0, 0),
    () => Uint8Array.of(0, 2, 200),
    () => Uint8Array.of(0, 9, 1, 0),
    () => Uint8Array.of(1, 255, 255, 255, 255, 15),
    () => Uint8Array.of(7, 1, 2, 3),
    () => honest().slice(0, -3),
    () => Uint8Array.of(...honest(), 1, 2, 3),
    () => encodeSyncFrame('update', noise(40)),
    () => encodeSyncFrame('step2', noise(40)),
    () => encodeSyncFrame('step1', noise(40)),
    () => Uint8Array.of(0, 2, ...Array.from({ length: 10 }, () => 255), 1),
  ];
  return kinds[number % kinds.length]?.() ?? '';
}
