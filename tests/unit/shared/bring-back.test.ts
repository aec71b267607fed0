// What comes back with a thing that was deleted, and where it goes. Rule R96.
import { bringBack, type GoneRecord } from '@commonboard/shared/board/history/bring-back.ts';
import { goneByDeletion, listThings } from '@commonboard/shared/board/history/gone-things.ts';
import { keptRecord, readKeptRecord } from '@commonboard/shared/board/history/kept-record.ts';
import { recordMaps } from '@commonboard/shared/board/layout/layout.ts';
import { newNoteRecord } from '@commonboard/shared/board/notes/new-note.ts';
import { readBoardRecords } from '@commonboard/shared/board/layout/read-records.ts';
import { seedBoard } from '@commonboard/shared/board/layout/seed.ts';
import { findTemplate } from '@commonboard/shared/templates/catalogue.ts';
import { templateRecords } from '@commonboard/shared/templates/template-records.ts';
import type { TLRecord, TLShape } from '@tldraw/tlschema';
import type { IndexKey } from '@tldraw/utils';
import { beforeEach, expect, it } from 'vitest';
import * as Y from 'yjs';
import { arrowRecord, bindingRecord } from '../../support/fuzz-records.ts';

const template = findTemplate('stakeholder-grid');
if (!template) throw new Error('The template is there.');
const start = templateRecords(template, 'en');

let doc: Y.Doc;
let gone: Map<string, GoneRecord>;
const recordsOf = (): TLRecord[] => readBoardRecords(doc).records;
const isShape = (record: TLRecord): record is TLShape => record.typeName === 'shape';
const shape = (id: string): TLShape | undefined =>
  recordsOf()
    .filter(isShape)
    .find((one) => String(one.id) === id);
const zone = start.filter(isShape).find(({ type }) => type === 'zone');
if (!zone) throw new Error('The template has a zone.');

function note(text: string): TLShape {
  const made = newNoteRecord(start, { text, zone: zone?.id });
  if (!made || !isShape(made)) throw new Error('A note finds its place.');
  return made;
}

function remove(at: number, ...ids: string[]): void {
  for (const id of ids) {
    const content = keptRecord(doc, id);
    const entry = content === null ? null : readKeptRecord(content);
    if (entry) gone.set(id, { ...entry, at });
  }
  for (const id of ids) recordMaps(doc).delete(id);
}

const back = (...ids: string[]): number =>
  bringBack(ids, gone, recordsOf(), (change) => doc.transact(() => change(doc)));

const [a, b] = [note('one'), note('two')];
const arrow = arrowRecord('a1' as IndexKey);
const ends = [bindingRecord(arrow.id, a.id, 'start'), bindingRecord(arrow.id, b.id, 'end')];

beforeEach(() => {
  doc = new Y.Doc();
  gone = new Map();
  seedBoard(doc, [...start, a, b, arrow, ...ends]);
});

it('brings back nothing that is there, or that was never kept', () => {
  expect(back(a.id, 'shape:unknown')).toBe(0);
  expect(readKeptRecord('{')).toBeNull();
  expect(readKeptRecord('{"record":{"typeName":"shape","type":"bomb"},"fallback":null}')).toBeNull();
});

it('[R96] brings a note back as it was, where it was', () => {
  const before = shape(a.id);
  remove(1, a.id);
  expect(shape(a.id)).toBeUndefined();
  expect(back(a.id)).toBe(1);
  expect(shape(a.id)).toEqual(before);
});

it('[R96] brings two notes back with the arrow between them, and one with what joins it to an arrow that is there', () => {
  const before = recordsOf().toSorted((x, y) => (x.id < y.id ? -1 : 1));
  remove(1, a.id, b.id, arrow.id, ...ends.map(({ id }) => id));
  expect(
    listThings(gone, () => true)
      .map(({ kind }) => kind)
      .sort(),
  ).toEqual(['arrow', 'note', 'note']);
  back(a.id, b.id);
  expect(recordsOf().toSorted((x, y) => (x.id < y.id ? -1 : 1))).toEqual(before);
  remove(2, a.id, ends[0]?.id ?? '');
  back(a.id);
  expect(recordsOf().toSorted((x, y) => (x.id < y.id ? -1 : 1))).toEqual(before);
});

it('[R96] brings a zone back with what lay in it then, and not with what was taken out of it long before', () => {
  const inside = recordsOf().flatMap((record) =>
    record.typeName === 'shape' && record.parentId === zone.id ? [record.id] : [],
  );
  remove(1, a.id);
  remove(60_000, zone.id, ...inside.filter((id) => id !== a.id));
  const listed = listThings(gone, () => true);
  expect(listed.map(({ id, inside: count }) => [id, count])).toEqual([
    [a.id, 0],
    [zone.id, inside.length - 1],
  ]);
  back(zone.id);
  expect([shape(zone.id)?.type, shape(b.id)?.parentId, shape(a.id)]).toEqual(['zone', zone.id, undefined]);
});

it('[R96] puts what lay in something that is gone at its place on the page', () => {
  remove(1, a.id);
  remove(60_000, zone.id);
  back(a.id);
  const { x, y } = zone;
  expect(shape(a.id)).toMatchObject({ parentId: zone.parentId, x: x + a.x, y: y + a.y });
});

it('[R96] reads what was kept as text, and leaves out what is there again', () => {
  const content = keptRecord(doc, a.id) ?? '';
  expect([...goneByDeletion([{ record: a.id, content, at: 1 }], new Set()).keys()]).toEqual([a.id]);
  expect(goneByDeletion([{ record: a.id, content, at: 1 }], new Set([a.id])).size).toBe(0);
  const [listed] = listThings(goneByDeletion([{ record: a.id, content, at: 1 }], new Set()), (id) => id === a.id);
  expect(listed).toEqual({ id: a.id, kind: 'note', card: null, title: 'one', inside: 0, mayBringBack: true });
});
