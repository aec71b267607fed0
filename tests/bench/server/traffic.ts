// People who drag in one room: what it costs the server per delivery, how long each takes, and whether all of it arrives.
import type { BenchRoom, RunningContender, Seat } from './contender.ts';
import { pace, rest, waitUntil } from './pace.ts';
import { cpuMs } from './process-figures.ts';
import type { Measured } from './rounds.ts';
import { percentile, Tally } from './tally.ts';

export interface Traffic {
  people: number;
  /** The first so many of them write. */
  writers: number;
  /** Of each writer. */
  perSecond: number;
  ms: number;
}

const sampledReaders = 5;
const arriveMsMax = 20_000;

/** `cpuUs` of one delivery, `p50` and `p99` in ms, `share` that arrived. */
export async function measureTraffic(
  { server }: RunningContender,
  room: BenchRoom,
  traffic: Traffic,
): Promise<Measured> {
  const { people, writers, perSecond, ms } = traffic;
  const tally = new Tally();
  const seats = await takeSeats(room, people, (number) => (frame) => {
    tally.hear(frame, number, number >= people - sampledReaders);
  });
  await rest(200);
  const before = cpuMs(server.pid());
  await pace(writers * perSecond, ms, (count) => {
    const writer = count % writers;
    seats[writer]?.edit(tally.mark(writer));
  });
  const expected = tally.sent * (people - 1);
  await waitUntil(() => tally.heard >= expected, arriveMsMax);
  const spent = cpuMs(server.pid()) - before;
  for (const { socket } of seats) socket.destroy();
  return {
    cpuUs: (spent * 1000) / tally.heard,
    p50: percentile(tally.delays, 0.5),
    p99: percentile(tally.delays, 0.99),
    share: (tally.heard / expected) * 100,
  };
}

/** Ten at a time. */
export async function takeSeats(
  room: BenchRoom,
  people: number,
  hear: (number: number) => (frame: Buffer, seat: Seat | undefined) => void,
): Promise<Seat[]> {
  const seats: Seat[] = [];
  for (let from = 0; from < people; from += 10) {
    const group = Array.from({ length: Math.min(10, people - from) }, (_, i) => from + i);
    const taken = await Promise.all(
      group.map((number) => {
        const listen = hear(number);
        return room.enter(number, (frame) => listen(frame, seats[number]));
      }),
    );
    seats.push(...taken);
  }
  return seats;
}
