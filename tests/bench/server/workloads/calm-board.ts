// S7 and S12: how long one edit takes in a calm board, alone and while another board of the server is full of people.
import { boardOf } from '../board-content.ts';
import type { BenchRoom } from '../contender.ts';
import type { Figure } from '../figures.ts';
import { hocuspocus } from '../hocuspocus.ts';
import { ours } from '../ours.ts';
import { rest, waitUntil } from '../pace.ts';
import { pick, type Servers, takeTurns } from '../rounds.ts';
import type { Sizes } from '../sizes.ts';
import { percentile, Tally } from '../tally.ts';
import { tldrawSync } from '../tldraw-sync.ts';
import { measureTraffic } from '../traffic.ts';
import { yWebsocketServer } from '../y-websocket.ts';

export async function loneEdit({ loneEdits, boardShapes, rounds }: Sizes, servers: Servers): Promise<Figure[]> {
  const found = await takeTurns([ours, yWebsocketServer, hocuspocus, tldrawSync], rounds, async (contender) => {
    const { room: open } = await servers.get(contender);
    const delays = await probe(await open(boardOf(boardShapes)), 60, (count) => count < loneEdits);
    return { p50: percentile(delays, 0.5) };
  });
  return [
    {
      id: 'S7',
      measure: 'one edit in a calm board: p50',
      unit: 'ms',
      values: pick(found, 'p50'),
      goals: { ratio: { most: 1.2, to: ['y-ws server'] } },
    },
  ];
}

export async function besideACrowd(sizes: Sizes, servers: Servers): Promise<Figure[]> {
  const { people, writeMs, boardShapes, rounds } = sizes;
  const found = await takeTurns([ours, yWebsocketServer, hocuspocus], rounds, async (contender) => {
    const running = await servers.get(contender);
    const [calm, busy] = [await running.room(boardOf(boardShapes)), await running.room(boardOf(boardShapes))];
    let isBusy = true;
    const traffic = measureTraffic(running, busy, { people, writers: people, perSecond: 20, ms: writeMs }).finally(
      () => {
        isBusy = false;
      },
    );
    const delays = await probe(calm, 30, () => isBusy);
    await traffic;
    return { p99: percentile(delays, 0.99) };
  });
  return [
    {
      id: 'S12',
      measure: `one edit in a calm board, ${people} drag in another: p99`,
      unit: 'ms',
      values: pick(found, 'p99'),
      goals: { ratio: { most: 0.1, to: ['y-ws server'] } },
    },
  ];
}

/** Not counted: the first brings the writer's shape along, and no server has run what it takes before. */
const warmingEdits = 3;

/** ms that each edit took, one about every `everyMs`. */
export async function probe(room: BenchRoom, everyMs: number, goOn: (count: number) => boolean): Promise<number[]> {
  const tally = new Tally();
  const writer = await room.enter(1);
  const reader = await room.enter(2, (frame) => tally.hear(frame, 2, true));
  const writeUntil = async (isDone: (count: number) => boolean): Promise<void> => {
    for (let count = 0; !isDone(count); count++) {
      writer.edit(tally.mark(1));
      await rest(everyMs * (0.75 + (count % 5) / 8));
    }
    await waitUntil(() => tally.heard >= tally.sent);
  };
  await writeUntil((count) => count === warmingEdits);
  tally.delays.length = 0;
  await writeUntil((count) => count > 0 && !goOn(count));
  for (const { socket } of [writer, reader]) socket.destroy();
  return tally.delays;
}
