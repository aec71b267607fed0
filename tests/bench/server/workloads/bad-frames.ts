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
/** At least, that go out on one connection before it is closed. */
const framesAnEntry = 5;
/** Of one person, before ours would not let them in any more: all frames are to get in. */
const entriesEach = Math.floor(limits.entriesBurst / (1 + limits.entriesForUnreadable));

export async function badFrames(sizes: Sizes): Promise<Figure[]> {
  const found = await takeTurns([ours, yWebsocketServer], Math.min(sizes.rounds, roundsMax), async (contender) => {
    const { server, room: open } = await contender.start();
    try {
      const room = await open(boardOf(sizes.boardShapes));
      const calm = percentile(await probe(room, 30, (count) => count < sizes.calmEdits), 0.99);
      const before = server.output().length;
      const staying = await floodAgain(room, sizes.badFrames, false);
      await rest(300);
      const logBytes = server.output().length - before;
      // A board takes so many people.
      const hangingUp = await floodAgain(await open(boardOf(sizes.boardShapes)), sizes.badFrames, true);
      return {
        logBytes,
        slower: percentile(staying.delays, 0.99) / calm,
        slowerByMany: percentile(hangingUp.delays, 0.99) / calm,
        sent: ((staying.sent + hangingUp.sent) / (2 * floods * sizes.badFrames)) * 100,
        alive: (await stillLetsIn(room)) ? 100 : 0,
      };
    } finally {
      await server.stop();
    }
  });
  const measure = `${floods} x ${sizes.badFrames} frames that cannot be read`;
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
    { id: 'S14', measure: 'the same, a connection for each frame', unit: 'x', values: pick(found, 'slowerByMany') },
    { id: 'S14', measure: 'of all these frames sent', unit: '%', values: pick(found, 'sent') },
    { id: 'S14', measure: 'alive', unit: '%', values: pick(found, 'alive'), goals: { least: 100 } },
  ];
}

/** ms that honest edits took while the floods lasted, and how many frames got to an open socket. */
async function floodAgain(
  room: BenchRoom,
  frames: number,
  hangUp: boolean,
): Promise<{ delays: number[]; sent: number }> {
  const delays: number[] = [];
  let sent = 0;
  for (let count = 0; count < floods; count++) {
    const doors = await doorsOf(room, Math.ceil((hangUp ? frames : frames / framesAnEntry) / entriesEach));
    const flood = await prepare({ doors, frames, hangUp });
    let isOver = false;
    const during = await probe(room, 30, (edits) => {
      if (edits === 1) {
        void flood.begin().finally(() => {
          isOver = true;
        });
      }
      return !isOver;
    });
    delays.push(...during);
    sent += await flood.begin();
  }
  return { delays, sent };
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

/** In a process that is up and has its frames. `begin` resolves with how many of them got to an open socket; it begins once. */
async function prepare(flood: Flood): Promise<{ begin: () => Promise<number> }> {
  const sender = fork(new URL('../bad-frame-sender.ts', import.meta.url));
  const said = async (): Promise<unknown> => {
    const ended = once(sender, 'exit').then(([code]) => {
      throw new Error(`The flood ended early, with ${code}.`);
    });
    const [word] = await Promise.race([once(sender, 'message'), ended]);
    return word;
  };
  sender.send(flood);
  await said();
  let sent: Promise<number> | null = null;
  return {
    begin: () => {
      if (!sent) sender.send('begin');
      return (sent ??= said().then(Number));
    },
  };
}
