// Rich text in a Y.XmlFragment: what is read back, what an edit changes, and what two edits at once leave.
import {
  canonicalContent,
  plainFromRichText,
  richTextFromPlain,
  sameRichText,
  type RichNode,
} from '@commonboard/shared/board/text/rich-text.ts';
import { createFragment, readFragment, updateFragment } from '@commonboard/shared/board/text/rich-text-fragment.ts';
import { textDifference, textDifferences } from '@commonboard/shared/board/text/text-difference.ts';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';

type Doc = { type: 'doc'; content: RichNode[] };

function fragmentOf(doc: Y.Doc): Y.XmlFragment {
  return doc.getMap<Y.XmlFragment>('holder').get('t')!;
}

function docWith(richText: { content?: unknown[] }): Y.Doc {
  const doc = new Y.Doc();
  doc.getMap<Y.XmlFragment>('holder').set('t', createFragment(richText));
  return doc;
}

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}

function merge(a: Y.Doc, b: Y.Doc): void {
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b));
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
}

const mark = fc.constantFrom('bold', 'italic', 'code', 'strike').map((type) => ({ type }));
const link = fc
  .constantFrom('https://a.example', 'mailto:a@b.example')
  .map((href) => ({ type: 'link', attrs: { href } }));
const words = fc.string({
  unit: fc.constantFrom('a', 'b', ' ', 'é', 'م', '👩‍🌾', '😀', 'z'),
  minLength: 1,
  maxLength: 8,
});
const run = fc.record({
  text: words,
  marks: fc.uniqueArray(fc.oneof(mark, link), { selector: ({ type }) => type, maxLength: 2 }),
});
const inline = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: run.map(({ text, marks }): RichNode => ({ type: 'text', text, marks })) },
    fc.constant<RichNode>({ type: 'hardBreak' }),
  ),
  { maxLength: 4 },
);
const paragraph = inline.map((content): RichNode => ({ type: 'paragraph', content }));
const heading = fc
  .record({ level: fc.integer({ min: 1, max: 6 }), content: inline })
  .map(({ level, content }): RichNode => ({ type: 'heading', attrs: { level, dir: 'auto' }, content }));
const listAttrs = fc.constantFrom({}, { dir: 'rtl' }, { start: 3 });
const { block } = fc.letrec<{ block: RichNode; list: RichNode }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    { weight: 3, arbitrary: paragraph },
    { weight: 1, arbitrary: heading },
    { weight: 2, arbitrary: tie('list') },
  ),
  list: fc
    .record({
      type: fc.constantFrom('bulletList', 'orderedList'),
      attrs: listAttrs,
      items: fc.array(fc.array(tie('block'), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }),
    })
    .map(({ type, attrs, items }): RichNode => ({
      type,
      attrs,
      content: items.map((content) => ({ type: 'listItem', content })),
    })),
}));
const richText = fc.array(block, { minLength: 1, maxLength: 4 }).map((content): Doc => ({ type: 'doc', content }));

test('what cannot be in a note is left out: unknown nodes, dangerous links, text in the wrong place', () => {
  const content = [
    {
      type: 'paragraph',
      content: [
        {
          type: 'text',
          text: 'go',
          marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }, { type: 'blink' }],
        },
      ],
    },
    { type: 'iframe', attrs: { src: 'https://evil.example' } },
    null,
  ];
  expect(canonicalContent({ content })).toEqual([{ type: 'paragraph', content: [{ type: 'text', text: 'go' }] }]);
});

test('nesting without end is cut, not followed', () => {
  let node: RichNode = { type: 'paragraph' };
  for (let depth = 0; depth < 5_000; depth++)
    node = { type: 'bulletList', content: [{ type: 'listItem', content: [node] }] };
  expect(JSON.stringify(canonicalContent({ content: [node] })).length).toBeLessThan(1_000);
});

test('lists deeper than we show them keep their letters', () => {
  const text = (letter: string): RichNode => ({ type: 'paragraph', content: [{ type: 'text', text: letter }] });
  let node = text('l');
  for (const letter of 'kjihgfedcba')
    node = { type: 'bulletList', content: [{ type: 'listItem', content: [text(letter), node] }] };
  expect(plainFromRichText({ content: [node] }).replaceAll('\n', '')).toBe('abcdefghijkl');
  expect(sameRichText(readFragment(fragmentOf(docWith({ content: [node] }))), { content: [node] })).toBe(true);
});

test('a newline among letters is a break', () => {
  const content = [{ type: 'paragraph', content: [{ type: 'text', text: 'a\r\nb\u2028' }] }];
  const hardBreak = { type: 'hardBreak' };
  expect(canonicalContent({ content })).toEqual([
    { type: 'paragraph', content: [{ type: 'text', text: 'a' }, hardBreak, { type: 'text', text: 'b' }, hardBreak] },
  ]);
});

test('plain text goes in and comes out line by line', () => {
  expect(plainFromRichText(richTextFromPlain('one\n\ntwo'))).toBe('one\n\ntwo');
});

test('any rich text reads back as its canonical form', () => {
  fc.assert(
    fc.property(richText, (text) => {
      expect(readFragment(fragmentOf(docWith(text))).content).toEqual(canonicalContent(text));
    }),
    { numRuns: 200 },
  );
});

test('an update from any text to any other ends at the other', () => {
  fc.assert(
    fc.property(richText, richText, (before, after) => {
      const doc = docWith(before);
      doc.transact(() => updateFragment(fragmentOf(doc), after));
      expect(sameRichText(readFragment(fragmentOf(doc)), after)).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test('the same text again writes nothing', () => {
  fc.assert(
    fc.property(richText, (text) => {
      const doc = docWith(text);
      let updates = 0;
      doc.on('update', () => void updates++);
      doc.transact(() => updateFragment(fragmentOf(doc), text));
      expect(updates).toBe(0);
    }),
    { numRuns: 200 },
  );
});

test('letters typed at two places of one paragraph both stay', () => {
  const ana = docWith(richTextFromPlain('clean water'));
  const ben = copyOf(ana);
  ana.transact(() => updateFragment(fragmentOf(ana), richTextFromPlain('clean drinking water')));
  ben.transact(() => updateFragment(fragmentOf(ben), richTextFromPlain('clean water for all')));
  merge(ana, ben);
  expect(plainFromRichText(readFragment(fragmentOf(ana)))).toBe('clean drinking water for all');
  expect(plainFromRichText(readFragment(fragmentOf(ben)))).toBe('clean drinking water for all');
});

test('bold by one and a word by the other both stay', () => {
  const ana = docWith(richTextFromPlain('clean water'));
  const ben = copyOf(ana);
  const bold: Doc = {
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'clean', marks: [{ type: 'bold' }] },
          { type: 'text', text: ' water' },
        ],
      },
    ],
  };
  ana.transact(() => updateFragment(fragmentOf(ana), bold));
  ben.transact(() => updateFragment(fragmentOf(ben), richTextFromPlain('clean water now')));
  merge(ana, ben);
  expect(readFragment(fragmentOf(ana)).content).toEqual([
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'clean', marks: [{ type: 'bold' }] },
        { type: 'text', text: ' water now' },
      ],
    },
  ]);
});

test('a difference never cuts an emoji in half', () => {
  fc.assert(
    fc.property(words, words, (before, after) => {
      const { start, removed, inserted } = textDifference(before, after);
      expect(before.slice(0, start) + after.slice(start, start + inserted) + before.slice(start + removed)).toBe(after);
      for (const part of [
        before.slice(0, start),
        before.slice(start, start + removed),
        after.slice(start, start + inserted),
      ])
        expect(part.isWellFormed()).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test('differences put in order give the other text, line by line where the lines are as many', () => {
  const lines = fc.array(words, { maxLength: 4 }).map((all) => all.join('\n'));
  fc.assert(
    fc.property(lines, lines, (before, after) => {
      let text = before;
      for (const { start, removed, from, inserted } of textDifferences(before, after).toReversed())
        text = text.slice(0, start) + after.slice(from, from + inserted) + text.slice(start + removed);
      expect(text).toBe(after);
    }),
  );
  expect(textDifferences('one\ntwo', 'one more\ntwo more')).toEqual([
    { start: 3, removed: 0, from: 3, inserted: 5 },
    { start: 7, removed: 0, from: 12, inserted: 5 },
  ]);
});
