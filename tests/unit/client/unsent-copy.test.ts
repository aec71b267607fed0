// A copy of a board that opens no more is removed only when it is certain that the server had all of it. Real documents;
// only the database is the test's own.
import { takeUnsentCopy } from '@commonboard/client/app/device/unsent-copy.ts';
import { boardIdSchema, participantIdSchema } from '@commonboard/shared/protocol/ids.ts';
import { blankBoardRecords } from '@commonboard/shared/templates/template-records.ts';
import { beforeEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { startBoard } from '../../support/board-pair.ts';

const disk = vi.hoisted(() => ({
  found: 'some' as 'none' | 'some' | 'unknown',
  opens: true,
  reads: true,
  rows: [] as Uint8Array[],
  unsent: 0,
  isRemoved: false,
}));

vi.mock(import('@commonboard/client/sync/copy-database.ts'), async (original) => ({
  ...(await original()),
  findCopy: async () => disk.found,
  hasCopy: async () => disk.found === 'some',
  openCopyDatabase: async () => (disk.opens ? ({ close: () => undefined } as never) : null),
  readCopy: async () => {
    if (!disk.reads) throw new Error('The storage does not answer.');
    const about = new Map([['unsent.page', { count: disk.unsent, write: 1 }]]);
    return { keys: disk.rows.map((_row, index) => index), rows: disk.rows, about };
  },
  emptyCopy: async () => {
    disk.isRemoved = true;
  },
  removeCopies: async () => {
    disk.isRemoved = true;
  },
}));

const board = {
  id: boardIdSchema.parse('b'.repeat(16)),
  participantId: participantIdSchema.parse(`p${'b'.repeat(16)}`),
  title: 'Plan',
  keys: {},
  lastOpened: 1,
};

beforeEach(() => {
  const rows = [startBoard(blankBoardRecords())];
  Object.assign(disk, { found: 'some', opens: true, reads: true, rows, unsent: 0, isRemoved: false });
});

/** A row that hangs on another, which is not there. */
function hangingRow(): Uint8Array {
  const doc = new Y.Doc();
  doc.getMap('made').set('one', true);
  const before = Y.encodeStateVector(doc);
  doc.getMap('made').set('two', true);
  return Y.encodeStateAsUpdate(doc, before);
}

test.each<[string, Partial<typeof disk>]>([
  ['cannot be looked for', { found: 'unknown' }],
  ['cannot be opened', { opens: false }],
  ['cannot be read', { reads: false }],
  ['is damaged', { rows: [new Uint8Array([1, 1, 255, 255, 255, 7, 9])] }],
  ['lacks something', { rows: [startBoard(blankBoardRecords()), hangingRow()] }],
  ['lacks something and has unsent work', { rows: [hangingRow()], unsent: 1 }],
])('a copy that %s stays', async (_what, state) => {
  Object.assign(disk, state);
  expect(await takeUnsentCopy(board, true)).toBeNull();
  expect(disk.isRemoved).toBe(false);
});

test('unsent work is handed over, and stays', async () => {
  disk.unsent = 2;
  expect(await takeUnsentCopy(board, true)).toMatchObject({ isOnDevice: true });
  expect(disk.isRemoved).toBe(false);
});

test.each(['some', 'none'] as const)('with nothing unsent (%s there), nothing of the board stays', async (found) => {
  disk.found = found;
  expect(await takeUnsentCopy(board, true)).toBeNull();
  expect(disk.isRemoved).toBe(true);
});

test('a link with a mistake in it removes nothing: the board may be open in another tab', async () => {
  expect(await takeUnsentCopy(board, false)).toBeNull();
  expect(disk.isRemoved).toBe(false);
});
