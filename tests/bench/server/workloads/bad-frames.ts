// S14: a flood of frames that nobody can read: what it leaves in the log, and what honest people notice of it.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import type { Flood } from '../bad-frame-sender.ts';
import { boardOf } from '../board-content.ts';
import type { BenchRoom, Door } from '../contender.ts';
import type { Figure } from '../figures.ts';
import { ours } from '../ours.ts';
import { rest } from '../pace.ts';
import { pick, takeTurns } from '../rounds.ts';
import type { Sizes } from '../sizes.ts';
import { percentile } from '../tally.ts';
import { yWebsocketServer } from '../y-websocket.ts';
import { probe } from './calm-board.ts';

const roundsMax = 3;
/** One after the other: one takes little more than a second, in which there are few honest edits. */
const floods = 5;
/** Of one person, before ours would not let them in any more: all frames are to get in. */
const entriesEach = Math.floor(limits.entriesBurst / (1 + limits.entriesForUnreadable));

export async function badFrames({ badFrames: frames, boardShapes, rounds, calmEdits }: Sizes): Promise<Figure[]> {
  const found = await takeTurns([ours, yWebsocketServer], Math.min(rounds, roundsMax), async (contender) => {
    const { server, room: open } = await contender.start();
    try {
      const room = await open(boardOf(boardShapes));
      const calm = await probe(room, 30, (count) => count < calmEdits);
      const before = server.output().length;
      const delays: number[] = [];
      let sent = 0;
      for (let flood = 0; flood < floods; flood++) {
        const doors = await doorsOf(room, Math.ceil(frames / entriesEach));
        let isOver = false;
        const flooding = send({ doors, frames }).finally(() => {
          isOver = true;
        });
        delays.push(...(await probe(room, 30, () => !isOver)));
        sent += await flooding;
      }
      await rest(300);
      return {
        logBytes: server.output().length - before,
        slower: percentile(delays, 0.99) / percentile(calm, 0.99),
        sent: (sent / frames / floods) * 100,
        alive: (await stillLetsIn(room)) ? 100 : 0,
      };
    } finally {
      await server.stop();
    }
  });
  const measure = `${floods} x ${frames} frames that cannot be read`;
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
    { id: 'S14', measure: `${measure}: of them sent`, unit: '%', values: pick(found, 'sent') },
    { id: 'S14', measure: `${measure}: alive`, unit: '%', values: pick(found, 'alive'), goals: { least: 100 } },
  ];
}

function doorsOf(room: BenchRoom, count: number): Promise<Door[]> {
  return Promise.all(
    Array.from({ length: count }, () => {
      if (!room.door) throw new Error('This one is not flooded.');
      return room.door();
    }),
  );
}

async function stillLetsIn(room: BenchRoom): Promise<boolean> {
  const { socket } = await room.enter(3);
  const isOpen = socket.open;
  socket.destroy();
  return isOpen;
}

/** How many of the frames got to an open socket. */
async function send(flood: Flood): Promise<number> {
  const sender = fork(new URL('../bad-frame-sender.ts', import.meta.url));
  sender.send(flood);
  const [sent] = (await Promise.race([
    once(sender, 'message'),
    once(sender, 'exit').then(([code]) => Promise.reject(new Error(`The flood ended early, with ${code}.`))),
  ])) as [number];
  return sent;
}
