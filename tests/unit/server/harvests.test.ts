// What happens while a publication is made: it is outdated, or who asked for it leads no more. Another server may have done either.
import { expect, it } from 'vitest';
import type { AfterPage } from '@commonboard/shared/harvest/after-page-view.ts';
import { newHarvest } from '@commonboard/shared/harvest/harvest.ts';
import { boardIdSchema } from '@commonboard/shared/protocol/ids.ts';
import type { Exporter } from '@commonboard/server/export/exporter.ts';
import type { Harvested, MadeFile } from '@commonboard/server/export/harvest-job.ts';
import { createHarvests } from '@commonboard/server/harvest/harvests.ts';
import { createLog } from '@commonboard/server/ops/log.ts';
import type { HarvestStore } from '@commonboard/server/storage/harvest-store.ts';
import { MemoryHarvest } from '@commonboard/server/storage/memory-harvest.ts';
import type { Rooms } from '@commonboard/server/sync/rooms.ts';

const id = boardIdSchema.parse('AAAAAAAAAAAAAAAA');
const file = (text: string): MadeFile => ({ name: 'a', type: 'text/plain', bytes: new TextEncoder().encode(text) });
const source = {
  title: 'Gardens',
  template: null,
  edit: newHarvest().edit,
  now: 5,
  people: [],
  rounds: [],
  makers: {},
  order: [],
  pictures: [],
  missing: [],
  bare: [],
  state: new Uint8Array(),
  pngs: [],
  barePngs: [],
  withoutExamples: true,
};

/** Each export is made when the test says so. */
function opened() {
  const memory = new MemoryHarvest();
  const store: HarvestStore = {
    findHarvest: () => Promise.resolve(memory.find()),
    putHarvest: (_, harvest, files) => Promise.resolve(memory.put(harvest, files)),
    findHarvestFile: (_, name) => Promise.resolve(memory.file(name)),
    listNamed: () => Promise.resolve(memory.named()),
    putNamed: (_, participant, isNamed) => Promise.resolve(memory.putNamed(participant, isNamed)),
  };
  const making: ((made: Harvested) => void)[] = [];
  const exporter = {
    harvest: () => new Promise<Harvested>((resolve) => making.push(resolve)),
  } as unknown as Exporter;
  const rooms = { tell: () => undefined } as unknown as Rooms;
  const harvests = createHarvests({ store, exporter, rooms: () => rooms, stored: () => undefined, log: createLog() });
  const publish = async (
    revision: number,
    text: string,
    { mayStill = true, meanwhile = () => Promise.resolve() } = {},
  ) => {
    const by = { name: 'Lea', mayStill: () => Promise.resolve(mayStill), signal: new AbortController().signal };
    const outcome = harvests.publish(id, revision, source, by);
    await expect.poll(() => making.length).toBe(1);
    await meanwhile();
    making.pop()?.({ page: {} as AfterPage, files: [file(text)] });
    return outcome;
  };
  const held = () => new TextDecoder().decode(memory.file('a')?.bytes);
  return { harvests, publish, held };
}

it('[R208] what is outdated while it is made does not come out, and what was there before stays', async () => {
  const { harvests, publish, held } = opened();
  expect(await publish(0, 'first')).toBe('done');
  expect(await publish(1, 'second', { meanwhile: () => harvests.outdate(id, 1) })).toBe('moved-on');
  expect(held()).toBe('first');
  expect((await harvests.find(id)).published).toEqual({ at: 5, by: 'Lea' });
  // Another revision: what was begun under this one goes on.
  expect(await publish(2, 'third', { meanwhile: () => harvests.outdate(id, 1) })).toBe('done');
  expect(held()).toBe('third');
});

it('[R208] who leads no more when it is made does not publish', async () => {
  const { harvests, publish, held } = opened();
  expect(await publish(0, 'first', { mayStill: false })).toBe('not-yours');
  expect([(await harvests.find(id)).published, held()]).toEqual([null, '']);
});
