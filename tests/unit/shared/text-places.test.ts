// A place in a text as the editor, the row of letters and the document name it.
import { recordMaps } from '@commonboard/shared/board/layout/layout.ts';
import type { RichNode } from '@commonboard/shared/board/text/rich-text.ts';
import { createFragment, updateFragment } from '@commonboard/shared/board/text/rich-text-fragment.ts';
import { offsetOfPoint, pointAt, textOfRecord } from '@commonboard/shared/board/text/text-points.ts';
import { offsetOfPosition, positionOfOffset } from '@commonboard/shared/board/text/text-positions.ts';
import { runsOfContent } from '@commonboard/shared/board/text/text-lines.ts';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';

const paragraph = (text: string): RichNode =>
  text === '' ? { type: 'paragraph' } : { type: 'paragraph', content: [{ type: 'text', text }] };
const doc = (...content: RichNode[]) => ({ type: 'doc', content });

const line = fc.string({ unit: fc.constantFrom('a', 'ש', '😀'), maxLength: 5 }).map(paragraph);
const broken: RichNode = {
  type: 'heading',
  content: [{ type: 'text', text: 'ab' }, { type: 'hardBreak' }, { type: 'text', text: 'c' }],
};
const list = fc
  .array(fc.array(line, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 3 })
  .map((items): RichNode => ({
    type: 'bulletList',
    content: items.map((content) => ({ type: 'listItem', content })),
  }));
const texts = fc
  .array(fc.oneof(line, list, fc.constant(broken)), { minLength: 1, maxLength: 4 })
  .map((all) => doc(...all));

function lettersOf(content: RichNode[]): string {
  return runsOfContent(content)
    .map((run) => run.text)
    .join('');
}

test.each([-5, Number.NaN, Number.POSITIVE_INFINITY, 1e9, 0.5])(
  'the number %s is taken to a place in the text',
  (odd) => {
    const text = doc(paragraph('one'), paragraph('two'));
    expect(offsetOfPosition(text, odd)).toBeGreaterThanOrEqual(0);
    expect(offsetOfPosition(text, odd)).toBeLessThanOrEqual(7);
    expect(positionOfOffset(text, odd)).toBeGreaterThanOrEqual(1);
    expect(positionOfOffset(text, odd)).toBeLessThanOrEqual(9);
  },
);

test.each([{}, { content: [] }, { content: [{ type: 'rule' }] }])(
  'in a text without lines all places are the first: %o',
  (text) => {
    expect([offsetOfPosition(text, 3), positionOfOffset(text, 3)]).toEqual([0, 1]);
  },
);

test('positions count the edges of nodes, offsets one newline for each line', () => {
  const text = doc(paragraph('ab'), {
    type: 'bulletList',
    content: [{ type: 'listItem', content: [paragraph('cd')] }],
  });
  // <p>ab</p><ul><li><p>cd
  expect([1, 3, 4, 5, 6, 7, 9].map((position) => offsetOfPosition(text, position))).toEqual([0, 2, 2, 2, 2, 3, 5]);
  expect([0, 2, 3, 5].map((offset) => positionOfOffset(text, offset))).toEqual([1, 3, 7, 9]);
});

test('every place of every text has a position, and that position is this place', () => {
  fc.assert(
    fc.property(texts, (text) => {
      // The last newline ends the text: nobody writes after it.
      const places = lettersOf(text.content).length;
      const all = Array.from({ length: places }, (_, offset) => offset);
      expect(all.map((offset) => offsetOfPosition(text, positionOfOffset(text, offset)))).toEqual(all);
    }),
  );
});

function boardWith(content: RichNode[]): { doc: Y.Doc; text: Y.XmlText; fragment: Y.XmlFragment } {
  const board = new Y.Doc();
  const map = new Y.Map<unknown>();
  recordMaps(board).set('shape:a', map);
  const fragment = createFragment({ content });
  map.set('t', fragment);
  return { doc: board, text: textOfRecord(board, 'shape:a')!, fragment };
}

test('a record that is not here or has no text has no places', () => {
  const { doc: board } = boardWith([paragraph('one')]);
  recordMaps(board).set('shape:b', new Y.Map());
  expect([textOfRecord(board, 'shape:none'), textOfRecord(board, 'shape:b')]).toEqual([null, null]);
});

test.each([
  ['of somebody unknown', { client: 12_345, clock: 0 }],
  ['that is not written yet', { client: 0, clock: 1e9 }],
  ['with a number no clock has', { client: 0, clock: Number.MAX_SAFE_INTEGER }],
])('a letter %s is nowhere', (_what, point) => {
  const { doc: board, text } = boardWith([paragraph('one')]);
  expect(offsetOfPoint(text, { ...point, client: point.client || board.clientID })).toBeNull();
});

test('a letter of another text is nowhere in this one', () => {
  const { doc: board, text } = boardWith([paragraph('one')]);
  const other = new Y.Map<unknown>();
  recordMaps(board).set('shape:b', other);
  other.set('t', createFragment({ content: [paragraph('two')] }));
  expect(offsetOfPoint(text, pointAt(textOfRecord(board, 'shape:b')!, 2))).toBeNull();
});

test('a point stays behind its letter, whatever another text comes from the editor', () => {
  fc.assert(
    fc.property(texts, fc.nat(40), (text, at) => {
      const { text: letters } = boardWith(text.content);
      const offset = Math.min(at, letters.length);
      expect(offsetOfPoint(letters, pointAt(letters, offset))).toBe(offset);
      expect(offsetOfPoint(letters, pointAt(letters, -1))).toBe(0);
      expect(offsetOfPoint(letters, pointAt(letters, 1e9))).toBe(letters.length);
    }),
  );
});

test("others' letters before a point move it, those after and just at it do not, and deleting its letter puts it where that was", () => {
  const { text, fragment } = boardWith([paragraph('clean water')]);
  const point = pointAt(text, 5);
  const show = (words: string): number | null => {
    updateFragment(fragment, { content: [paragraph(words)] });
    return offsetOfPoint(text, point);
  };
  expect(show('very clean water')).toBe(10);
  expect(show('very clean water now')).toBe(10);
  expect(show('very clean, water now')).toBe(10);
  expect(show('very water now')).toBe(5);
  expect(show('')).toBe(0);
});
