// What this device's copy says it keeps is in its rows, whatever the writes come to. Real documents; only the database is
// the test's own: each write waits until the test lets it succeed or fail.
import { openOfflineCopy, type OfflineCopy } from '@commonboard/client/sync/offline-copy.ts';
import type { CopyWrite } from '@commonboard/client/sync/copy-database.ts';
import { boardIdSchema, participantIdSchema } from '@commonboard/shared/protocol/ids.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';

interface AskedWrite extends CopyWrite {
  end: (isDone: boolean) => void;
}

const disk = vi.hoisted(() => ({
  rows: new Map<number, Uint8Array>(),
  lastKey: 0,
  round: 0,
  asked: [] as AskedWrite[],
}));

vi.mock(import('@commonboard/client/sync/copy-database.ts'), async (original) => ({
  ...(await original()),
  openCopyDatabase: async () => ({ close: () => undefined }) as never,
  readCopy: async () => ({
    keys: [...disk.rows.keys()],
    rows: [...disk.rows.values()],
    about: new Map([['round', disk.round]]),
  }),
  writeCopy: async (_database, asked) =>
    await new Promise((resolve, reject) => {
      const end = (isDone: boolean): void => {
        if (!isDone) return reject(new Error('The disk is full.'));
        for (const key of asked.replaced) disk.rows.delete(key);
        const key = asked.row && ++disk.lastKey;
        if (asked.row && key !== null) disk.rows.set(key, asked.row);
        resolve({ key, round: disk.round });
      };
      disk.asked.push({ ...asked, end });
    }),
}));

const owner = {
  id: boardIdSchema.parse('b'.repeat(16)),
  participantId: participantIdSchema.parse(`p${'b'.repeat(16)}`),
  mayEdit: true,
};
let copy: OfflineCopy;

beforeEach(async () => {
  vi.useFakeTimers();
  Object.assign(disk, { rows: new Map(), lastKey: 0, round: 0, asked: [] });
  copy = await openOfflineCopy(owner);
  copy.doc.on('update', (update: Uint8Array) => copy.keep(update, true));
});

afterEach(() => {
  copy.stop();
  vi.useRealTimers();
});

function make(name: string): void {
  copy.doc.getMap('made').set(name, true);
}

/** The oldest write that is under way. */
async function write(end: 'succeeds' | 'fails'): Promise<CopyWrite> {
  const [asked] = disk.asked.splice(0, 1);
  if (!asked) throw new Error('Nothing is being written.');
  asked.end(end === 'succeeds');
  await vi.advanceTimersByTimeAsync(0);
  return asked;
}

async function allWrites(end: 'succeeds' | 'fails'): Promise<void> {
  while (disk.asked.length > 0) await write(end);
}

async function retryComes(): Promise<void> {
  await vi.advanceTimersByTimeAsync(limits.offlineCopyRetryMs);
}

/** What the next page would find. */
function onDisk(): string[] {
  const doc = new Y.Doc();
  for (const row of disk.rows.values()) Y.applyUpdate(doc, row);
  return [...doc.getMap('made').keys()].toSorted();
}

test('what was made while a failed write is tried again is kept too, and all after it', async () => {
  make('one');
  await write('fails');
  expect(copy.notKept()).toBeNull();
  await retryComes();
  make('two');
  await write('succeeds');
  expect(onDisk()).toEqual(['one']);
  expect(copy.notKept()).toBe(1);
  make('three');
  await allWrites('succeeds');
  expect(onDisk()).toEqual(['one', 'three', 'two']);
  expect(copy.notKept()).toBe(0);
});

test('what was made while nothing could be written waits for the next try', async () => {
  make('one');
  await write('fails');
  make('two');
  expect(disk.asked).toEqual([]);
  await retryComes();
  make('three');
  await write('fails');
  make('four');
  await retryComes();
  await allWrites('succeeds');
  expect(onDisk()).toEqual(['four', 'one', 'three', 'two']);
  expect(copy.notKept()).toBe(0);
});

test('a page that is left while a write is under way writes at once, and that row stands without the other', async () => {
  make('one');
  copy.leave(null);
  await write('fails');
  await write('succeeds');
  expect(onDisk()).toEqual(['one']);
  make('two');
  copy.leave(null);
  await allWrites('succeeds');
  expect(onDisk()).toEqual(['one', 'two']);
  expect(copy.notKept()).toBe(0);
});

test('a page that comes back makes good what failed, though a later write succeeded', async () => {
  make('one');
  make('two');
  copy.leave(null);
  make('three');
  copy.leave(null);
  await write('succeeds');
  await write('fails');
  await write('succeeds');
  make('four');
  await allWrites('succeeds');
  expect(onDisk()).toEqual(['four', 'one', 'three', 'two']);
  expect(copy.notKept()).toBe(0);
});

test('what another page has emptied is not called kept, and goes in again, also when left in between', async () => {
  make('one');
  await write('succeeds');
  expect(copy.notKept()).toBe(0);
  disk.rows.clear();
  disk.round++;
  make('two');
  copy.leave(null);
  await write('succeeds');
  expect(onDisk()).toEqual([]);
  expect(copy.notKept()).toBe(2);
  await allWrites('succeeds');
  expect(onDisk()).toEqual(['one', 'two']);
  expect(copy.notKept()).toBe(0);
});

test('each try after a failed one takes the place of the rows before, so that a full disk is asked for no more', async () => {
  for (const name of ['one', 'two']) {
    make(name);
    await write('succeeds');
  }
  const before = [...disk.rows.keys()];
  make('three');
  await write('fails');
  for (const end of ['fails', 'fails', 'succeeds'] as const) {
    await retryComes();
    expect((await write(end)).replaced).toEqual(before);
  }
  expect(disk.rows.size).toBe(1);
  expect(onDisk()).toEqual(['one', 'three', 'two']);
});

test('many rows become one, also where that fails at first', async () => {
  for (let i = 0; i < limits.offlineCopyRowsMax; i++) {
    make(`${i}`);
    await write('succeeds');
  }
  make('last');
  await write('fails');
  await retryComes();
  await write('succeeds');
  expect(disk.rows.size).toBe(1);
  expect(onDisk()).toHaveLength(limits.offlineCopyRowsMax + 1);
});
