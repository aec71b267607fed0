// The big board that benches and browser tests use: what is in it, and that nothing of it would be hidden or moved.
import { readBoardRecords } from '@commonboard/shared/board/layout/read-records.ts';
import { seedBoard } from '@commonboard/shared/board/layout/seed.ts';
import type { TLRecord } from '@tldraw/tlschema';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { largeBoard } from '../../support/large-board.ts';

const sorted = (records: TLRecord[]): TLRecord[] => [...records].sort((a, b) => (a.id < b.id ? -1 : 1));

function countOf(records: TLRecord[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const record of records) {
    const kind = record.typeName === 'shape' ? record.type : record.typeName;
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}

test('a blank board is a big board without shapes', () => {
  expect(countOf(largeBoard({ shapes: 0 }))).toEqual({ document: 1, page: 1 });
});

test('one shape has nothing to be joined with', () => {
  expect(countOf(largeBoard({ shapes: 1 }))).toEqual({ document: 1, page: 1, geo: 1 });
});

test('kinds stand in their shares, on every page', () => {
  expect(countOf(largeBoard({ shapes: 400, pages: 4 }))).toEqual({
    document: 1,
    page: 4,
    geo: 160,
    note: 100,
    text: 60,
    draw: 40,
    arrow: 40,
    binding: 80,
  });
});

test('the document shows every record as it was made', () => {
  const records = largeBoard({ shapes: 200, pages: 2, seed: 7 });
  const doc = new Y.Doc();
  seedBoard(doc, records);
  const shown = readBoardRecords(doc);
  expect(shown.hidden).toBe(0);
  expect(sorted(shown.records)).toEqual(sorted(records));
});

test('the same seed makes the same board, another seed another', () => {
  expect(largeBoard({ shapes: 40, seed: 3 })).toEqual(largeBoard({ shapes: 40, seed: 3 }));
  expect(largeBoard({ shapes: 40, seed: 3 })).not.toEqual(largeBoard({ shapes: 40, seed: 4 }));
});
