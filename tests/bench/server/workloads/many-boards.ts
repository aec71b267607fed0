// S6: many boards with one person each: memory, and what they cost while nothing happens.
import type { Figure } from '../figures.ts';
import { hocuspocus } from '../hocuspocus.ts';
import { ours } from '../ours.ts';
import { rest } from '../pace.ts';
import { cpuMs, memoryKb } from '../process-figures.ts';
import { pick, takeTurns } from '../rounds.ts';
import type { Seat } from '../contender.ts';
import type { Sizes } from '../sizes.ts';
import { Tally } from '../tally.ts';
import { tldrawSync } from '../tldraw-sync.ts';
import { yWebsocketServer } from '../y-websocket.ts';

const roundsMax = 3;

export async function manyBoards({ boards, idleMs, rounds }: Sizes): Promise<Figure[]> {
  const found = await takeTurns(
    [ours, yWebsocketServer, hocuspocus, tldrawSync],
    Math.min(rounds, roundsMax),
    async (contender) => {
      const { server, room: open } = await contender.start();
      try {
        const tally = new Tally();
        const seats: Seat[] = [];
        const enter = async (): Promise<void> => {
          const room = await open(null);
          const seat = await room.enter(1);
          seat.edit(tally.mark(1));
          seats.push(seat);
        };
        // What the first few boards need once is no board's.
        for (let i = 0; i < 20; i++) await enter();
        await rest(500);
        const before = memoryKb(server.pid());
        for (let i = 0; i < boards; i += 10) await Promise.all(Array.from({ length: Math.min(10, boards - i) }, enter));
        await rest(1_000);
        const kb = (memoryKb(server.pid()) - before) / boards;
        const start = cpuMs(server.pid());
        await rest(idleMs);
        const idle = cpuMs(server.pid()) - start;
        for (const { socket } of seats) socket.destroy();
        return { kb, idle };
      } finally {
        await server.stop();
      }
    },
  );
  const measure = `${boards} boards, one person each`;
  return [
    {
      id: 'S6',
      measure: `${measure}: memory of one`,
      unit: 'KB',
      values: pick(found, 'kb'),
      goals: { ratio: { most: 1.3, to: ['hocuspocus'] } },
    },
    {
      id: 'S6',
      measure: `${measure}: CPU in ${idleMs / 1000} s of rest`,
      unit: 'ms',
      values: pick(found, 'idle'),
      goals: { ratio: { most: 1, to: ['y-ws server', 'hocuspocus', 'tldraw sync'] } },
    },
  ];
}
