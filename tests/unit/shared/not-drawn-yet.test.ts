// What others wrote is in the document, and the canvas has not drawn it when the person changes the same text.
import { plainFromRichText, richTextFromPlain } from '@commonboard/shared/board/text/rich-text.ts';
import { theirDifferences } from '@commonboard/shared/board/text/text-difference.ts';
import type { TLRichText } from '@tldraw/tlschema';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { addNote, exchange, noteOf, pair, rewrite } from '../../support/board-pair.ts';

const bold = (text: string): TLRichText => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text, marks: [{ type: 'bold' }] }] }],
});

/** Ben rewrites a note, which Ana has and does not see when she rewrites it too. What both read in the end. */
function bothRewrite(start: string, ben: TLRichText, ana: TLRichText): TLRichText[] {
  const people = pair();
  const [one, other] = people;
  const { id } = addNote(one, start);
  exchange(one, other);
  rewrite(other, id, ben);
  Y.applyUpdate(one.doc, Y.encodeStateAsUpdate(other.doc), 'network');
  rewrite(one, id, ana);
  exchange(one, other);
  return people.map((person) => noteOf(person, id).props.richText);
}

test('bold over an emoji keeps it whole', () => {
  const texts = bothRewrite('hi 😀', richTextFromPlain('oh hi 😀'), bold('hi 😀'));
  expect(texts.map(plainFromRichText)).toEqual(['oh hi 😀', 'oh hi 😀']);
});

test('letters taken out around an emoji leave what others wrote', () => {
  const texts = bothRewrite('a😀b😀c', richTextFromPlain('a😀bX😀c'), richTextFromPlain('ac'));
  expect(texts.map(plainFromRichText)).toEqual(['aXc', 'aXc']);
});

test('a letter leaves the bold that somebody else has set', () => {
  const texts = bothRewrite('abc', bold('abc'), richTextFromPlain('abcd'));
  expect(texts.map(plainFromRichText)).toEqual(['abcd', 'abcd']);
  for (const text of texts) expect(JSON.stringify(text)).toContain('bold');
});

test('texts that have little in common are not compared letter by letter', () => {
  const [one, other] = ['ab', 'ba'].map((letters) => letters.repeat(5_000));
  expect(theirDifferences(`${one}x`, `${other}y`)).toHaveLength(1);
  expect(theirDifferences('abcdef', 'aXcdYf').length).toBeGreaterThan(2);
});
