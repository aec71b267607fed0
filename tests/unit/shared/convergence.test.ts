// Whatever three people do at once, in whatever order it arrives: they end with one board, whole and valid, and receiving
// never writes. Invariants I1 to I10. More runs: FUZZ_RUNS=10000.
import { recordMaps } from '@commonboard/shared/board/layout/layout.ts';
import { readBoardRecords } from '@commonboard/shared/board/layout/read-records.ts';
import { plainFromRichText } from '@commonboard/shared/board/text/rich-text.ts';
import { sameRecord } from '@commonboard/shared/board/layout/same-record.ts';
import { boardSchema } from '@commonboard/shared/schema/board-schema.ts';
import { findTemplate } from '@commonboard/shared/templates/catalogue.ts';
import { templateRecords } from '@commonboard/shared/templates/template-records.ts';
import type { TLNoteShape, TLRecord } from '@tldraw/tlschema';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { BoardFuzz } from '../../support/board-fuzz.ts';
import { act, type Act } from '../../support/fuzz-acts.ts';
import { documentRecords, makePerson, type Person } from '../../support/board-pair.ts';

const template = findTemplate('stakeholder-grid');
if (!template) throw new Error('The template is there.');
const start = templateRecords(template, 'en');
const runs = Number(process.env['FUZZ_RUNS'] ?? 300);

function differences(a: Record<string, TLRecord>, b: Record<string, TLRecord>): string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((id) => {
    const [one, other] = [a[id], b[id]];
    return !one || !other || !sameRecord(one, other);
  });
}

function expectWhole(person: Person): void {
  const records = documentRecords(person);
  for (const record of Object.values(records)) {
    boardSchema.types[record.typeName].validate(record);
    if (record.typeName === 'binding') {
      expect(records[record.fromId]?.typeName, 'I3 binding').toBe('shape');
      expect(records[record.toId]?.typeName, 'I3 binding').toBe('shape');
    }
    if (record.typeName !== 'shape') continue;
    const seen = new Set<string>();
    let at: TLRecord | undefined = record;
    while (at?.typeName === 'shape') {
      expect(seen.has(at.id), 'I3 circle').toBe(false);
      seen.add(at.id);
      at = records[at.parentId];
    }
    expect(at?.typeName, 'I3 orphan').toBe('page');
  }
}

function playAndCheck(acts: readonly Act[]): void {
  const fuzz = new BoardFuzz(start);
  for (const next of acts) fuzz.play(next);
  checkBoards(fuzz);
  expect(fuzz.touched, 'I8 an undo touches own work only').toEqual([]);
  const hidden = brokenOnes(fuzz).filter((id) => fuzz.players.some(({ person }) => id in documentRecords(person)));
  expect(hidden, 'I10 what cannot be read is hidden').toEqual([]);
  const broken = brokenOnes(fuzz);
  fuzz.mend();
  checkBoards(fuzz);
  const [first] = fuzz.players;
  const missing = broken.filter((id) => first && !(id in documentRecords(first.person)));
  expect(missing, 'I10 what can be read again is shown again').toEqual([]);
}

/** Records that are in the document and unreadable. */
function brokenOnes({ players, broken }: BoardFuzz): string[] {
  const maps = players[0] && recordMaps(players[0].person.doc);
  return [...broken].filter((id) => maps?.get(id)?.get('opacity') === 'much');
}

function checkBoards(fuzz: BoardFuzz): void {
  expect(fuzz.settle(), 'I4 receiving writes nothing').toBe(0);
  const [first, ...others] = fuzz.players.map(({ person }) => person);
  if (!first) throw new Error('There is nobody.');
  const board = documentRecords(first);
  for (const other of others) expect(differences(board, documentRecords(other)), 'I1 one board').toEqual([]);
  expectWhole(first);
  const read = Object.fromEntries(readBoardRecords(first.doc).records.map((record) => [record.id, record]));
  expect(differences(board, read), 'I7 incremental repair is full repair').toEqual([]);
  const fresh = makePerson(Y.encodeStateAsUpdate(first.doc));
  expect(differences(board, documentRecords(fresh)), 'I5 a newcomer sees the same').toEqual([]);
  const leaked = [...fuzz.private].filter((id) => recordMaps(first.doc).has(id));
  expect(leaked, "what was in drafts only is in nobody's document").toEqual([]);
  const lost = fuzz.lastingLetters().filter(([letter, id]) => {
    if (!board[id]) return !fuzz.broken.has(id);
    const note = board[id] as TLNoteShape;
    return !plainFromRichText(note.props.richText).includes(letter);
  });
  expect(lost, 'I6 every letter stays').toEqual([]);
}

test('found once: an undo in a text that somebody else writes in, and the next letter at once', () => {
  expect.hasAssertions();
  playAndCheck([
    { do: 'note', who: 1, where: 0 },
    { do: 'type', who: 2, what: 0, at: 0 },
    { do: 'type', who: 1, what: 1, at: 0 },
    { do: 'deliver', from: 2, to: 1, pick: 0, how: 'v1' },
    { do: 'undo', who: 1 },
    { do: 'type', who: 1, what: 1, at: 0 },
  ]);
});

test('three people, any acts, any delivery', () => {
  const property = fc.property(fc.array(act, { minLength: 5, maxLength: 60, size: 'max' }), playAndCheck);
  expect.hasAssertions();
  fc.assert(property, { numRuns: runs });
}, 600_000);
