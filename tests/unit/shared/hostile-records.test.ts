// No record, whoever wrote it, may reach a canvas that it would stop, nor stop the reading of the others.
import { boardOutline } from '@commonboard/shared/board/outline.ts';
import { newNoteRecord } from '@commonboard/shared/board/notes/new-note.ts';
import { readBoardRecords } from '@commonboard/shared/board/layout/read-records.ts';
import { plainFromRichText } from '@commonboard/shared/board/text/rich-text.ts';
import { seedBoard } from '@commonboard/shared/board/layout/seed.ts';
import { putRecord } from '@commonboard/shared/board/layout/write-record.ts';
import { blankBoardRecords } from '@commonboard/shared/templates/template-records.ts';
import type { TLNoteShape } from '@tldraw/tlschema';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { hostileRecords } from '../../support/hostile-records.ts';

/** Cases that can be shown once what is wrong in them is left out. */
const mended = new Set([
  'a quotation',
  'a block of code',
  'a rule',
  'a paragraph in a paragraph',
  'letters at the top',
  'a list item at the top',
  'a list without items',
  'a break at the top',
  'a heading of level 99',
  'a link that is a program',
  'a link dressed as a button',
  'marks that are no objects',
  'a direction that is an object',
  'a list that starts at 1e300',
  'quotations in quotations',
  'its own parent',
  'groups in groups, 3,000 deep',
  'a card of a kind nobody knows',
  'a card that belongs to itself',
  'a card with choices nobody knows',
  'a zone with two parts of one name',
  'a zone whose axes are nothing',
  'a zone smaller than its heading',
  'an arrow that means nothing readable',
]);

function boardWith(make: (doc: Y.Doc, id: string) => void): Y.Doc {
  const doc = new Y.Doc();
  seedBoard(doc, blankBoardRecords());
  const good = newNoteRecord(blankBoardRecords(), { text: 'good' });
  if (!good) throw new Error('There is a page.');
  putRecord(doc, good);
  doc.transact(() => make(doc, 'bad'));
  return doc;
}

test.each(Object.entries(hostileRecords))('%s', (name, make) => {
  const { records, hidden } = readBoardRecords(boardWith(make));
  const texts = boardOutline(records).flatMap(({ children }) => children.map(({ title }) => title));
  expect(texts).toContain('good');
  expect(hidden > 0).toBe(!mended.has(name));
  const shapes = records.filter((record) => record.typeName === 'shape');
  const depth = (id: string): number => {
    const parent = shapes.find((shape) => shape.id === id);
    return parent ? 1 + depth(parent.parentId) : 0;
  };
  expect(Math.max(...shapes.map(({ id }) => depth(id)))).toBeLessThanOrEqual(50);
});

test('what is wrong in a text goes, its letters stay', () => {
  const make = hostileRecords['a list item at the top'];
  if (!make) throw new Error('The case is there.');
  const { records } = readBoardRecords(boardWith(make));
  const bad = records.find(({ id }) => id === 'shape:bad') as TLNoteShape;
  expect(plainFromRichText(bad.props.richText)).toBe('q');
});
