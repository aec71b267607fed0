// A document from an older schema: brought to this one's, by single keys, once. From a newer one: not touched.
import { boardMeta, documentVersion, recordMaps } from '@commonboard/shared/board/layout/layout.ts';
import { DocumentTooNew, migrateBoard, needsMigration } from '@commonboard/shared/board/layout/migrate.ts';
import { newNoteRecord } from '@commonboard/shared/board/notes/new-note.ts';
import { readBoardRecords } from '@commonboard/shared/board/layout/read-records.ts';
import { plainFromRichText } from '@commonboard/shared/board/text/rich-text.ts';
import { boardSchemaVersions } from '@commonboard/shared/schema/board-schema.ts';
import { blankBoardRecords } from '@commonboard/shared/templates/template-records.ts';
import type { TLNoteShape, TLShape } from '@tldraw/tlschema';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { makePerson, startBoard } from '../../support/board-pair.ts';
import { oldNotes } from '../../support/old-notes.ts';

function withSchema(sequences: Record<string, number>): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, startBoard(blankBoardRecords()));
  boardMeta(doc).set('schema', sequences);
  return doc;
}

const noteOf = (doc: Y.Doc, id: string): TLNoteShape | undefined =>
  readBoardRecords(doc).records.find((record): record is TLNoteShape => record.id === id);

describe('a document of a newer schema', () => {
  test.each([
    ['a newer version of a sequence', { ...boardSchemaVersions(), 'com.tldraw.shape.note': 99 }],
    ['a sequence that this code does not know', { ...boardSchemaVersions(), 'com.tldraw.shape.poster': 0 }],
  ])('%s is not opened', (_, sequences) => {
    const doc = withSchema(sequences);
    expect(() => needsMigration(doc)).toThrow(DocumentTooNew);
  });

  test('nor one of a newer layout', () => {
    const doc = withSchema(boardSchemaVersions());
    boardMeta(doc).set('layout', 2);
    expect(() => needsMigration(doc)).toThrow(DocumentTooNew);
  });
});

test('a document of this schema, and one that says nothing, are left alone', () => {
  expect(needsMigration(withSchema(boardSchemaVersions()))).toBe(false);
  expect(needsMigration(new Y.Doc())).toBe(false);
});

describe('a document of an older schema', () => {
  test('can be read afterwards, text and all, and says so', () => {
    const doc = oldNotes(['shape:old'], 'written long ago');
    expect(readBoardRecords(doc).hidden).toBe(1);
    expect(needsMigration(doc)).toBe(true);
    doc.transact(() => migrateBoard(doc));
    expect(readBoardRecords(doc).hidden).toBe(0);
    expect(plainFromRichText(noteOf(doc, 'shape:old')?.props.richText ?? {})).toBe('written long ago');
    expect(documentVersion(doc).schema).toEqual(boardSchemaVersions());
    expect(needsMigration(doc)).toBe(false);
  });

  test('keeps what others change meanwhile: only single keys are written', () => {
    const doc = oldNotes(['shape:old'], 'ours');
    const elsewhere = new Y.Doc();
    Y.applyUpdate(elsewhere, Y.encodeStateAsUpdate(doc));
    recordMaps(elsewhere).get('shape:old')?.set('$', ['page:page', 700, 800, 0]);
    recordMaps(elsewhere).get('shape:old')?.set('p.color', 'red');
    doc.transact(() => migrateBoard(doc));
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(elsewhere));
    expect(noteOf(doc, 'shape:old')).toMatchObject({ x: 700, y: 800, props: { color: 'red', labelColor: 'black' } });
  });

  test('its text can be written by two at once as any other', () => {
    const doc = oldNotes(['shape:old'], 'we');
    doc.transact(() => migrateBoard(doc));
    const ana = makePerson(Y.encodeStateAsUpdate(doc));
    const note = ana.store.get('shape:old' as TLShape['id']) as TLNoteShape;
    expect(plainFromRichText(note.props.richText)).toBe('we');
    expect(recordMaps(doc).get('shape:old')?.get('t')).toBeInstanceOf(Y.XmlFragment);
  });

  test('one record that nothing can be made of stays hidden and does not keep the rest from theirs', () => {
    const doc = oldNotes(['shape:old'], 'kept');
    recordMaps(doc).set('shape:bad', new Y.Map([['', { typeName: 'shape', type: 'note', props: null }]]));
    recordMaps(doc).set('shape:worse', new Y.Map([['', 7]]));
    doc.transact(() => migrateBoard(doc));
    expect(plainFromRichText(noteOf(doc, 'shape:old')?.props.richText ?? {})).toBe('kept');
    expect(readBoardRecords(doc).hidden).toBe(2);
  });

  test('nor does one that is nested deeper than anybody can read', () => {
    const doc = oldNotes(['shape:old'], 'kept');
    const text = new Y.XmlFragment();
    doc.transact(() => {
      recordMaps(doc).set(
        'shape:deep',
        new Y.Map<unknown>([
          ['', { typeName: 'shape' }],
          ['t', text],
        ]),
      );
      let inside: Y.XmlFragment = text;
      for (let depth = 0; depth < 5_000; depth++) {
        const next = new Y.XmlElement('p');
        inside.insert(0, [next]);
        inside = next;
      }
    });
    doc.transact(() => migrateBoard(doc));
    expect(plainFromRichText(noteOf(doc, 'shape:old')?.props.richText ?? {})).toBe('kept');
  });

  test('new notes are as they always were', () => {
    const doc = oldNotes(['shape:old'], 'first');
    doc.transact(() => migrateBoard(doc));
    expect(newNoteRecord(readBoardRecords(doc).records, { text: 'second' })).not.toBeNull();
  });
});
