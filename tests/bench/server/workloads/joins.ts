// S4: many open one large board at once.
import { boardOf } from '../board-content.ts';
import type { BenchRoom, ContenderName } from '../contender.ts';
import type { Figure } from '../figures.ts';
import { hocuspocus } from '../hocuspocus.ts';
import { ours, oursBySocket } from '../ours.ts';
import { rest } from '../pace.ts';
import { cpuMs } from '../process-figures.ts';
import { pick, type Servers, takeTurns } from '../rounds.ts';
import type { Sizes } from '../sizes.ts';
import { Tally } from '../tally.ts';
import { tldrawSync } from '../tldraw-sync.ts';
import { yWebsocket2, yWebsocketServer } from '../y-websocket.ts';

const others: readonly ContenderName[] = ['y-ws server', 'y-ws 2', 'hocuspocus', 'tldraw sync'];

export async function joins({ joiners, largeBoardShapes, rounds }: Sizes, servers: Servers): Promise<Figure[]> {
  const board = boardOf(largeBoardShapes);
  const rooms = new Map<ContenderName, BenchRoom>();
  const contenders = [ours, oursBySocket, yWebsocketServer, yWebsocket2, hocuspocus, tldrawSync];
  const found = await takeTurns(contenders, rounds, async (contender) => {
    const { server, room: open } = await servers.get(contender);
    const room = rooms.get(contender.name) ?? (await open(board));
    rooms.set(contender.name, room);
    // Somebody is there and has just changed something: nobody may serve what was made for the last round.
    const tally = new Tally();
    const host = await room.enter(0xff0);
    host.edit(tally.mark(0xff0));
    await rest(200);
    const before = cpuMs(server.pid());
    const start = performance.now();
    const seats = await Promise.all(Array.from({ length: joiners }, (_, number) => room.enter(number)));
    const lastMs = performance.now() - start;
    await rest(100);
    const spent = cpuMs(server.pid()) - before;
    const complete = seats.every((seat) => seat.board.length >= host.board.length * 0.99);
    for (const { socket } of seats) socket.destroy();
    rooms.set(contender.name, keptBy(room, host));
    return { cpuMs: spent / joiners, lastMs, complete: complete ? 100 : 0 };
  });
  const measure = `${joiners} open a board of ${Math.round(board.update.length / 1e5) / 10} MB at once`;
  return [
    {
      id: 'S4',
      measure: `${measure}: CPU of one`,
      unit: 'ms',
      values: pick(found, 'cpuMs'),
      goals: { ratio: { most: 0.35, to: others } },
    },
    {
      id: 'S4',
      measure: `${measure}: the last has it`,
      unit: 'ms',
      values: pick(found, 'lastMs'),
      goals: { ratio: { most: 0.35, to: others } },
    },
    { id: 'S4', measure: `${measure}: whole`, unit: '%', values: pick(found, 'complete'), goals: { least: 100 } },
  ];
}

/** The host stays until the next one is there, so that no server forgets the board. */
function keptBy(room: BenchRoom, host: { socket: { destroy(): void } }): BenchRoom {
  let isKept = true;
  return {
    enter: async (seat, hear) => {
      const entered = await room.enter(seat, hear);
      if (isKept) host.socket.destroy();
      isKept = false;
      return entered;
    },
  };
}
