// What others wrote is in the document, and the canvas has not drawn it when the person changes the same text.
import { plainFromRichText, richTextFromPlain } from '@commonboard/shared/board/rich-text.ts';
import { theirDifferences } from '@commonboard/shared/board/text-difference.ts';
import type { TLRichText } from '@tldraw/tlschema';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { addNote, exchange, noteOf, pair, rewrite, type Person } from '../../support/board-pair.ts';

const bold = (text: string): TLRichText => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text, marks: [{ type: 'bold' }] }] }],
});

/** Ana has what Ben wrote, and does not see it. */
function arrives(ben: Person, ana: Person): void {
  Y.applyUpdate(ana.doc, Y.encodeStateAsUpdate(ben.doc), 'network');
}

test('bold over an emoji keeps it whole', () => {
  const [ana, ben] = pair();
  const { id } = addNote(ana, 'hi 😀');
  exchange(ana, ben);
  rewrite(ben, id, richTextFromPlain('oh hi 😀'));
  arrives(ben, ana);
  rewrite(ana, id, bold('hi 😀'));
  exchange(ana, ben);
  for (const one of [ana, ben]) expect(plainFromRichText(noteOf(one, id).props.richText)).toBe('oh hi 😀');
});

test('letters taken out around an emoji leave what others wrote', () => {
  const [ana, ben] = pair();
  const { id } = addNote(ana, 'a😀b😀c');
  exchange(ana, ben);
  rewrite(ben, id, richTextFromPlain('a😀bX😀c'));
  arrives(ben, ana);
  rewrite(ana, id, richTextFromPlain('ac'));
  exchange(ana, ben);
  for (const one of [ana, ben]) expect(plainFromRichText(noteOf(one, id).props.richText)).toBe('aXc');
});

test('a letter leaves the bold that somebody else has set', () => {
  const [ana, ben] = pair();
  const { id } = addNote(ana, 'abc');
  exchange(ana, ben);
  rewrite(ben, id, bold('abc'));
  arrives(ben, ana);
  rewrite(ana, id, richTextFromPlain('abcd'));
  exchange(ana, ben);
  for (const one of [ana, ben]) {
    expect(plainFromRichText(noteOf(one, id).props.richText)).toBe('abcd');
    expect(JSON.stringify(noteOf(one, id).props.richText)).toContain('bold');
  }
});

test('texts that have little in common are not compared letter by letter', () => {
  const [one, other] = ['ab', 'ba'].map((letters) => letters.repeat(5_000));
  expect(theirDifferences(`${one}x`, `${other}y`)).toHaveLength(1);
  expect(theirDifferences('abcdef', 'aXcdYf').length).toBeGreaterThan(2);
});
