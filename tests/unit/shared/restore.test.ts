// A version is restored record by record into the document that goes on: whatever was done since, the board reads as it did
// then, the way back leads to what it was before, and what others write meanwhile stays. Rule R94. More runs: FUZZ_RUNS=10000.
import { newNoteRecord } from '@commonboard/shared/board/notes/new-note.ts';
import { readBoardRecords } from '@commonboard/shared/board/layout/read-records.ts';
import { restoreRecords } from '@commonboard/shared/board/history/restore-records.ts';
import { sameRecord } from '@commonboard/shared/board/layout/same-record.ts';
import { versionRecords } from '@commonboard/shared/board/history/version-records.ts';
import { putRecord } from '@commonboard/shared/board/layout/write-record.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { findTemplate } from '@commonboard/shared/templates/catalogue.ts';
import { templateRecords } from '@commonboard/shared/templates/template-records.ts';
import type { TLRecord } from '@tldraw/tlschema';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { BoardFuzz } from '../../support/board-fuzz.ts';
import { act } from '../../support/fuzz-acts.ts';

const template = findTemplate('stakeholder-grid');
if (!template) throw new Error('The template is there.');
const start = templateRecords(template, 'en');
const runs = Math.ceil(Number(process.env['FUZZ_RUNS'] ?? 300) / 3);

const recordsOf = (doc: Y.Doc): TLRecord[] => readBoardRecords(doc).records;

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}

const colourOf = (record: TLRecord): unknown =>
  'props' in record && 'color' in record.props ? record.props.color : null;

/** Restores as the server does, and counts the updates. */
function restore(doc: Y.Doc, version: Uint8Array): number {
  let updates = 0;
  const count = (): void => void updates++;
  doc.on('update', count);
  restoreRecords(
    () => recordsOf(doc),
    versionRecords(version),
    (change) => doc.transact(() => change(doc)),
  );
  doc.off('update', count);
  return updates;
}

function differences(a: readonly TLRecord[], b: readonly TLRecord[]): string[] {
  const [one, other] = [a, b].map((records) => new Map<string, TLRecord>(records.map((record) => [record.id, record])));
  return [...new Set([...(one?.keys() ?? []), ...(other?.keys() ?? [])])].filter((id) => {
    const [left, right] = [one?.get(id), other?.get(id)];
    return !left || !right || !sameRecord(left, right);
  });
}

/** A board as it was in the middle of what three people did, and as it is at the end of it. */
const boards = fc.tuple(fc.array(act, { maxLength: 30 }), fc.array(act, { maxLength: 40 })).map(([first, then]) => {
  const fuzz = new BoardFuzz(start);
  for (const next of first) fuzz.play(next);
  const { doc } = fuzz.players[0]?.person ?? { doc: new Y.Doc() };
  const version = Y.encodeStateAsUpdateV2(doc);
  for (const next of then) fuzz.play(next);
  return { doc: copyOf(doc), version };
});

test('[R94] a restored board reads as the version did, and the way back as the board did before', () => {
  fc.assert(
    fc.property(boards, ({ doc, version }) => {
      const before = Y.encodeStateAsUpdateV2(doc);
      const read = recordsOf(doc);
      restore(doc, version);
      expect(differences(recordsOf(doc), versionRecords(version))).toEqual([]);
      expect(restore(doc, version)).toBe(0);
      restore(doc, before);
      expect(differences(recordsOf(doc), read)).toEqual([]);
    }),
    { numRuns: runs },
  );
});

test('[R94] what others make while a version is restored stays', () => {
  fc.assert(
    fc.property(boards, ({ doc, version }) => {
      const elsewhere = copyOf(doc);
      const note = newNoteRecord(recordsOf(elsewhere), { text: 'made offline' });
      if (!note) throw new Error('A note finds its place.');
      putRecord(elsewhere, note);
      restore(doc, version);
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(elsewhere));
      Y.applyUpdate(elsewhere, Y.encodeStateAsUpdate(doc));
      expect(recordsOf(doc).some(({ id }) => id === note.id)).toBe(true);
      expect(differences(recordsOf(doc), recordsOf(elsewhere))).toEqual([]);
    }),
    { numRuns: runs },
  );
});

test('[R94] a restore changes single keys: what somebody else writes of the same record at that time stays too', () => {
  const doc = new Y.Doc();
  const note = newNoteRecord(start, { text: 'first' });
  if (!note) throw new Error('A note finds its place.');
  for (const record of start) putRecord(doc, record);
  putRecord(doc, note);
  const version = Y.encodeStateAsUpdateV2(doc);
  const map = doc.getMap<Y.Map<unknown>>('rec').get(note.id);
  map?.set('p.color', 'red');
  const elsewhere = copyOf(doc);
  elsewhere.getMap<Y.Map<unknown>>('rec').get(note.id)?.set('p.size', 'xl');
  restore(doc, version);
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(elsewhere));
  expect(recordsOf(doc).find(({ id }) => id === note.id)).toMatchObject({
    props: { color: colourOf(note), size: 'xl' },
  });
});

test('[R94] a large restore is written in updates that each fit into a frame', () => {
  const doc = new Y.Doc();
  for (const record of start) putRecord(doc, record);
  const version = Y.encodeStateAsUpdateV2(doc);
  const notes = Array.from({ length: limits.recordsPerUpdateMax * 2 + 10 }, (_, i) => {
    const note = newNoteRecord(start, { text: `note ${i}` });
    if (!note) throw new Error('A note finds its place.');
    return note;
  });
  const full = copyOf(doc);
  restoreRecords(
    () => recordsOf(full),
    [...recordsOf(full), ...notes],
    (change) => full.transact(() => change(full)),
  );
  const before = Y.encodeStateAsUpdateV2(full);
  expect(restore(full, version)).toBe(3);
  expect(restore(full, before)).toBeGreaterThanOrEqual(3);
  expect(recordsOf(full).filter(({ id }) => notes.some((note) => note.id === id)).length).toBe(notes.length);
});
