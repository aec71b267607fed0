// S3: cursors alone.
import { boardOf } from '../board-content.ts';
import type { Figure } from '../figures.ts';
import { hocuspocus } from '../hocuspocus.ts';
import { ours } from '../ours.ts';
import { pace, rest } from '../pace.ts';
import { cpuMs } from '../process-figures.ts';
import { pick, type Servers, takeTurns } from '../rounds.ts';
import type { Sizes } from '../sizes.ts';
import { tldrawSync } from '../tldraw-sync.ts';
import { takeSeats } from '../traffic.ts';
import { yWebsocketServer } from '../y-websocket.ts';

const perSecond = 10;

export async function cursors(
  { cursors: people, writeMs, boardShapes, rounds }: Sizes,
  servers: Servers,
): Promise<Figure[]> {
  const found = await takeTurns([ours, yWebsocketServer, hocuspocus, tldrawSync], rounds, async (contender) => {
    const running = await servers.get(contender);
    const room = await running.room(boardOf(boardShapes));
    let heard = 0;
    const seats = await takeSeats(room, people, () => (frame, seat) => {
      heard += seat?.cursorsIn(frame) ?? 0;
    });
    for (const seat of seats) seat.point(1, 1);
    await rest(500);
    const before = cpuMs(running.server.pid());
    heard = 0;
    await pace(people * perSecond, writeMs, (count) => {
      const step = Math.floor(count / people);
      seats[count % people]?.point((count * 7.3) % 1_400, 10 + step);
    });
    await rest(500);
    const spent = cpuMs(running.server.pid()) - before;
    for (const { socket } of seats) socket.destroy();
    const offered = ((people * perSecond * writeMs) / 1000) * (people - 1);
    return { cpuUs: (spent * 1000) / heard, share: (heard / offered) * 100 };
  });
  const measure = `${people} cursors at ${perSecond} Hz`;
  return [
    {
      id: 'S3',
      measure: `${measure}: CPU of a delivery`,
      unit: 'us',
      values: pick(found, 'cpuUs'),
      goals: { ratio: { most: 0.5, to: ['tldraw sync'] } },
    },
    // The latest counts: what a newer one has overtaken need not arrive.
    { id: 'S3', measure: `${measure}: passed on`, unit: '%', values: pick(found, 'share') },
  ];
}
