// Two or three people change one text at once, each on their own copy: what is typed stays, whatever the others do to the
// paragraphs and lists around it.
import { canonicalContent, type RichNode } from '@commonboard/shared/board/text/rich-text.ts';
import { createFragment, readFragment, updateFragment } from '@commonboard/shared/board/text/rich-text-fragment.ts';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';

type Blocks = RichNode[];

/** Changes as an editor makes them, on plain data. `at` and the like are shares of what there is to choose from. */
type Act =
  | { do: 'type'; block: number; at: number }
  | { do: 'split'; block: number; at: number }
  | { do: 'join'; block: number }
  | { do: 'bold'; block: number; from: number; to: number }
  | { do: 'list'; block: number }
  | { do: 'heading'; block: number }
  | { do: 'delete'; block: number; from: number; to: number };

const share = fc.double({ min: 0, max: 1, noNaN: true });
const acts: fc.Arbitrary<Act> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('type' as const), block: share, at: share }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('split' as const), block: share, at: share }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('join' as const), block: share }) },
  fc.record({ do: fc.constant('bold' as const), block: share, from: share, to: share }),
  { weight: 2, arbitrary: fc.record({ do: fc.constant('list' as const), block: share }) },
  fc.record({ do: fc.constant('heading' as const), block: share }),
  fc.record({ do: fc.constant('delete' as const), block: share, from: share, to: share }),
);

function pick(value: number, count: number): number {
  return Math.min(count - 1, Math.floor(value * count));
}

/** Every paragraph, with what holds it. */
function textBlocks(nodes: Blocks): { holder: Blocks; index: number; top: number }[] {
  return nodes.flatMap((node, top) =>
    node.type === 'bulletList'
      ? (node.content ?? []).flatMap((item) =>
          (item.content ?? []).map((_, index) => ({ holder: item.content ?? [], index, top })),
        )
      : [{ holder: nodes, index: top, top }],
  );
}

function slice(runs: RichNode[], from: number, to: number): RichNode[] {
  let offset = 0;
  return runs.flatMap((run) => {
    const text = run.text ?? '';
    const part = text.slice(Math.max(0, from - offset), Math.max(0, to - offset));
    offset += text.length;
    return part === '' ? [] : [{ ...run, text: part }];
  });
}

function length(runs: RichNode[]): number {
  return runs.reduce((sum, run) => sum + (run.text ?? '').length, 0);
}

function changed(content: Blocks, act: Act, letter: string): Blocks {
  const blocks = structuredClone(content);
  const all = textBlocks(blocks);
  const chosen = all[pick(act.block, all.length)]!;
  const { holder, index, top } = chosen;
  const block = holder[index]!;
  const runs = block.content ?? [];
  const total = length(runs);
  if (act.do === 'type') {
    const at = pick(act.at, total + 1);
    block.content = [...slice(runs, 0, at), { type: 'text', text: letter }, ...slice(runs, at, total)];
  } else if (act.do === 'split') {
    const at = pick(act.at, total + 1);
    const second = { ...block, content: slice(runs, at, total) };
    block.content = slice(runs, 0, at);
    const list = blocks[top]!;
    const item = list.content?.findIndex(({ content: inside }) => inside === holder) ?? -1;
    if (holder === blocks) holder.splice(index + 1, 0, second);
    // As an editor does: what comes after the caret goes into the new item, and no letter moves past another.
    else list.content?.splice(item + 1, 0, { type: 'listItem', content: [second, ...holder.splice(index + 1)] });
  } else if (act.do === 'join') {
    const next = blocks[top + 1];
    if (holder !== blocks || next?.type !== block.type) return blocks;
    block.content = [...runs, ...(next.content ?? [])];
    blocks.splice(top + 1, 1);
  } else if (act.do === 'list') {
    if (holder === blocks)
      blocks.splice(top, 1, {
        type: 'bulletList',
        content: [{ type: 'listItem', content: [{ ...block, type: 'paragraph' }] }],
      });
    else blocks.splice(top, 1, ...(blocks[top]?.content ?? []).flatMap((item) => item.content ?? []));
  } else if (act.do === 'heading') {
    if (holder === blocks) blocks[top] = { ...block, type: 'heading', attrs: { level: 2 } };
  } else {
    const [from, to] = [pick(act.from, total + 1), pick(act.to, total + 1)].sort((a, b) => a - b) as [number, number];
    const middle = slice(runs, from, to).map((run) => ({ ...run, marks: [{ type: 'bold' }] }));
    block.content = [...slice(runs, 0, from), ...(act.do === 'bold' ? middle : []), ...slice(runs, to, total)];
  }
  return canonicalContent({ content: blocks });
}

function lettersOf(nodes: Blocks): string {
  return nodes.map((node) => (node.text ?? '') + lettersOf(node.content ?? [])).join('');
}

function fragmentOf(doc: Y.Doc): Y.XmlFragment {
  return doc.getMap<Y.XmlFragment>('holder').get('t')!;
}

function docWith(content: Blocks): Y.Doc {
  const doc = new Y.Doc();
  doc.getMap<Y.XmlFragment>('holder').set('t', createFragment({ content }));
  return doc;
}

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}

function shareAll(docs: readonly Y.Doc[]): void {
  for (const to of docs) for (const from of docs) Y.applyUpdate(to, Y.encodeStateAsUpdate(from));
}

function blocksOf(doc: Y.Doc): Blocks {
  return readFragment(fragmentOf(doc)).content as Blocks;
}

/** Blocks and lists without the letters. */
function shapeOf(nodes: Blocks): unknown[] {
  return nodes.flatMap(({ type, content = [] }) => (type === 'text' ? [] : [[type, shapeOf(content)]]));
}

/** Three people from one text, each acting on a copy; who hears whom in between is drawn too. */
function play(played: Turn[]): { letters: string[]; wanted: string[] } {
  const start = docWith([paragraph('abcd'), paragraph('efgh'), paragraph('ij')]);
  const docs = [copyOf(start), copyOf(start), copyOf(start)];
  const wanted = new Set('abcdefghij');
  for (const [turn, { who, act, hears }] of played.entries()) {
    const doc = docs[who]!;
    if (hears !== null) Y.applyUpdate(doc, Y.encodeStateAsUpdate(docs[hears]!));
    const letter = String.fromCodePoint(0x4e00 + turn);
    const before = blocksOf(doc);
    const after = changed(before, act, letter);
    if (act.do === 'type') wanted.add(letter);
    for (const one of lettersOf(before)) if (!lettersOf(after).includes(one)) wanted.delete(one);
    doc.transact(() => updateFragment(fragmentOf(doc), { content: after }));
    expect(blocksOf(doc)).toEqual(after);
  }
  shareAll(docs);
  const [one, ...others] = docs.map(blocksOf);
  for (const other of others) expect(other).toEqual(one);
  return { letters: Array.from(lettersOf(one ?? [])).sort(), wanted: Array.from(wanted).sort() };
}

interface Turn {
  who: number;
  act: Act;
  hears: number | null;
}

const person = fc.integer({ min: 0, max: 2 });
const turns: fc.Arbitrary<Turn[]> = fc.array(fc.record({ who: person, act: acts, hears: fc.option(person) }), {
  maxLength: 14,
});

test('every letter is there once, unless somebody who saw it deleted it, whatever others split, join, mark or make a list of', () => {
  fc.assert(
    fc.property(turns, (played) => {
      const { letters, wanted } = play(played);
      expect(letters).toEqual(wanted);
    }),
    { numRuns: 500 },
  );
});

const paragraph = (text: string): RichNode => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const listOf = (...texts: string[]): RichNode => ({
  type: 'bulletList',
  content: texts.map((text) => ({ type: 'listItem', content: [paragraph(text)] })),
});

/** From one text, two versions of it at the same time; what both then have. */
function together(start: Blocks, ...versions: Blocks[]): Blocks {
  const first = docWith(start);
  const docs = versions.map((version) => {
    const doc = copyOf(first);
    doc.transact(() => updateFragment(fragmentOf(doc), { content: version }));
    return doc;
  });
  shareAll(docs);
  const [one, ...others] = docs.map(blocksOf);
  for (const other of others) expect(other).toEqual(one);
  return one ?? [];
}

test.each<[string, Blocks, Blocks, Blocks, Blocks]>([
  [
    'a list and a word in it',
    [paragraph('clean')],
    [listOf('clean')],
    [paragraph('clean water')],
    [listOf('clean water')],
  ],
  [
    'out of a list and a word in it',
    [listOf('one', 'two')],
    [paragraph('one'), paragraph('two')],
    [listOf('one', 'two more')],
    [paragraph('one'), paragraph('two more')],
  ],
  [
    'two paragraphs made one and a word in the second',
    [paragraph('one'), paragraph('two')],
    [paragraph('onetwo')],
    [paragraph('one'), paragraph('two more')],
    [paragraph('onetwo more')],
  ],
  [
    'a new paragraph before the end and a word at the end',
    [paragraph('one two')],
    [paragraph('one'), paragraph(' two')],
    [paragraph('one two more')],
    [paragraph('one'), paragraph(' two more')],
  ],
  [
    'a new paragraph at the beginning and a word at the end',
    [paragraph('one')],
    [{ type: 'paragraph' }, paragraph('one')],
    [paragraph('one more')],
    [{ type: 'paragraph' }, paragraph('one more')],
  ],
  [
    'a heading and a list, then a word',
    [paragraph('one'), paragraph('two')],
    [{ type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'one' }] }, listOf('two')],
    [paragraph('one more'), paragraph('two more')],
    [{ type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'one more' }] }, listOf('two more')],
  ],
  [
    'both split one item of a list',
    [listOf('onetwothree')],
    [listOf('one', 'twothree')],
    [listOf('onetwo', 'three')],
    [listOf('one', 'two', 'three')],
  ],
  [
    'both make a list of a paragraph of their own',
    [paragraph('one'), paragraph('two')],
    [listOf('one'), paragraph('two')],
    [paragraph('one'), listOf('two')],
    [listOf('one', 'two')],
  ],
  [
    'all cleared and a word at the end',
    [paragraph('one'), paragraph('two')],
    [{ type: 'paragraph' }],
    [paragraph('one'), paragraph('two more')],
    [paragraph(' more')],
  ],
  [
    'two scripts and joined emoji next to each other',
    [paragraph('ab')],
    [paragraph('aשלוםb')],
    [paragraph('a👩‍👩‍👧‍👦😀b')],
    [paragraph('aשלום👩‍👩‍👧‍👦😀b')],
  ],
])('both stay: %s', (_what, start, one, other, merged) => {
  const both = together(start, one, other);
  // Whose letters come first where both wrote at one place is not said.
  const text = (nodes: Blocks): string => Array.from(lettersOf(nodes)).sort().join('');
  expect(text(both)).toBe(text(merged));
  expect(shapeOf(both)).toEqual(shapeOf(merged));
  expect(lettersOf(both).isWellFormed()).toBe(true);
});

test('a text that holds elements, as y-prosemirror writes it, is read as it is and written on', () => {
  const doc = new Y.Doc();
  const fragment = new Y.XmlFragment();
  const element = new Y.XmlElement('paragraph');
  element.insert(0, [new Y.XmlText('one')]);
  fragment.insert(0, [element]);
  doc.getMap<Y.XmlFragment>('holder').set('t', fragment);
  expect(blocksOf(doc)).toEqual([paragraph('one')]);
  doc.transact(() => updateFragment(fragmentOf(doc), { content: [listOf('one', 'two')] }));
  expect(blocksOf(doc)).toEqual([listOf('one', 'two')]);
});
