// S1, S2 and S8: one writer and many readers; all write and all read; the same without a disk.
import { boardOf } from '../board-content.ts';
import type { Contender } from '../contender.ts';
import type { Figure } from '../figures.ts';
import { hocuspocus } from '../hocuspocus.ts';
import { ours, oursInMemory } from '../ours.ts';
import { pick, type Measured, type Medians, type Servers, takeTurns } from '../rounds.ts';
import type { Sizes } from '../sizes.ts';
import { tldrawSync } from '../tldraw-sync.ts';
import { measureTraffic, type Traffic } from '../traffic.ts';
import { yWebsocket2, yWebsocketServer } from '../y-websocket.ts';

export async function oneWriter(sizes: Sizes, servers: Servers): Promise<Figure[]> {
  const { readers, writeMs } = sizes;
  const traffic = { people: readers + 1, writers: 1, perSecond: 200, ms: writeMs };
  const found = await compare([ours, yWebsocketServer, yWebsocket2, hocuspocus, tldrawSync], traffic, sizes, servers);
  const measure = `one writes 200/s to ${readers}`;
  return [
    {
      id: 'S1',
      measure: `${measure}: CPU of a delivery`,
      unit: 'us',
      values: pick(found, 'cpuUs'),
      goals: { ratio: { most: 0.8, to: ['y-ws server'] } },
    },
    { id: 'S1', measure: `${measure}: p99`, unit: 'ms', values: pick(found, 'p99'), goals: { most: 25 } },
    { id: 'S1', measure: `${measure}: arrived`, unit: '%', values: pick(found, 'share'), goals: { least: 100 } },
  ];
}

export async function allWrite(sizes: Sizes, servers: Servers): Promise<Figure[]> {
  const { people, writeMs } = sizes;
  const traffic = { people, writers: people, perSecond: 20, ms: writeMs };
  const found = await compare([ours, oursInMemory, hocuspocus, tldrawSync], traffic, sizes, servers);
  const measure = `${people} people, 20/s each`;
  return [
    {
      id: 'S2',
      measure: `${measure}: CPU of a delivery`,
      unit: 'us',
      values: pick(found, 'cpuUs'),
      goals: { ratio: { most: 0.6, to: ['hocuspocus', 'tldraw sync'] } },
    },
    { id: 'S2', measure: `${measure}: p99`, unit: 'ms', values: pick(found, 'p99'), goals: { most: 50 } },
    { id: 'S2', measure: `${measure}: arrived`, unit: '%', values: pick(found, 'share'), goals: { least: 100 } },
    {
      id: 'S8',
      measure: 'the same, storage on to off: CPU of a delivery',
      unit: 'us',
      values: justOurs(found, 'cpuUs'),
      goals: { ratio: { most: 1.25, to: ['ours, memory'] } },
    },
    {
      id: 'S8',
      measure: 'the same, storage on to off: p99',
      unit: 'ms',
      values: justOurs(found, 'p99'),
      goals: { ratio: { most: 1.25, to: ['ours, memory'] } },
    },
  ];
}

function justOurs(found: Medians, name: string): Figure['values'] {
  const { ours: stored, 'ours, memory': inMemory } = pick(found, name);
  return { ours: stored ?? Number.NaN, 'ours, memory': inMemory ?? Number.NaN };
}

async function compare(
  contenders: readonly Contender[],
  traffic: Traffic,
  { rounds, boardShapes }: Sizes,
  servers: Servers,
): Promise<Medians> {
  const measure = async (contender: Contender): Promise<Measured> => {
    const running = await servers.get(contender);
    return measureTraffic(running, await running.room(boardOf(boardShapes)), traffic);
  };
  // The first turn of each does not count: code is still being compiled.
  for (const contender of contenders) await measure(contender);
  return takeTurns(contenders, rounds, measure);
}
