// Rich text <-> Y.XmlFragment, in the form y-prosemirror uses (an element per block, marks as text attributes), so that
// any ProseMirror editor can join. Reading never writes; writing changes as few letters as it can.
import type { TLRichText } from '@tldraw/tlschema';
import * as Y from 'yjs';
import { canonicalContent, type RichMark, type RichNode } from './rich-text.ts';

type TextAttributes = Record<string, Record<string, unknown>>;
type Parent = Y.XmlFragment | Y.XmlElement;
type Child = Y.XmlElement | Y.XmlText;
/** A run of text between elements, or one element. */
type Item = { text: RichNode[] } | { element: RichNode };

export function readFragment(fragment: Y.XmlFragment): TLRichText {
  const content = canonicalContent({ content: fragment.toArray().flatMap(readChild) });
  return { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] };
}

export function createFragment(richText: { content?: unknown[] }): Y.XmlFragment {
  const fragment = new Y.XmlFragment();
  insertItems(fragment, 0, toItems(canonicalContent(richText), 'doc'));
  return fragment;
}

/** Call inside a transaction. */
export function updateFragment(fragment: Y.XmlFragment, richText: { content?: unknown[] }): void {
  updateChildren(fragment, toItems(canonicalContent(richText), 'doc'));
}

function readChild(child: unknown): RichNode[] {
  if (child instanceof Y.XmlText) {
    const delta = child.toDelta() as { insert: unknown; attributes?: TextAttributes }[];
    return delta.flatMap((op) =>
      typeof op.insert === 'string'
        ? [{ type: 'text', text: op.insert, marks: marksFromAttributes(op.attributes) }]
        : [],
    );
  }
  if (!(child instanceof Y.XmlElement)) return [];
  return [{ type: child.nodeName, attrs: child.getAttributes(), content: child.toArray().flatMap(readChild) }];
}

// y-prosemirror writes `link--<hash>` where marks of one type overlap.
function marksFromAttributes(attributes: TextAttributes = {}): RichMark[] {
  return Object.entries(attributes).map(([name, attrs]) => ({ type: name.split('--')[0] ?? name, attrs }));
}

function attributesFromMarks(marks: RichMark[] = []): TextAttributes {
  return Object.fromEntries(marks.map((mark) => [mark.type, mark.attrs ?? {}]));
}

/** Blocks whose children are text and breaks. */
const textBlocks = new Set(['paragraph', 'heading']);

/**
 * Children as they stand in the document. A text block holds a text at both ends and between any two elements, be it
 * empty: two people who write into an empty note then write into one text, and clearing it deletes letters, not the place
 * where somebody else is writing.
 */
function toItems(nodes: RichNode[], parentType: string): Item[] {
  const isTextBlock = textBlocks.has(parentType);
  const items: Item[] = isTextBlock ? [{ text: [] }] : [];
  for (const node of nodes) {
    const last = items.at(-1);
    if (node.type !== 'text') items.push({ element: node }, ...(isTextBlock ? [{ text: [] }] : []));
    else if (last && 'text' in last) last.text.push(node);
    else items.push({ text: [node] });
  }
  return items;
}

function createChild(item: Item): Child {
  if ('text' in item) {
    const text = new Y.XmlText();
    text.applyDelta(item.text.map((run) => ({ insert: run.text ?? '', attributes: attributesFromMarks(run.marks) })));
    return text;
  }
  const element = new Y.XmlElement(item.element.type);
  for (const [name, value] of Object.entries(item.element.attrs ?? {})) setAttribute(element, name, value);
  element.insert(
    0,
    toItems(item.element.content ?? [], item.element.type).map((child) => createChild(child)),
  );
  return element;
}

function insertItems(parent: Parent, index: number, items: Item[]): void {
  if (items.length > 0)
    parent.insert(
      index,
      items.map((item) => createChild(item)),
    );
}

function setAttribute(element: Y.XmlElement, name: string, value: unknown): void {
  // Yjs types attributes as strings but stores any JSON, as y-prosemirror does.
  element.setAttribute(name, value as string);
}

function updateChildren(parent: Parent, items: Item[]): void {
  const children = parent.toArray() as Child[];
  let left = 0;
  while (left < children.length && left < items.length && sameChild(children[left], items[left])) left++;
  let right = 0;
  while (
    right < children.length - left &&
    right < items.length - left &&
    sameChild(children.at(-1 - right), items.at(-1 - right))
  )
    right++;
  const oldMiddle = children.slice(left, children.length - right);
  const newMiddle = items.slice(left, items.length - right);
  let index = left;
  let paired = 0;
  while (paired < oldMiddle.length && paired < newMiddle.length && updateChild(oldMiddle[paired], newMiddle[paired])) {
    paired++;
    index++;
  }
  if (oldMiddle.length > paired) parent.delete(index, oldMiddle.length - paired);
  insertItems(parent, index, newMiddle.slice(paired));
}

function sameChild(child: Child | undefined, item: Item | undefined): boolean {
  if (!child || !item) return false;
  if ('text' in item) return child instanceof Y.XmlText && comparable(readChild(child)) === comparable(item.text);
  const isSameKind = child instanceof Y.XmlElement && child.nodeName === item.element.type;
  return isSameKind && comparable(readChild(child)) === comparable([item.element]);
}

function comparable(nodes: RichNode[]): string {
  return JSON.stringify(canonicalContent({ content: nodes }));
}

/** False where the two are of different kinds and one must replace the other. */
function updateChild(child: Child | undefined, item: Item | undefined): boolean {
  if (child instanceof Y.XmlText && item && 'text' in item) {
    updateText(child, item.text);
    return true;
  }
  if (!(child instanceof Y.XmlElement) || !item || !('element' in item) || child.nodeName !== item.element.type)
    return false;
  const attrs = item.element.attrs ?? {};
  for (const name of Object.keys(child.getAttributes())) if (!(name in attrs)) child.removeAttribute(name);
  for (const [name, value] of Object.entries(attrs))
    if (child.getAttribute(name) !== value) setAttribute(child, name, value);
  updateChildren(child, toItems(item.element.content ?? [], item.element.type));
  return true;
}

function updateText(text: Y.XmlText, runs: RichNode[]): void {
  const before = readChild(text)
    .map((run) => run.text)
    .join('');
  const after = runs.map((run) => run.text).join('');
  const { start, removed, inserted } = textDifference(before, after);
  if (removed > 0) text.delete(start, removed);
  let offset = 0;
  for (const run of runs) {
    const length = (run.text ?? '').length;
    const from = Math.max(start, offset);
    const to = Math.min(start + inserted, offset + length);
    if (from < to) text.insert(from, after.slice(from, to), attributesFromMarks(run.marks));
    offset += length;
  }
  updateMarks(text, runs);
}

/** Bold, links and so on are changed in place: letters are not typed anew, so another's letters between them stay. */
function updateMarks(text: Y.XmlText, runs: RichNode[]): void {
  const marksAt = (nodes: RichNode[]): TextAttributes[] =>
    nodes.flatMap((run) => Array.from({ length: (run.text ?? '').length }, () => attributesFromMarks(run.marks)));
  const have = marksAt(readChild(text));
  const want = marksAt(runs);
  for (let i = 0; i < want.length;) {
    const change = attributeChange(have[i] ?? {}, want[i] ?? {});
    const key = JSON.stringify(change);
    let end = i + 1;
    while (end < want.length && JSON.stringify(attributeChange(have[end] ?? {}, want[end] ?? {})) === key) end++;
    if (key !== '{}') text.format(i, end - i, change);
    i = end;
  }
}

function attributeChange(have: TextAttributes, want: TextAttributes): Record<string, unknown> {
  const change: Record<string, unknown> = {};
  for (const name of Object.keys(have)) if (!(name in want)) change[name] = null;
  for (const [name, attrs] of Object.entries(want))
    if (JSON.stringify(have[name]) !== JSON.stringify(attrs)) change[name] = attrs;
  return change;
}

/** Common prefix and suffix, in UTF-16 units, never cutting a surrogate pair. */
export function textDifference(before: string, after: string): { start: number; removed: number; inserted: number } {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  if (start > 0 && isHighSurrogate(before, start - 1)) start--;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  if (end > 0 && isHighSurrogate(before, before.length - end - 1)) end--;
  return { start, removed: before.length - end - start, inserted: after.length - end - start };
}

function isHighSurrogate(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return code >= 0xd800 && code <= 0xdbff;
}
