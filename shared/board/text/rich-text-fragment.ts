// Rich text <-> Y.XmlFragment. The fragment holds one Y.XmlText with all lines of the text (text-lines.ts). Reading never
// writes; writing changes as few letters as it can. A fragment with elements, as y-prosemirror writes it, is read too, and
// takes this form when somebody changes it.
import type { TLRichText } from '@tldraw/tlschema';
import * as Y from 'yjs';
import { canonicalContent, type RichNode } from './rich-text.ts';
import { placesThrough, textDifferences, theirDifferences, type TextDifference } from './text-difference.ts';
import {
  contentOfRuns,
  isNewline,
  lineBreak,
  marksFromAttributes,
  partsOf,
  runsOfContent,
  type Attributes,
  type TextRun,
} from './text-lines.ts';

interface AttributeChange {
  at: number;
  length: number;
  change: Attributes;
}

const newlineKeys = ['heading', 'dir', 'lists'];

/** Stands for something in a text that is no letter; it is never shown. */
const noLetters: TextRun = { text: '\ufffc', attributes: {} };

export function readFragment(fragment: Y.XmlFragment): TLRichText {
  const content = canonicalContent({ content: fragment.toArray().flatMap(readBlocks) });
  return { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] };
}

export function createFragment(richText: { content?: unknown[] }): Y.XmlFragment {
  const fragment = new Y.XmlFragment();
  const text = new Y.XmlText();
  text.applyDelta(
    runsOfContent(canonicalContent(richText)).map((run) => ({ insert: run.text, attributes: run.attributes })),
  );
  fragment.insert(0, [text]);
  return fragment;
}

/**
 * Call inside a transaction. `before`: the text that was changed into `richText`. Where the fragment holds more than that -
 * what others have written and this canvas does not show yet - only what changed between the two is carried over.
 */
export function updateFragment(
  fragment: Y.XmlFragment,
  richText: { content?: unknown[] },
  before: { content?: unknown[] } | null = null,
): void {
  const text = fragmentText(fragment) ?? takeForm(fragment);
  const runs = runsOfContent(canonicalContent(richText));
  const base = before && runsOfContent(canonicalContent(before));
  const have = runsOf(text);
  if (base && !isSameText(have, base)) {
    carryOver(text, have, base, runs);
    return;
  }
  updateLetters(text, have, runs);
  updateAttributes(text, runs);
}

/** The text that holds all letters; null for a fragment that has another form. */
export function fragmentText(fragment: Y.XmlFragment): Y.XmlText | null {
  const only: unknown = fragment.length === 1 ? fragment.get(0) : null;
  return only instanceof Y.XmlText ? only : null;
}

function takeForm(fragment: Y.XmlFragment): Y.XmlText {
  const text = new Y.XmlText();
  if (fragment.length > 0) fragment.delete(0, fragment.length);
  fragment.insert(0, [text]);
  return text;
}

function readBlocks(child: unknown): RichNode[] {
  return child instanceof Y.XmlText ? contentOfRuns(lettersOf(child)) : readElement(child);
}

function readElement(child: unknown): RichNode[] {
  if (child instanceof Y.XmlText)
    return lettersOf(child).map((run) => ({
      type: 'text',
      text: run.text,
      marks: marksFromAttributes(run.attributes),
    }));
  if (!(child instanceof Y.XmlElement)) return [];
  return [{ type: child.nodeName, attrs: child.getAttributes(), content: child.toArray().flatMap(readElement) }];
}

function lettersOf(text: Y.XmlText): TextRun[] {
  return runsOf(text).filter((run) => run !== noLetters);
}

/** Every place of the text, in as many UTF-16 units as it has in Yjs. */
function runsOf(text: Y.XmlText): TextRun[] {
  const delta = text.toDelta() as { insert: unknown; attributes?: Attributes }[];
  return delta.flatMap(({ insert, attributes = {} }) =>
    typeof insert === 'string' ? partsOf(insert).map((part) => ({ text: part, attributes })) : [noLetters],
  );
}

function lettersIn(runs: readonly TextRun[]): string {
  return runs.map((run) => run.text).join('');
}

function updateLetters(text: Y.XmlText, have: readonly TextRun[], runs: readonly TextRun[]): void {
  const before = lettersIn(have);
  const after = lettersIn(runs);
  // The last newline stays whatever else goes: others may be writing before it.
  const kept = before.endsWith('\n') && after.endsWith('\n') ? 1 : 0;
  const differences = textDifferences(before.slice(0, before.length - kept), after.slice(0, after.length - kept));
  for (const { start, removed, from, inserted } of differences.toReversed()) {
    if (removed > 0) text.delete(start, removed);
    insertRuns(text, start, runs, from, from + inserted);
  }
}

/** What changed from `base` to `runs`, at the places where the letters of `base` stand in `text`, which holds `have`. */
function carryOver(
  text: Y.XmlText,
  have: readonly TextRun[],
  base: readonly TextRun[],
  runs: readonly TextRun[],
): void {
  const [before, after] = [lettersIn(base), lettersIn(runs)];
  const mine = textDifferences(before, after);
  const places = placesThrough(theirDifferences(linesOf(before), linesOf(lettersIn(have))), before.length);
  carryAttributes(text, base, runs, mine, places);
  for (const { start, removed, from, inserted } of mine.toReversed()) {
    const at = placeAfter(places, start);
    for (const { first, length } of stretches(places.slice(start, start + removed)).toReversed())
      text.delete(first, length);
    insertRuns(text, at, runs, from, from + inserted);
  }
}

/** With breaks as newlines: who knows the plain words only holds both for the same. */
function linesOf(letters: string): string {
  return letters.replaceAll(lineBreak, '\n');
}

/** Places that follow one another, together. */
function stretches(places: readonly (number | null)[]): { first: number; length: number }[] {
  const found: { first: number; length: number }[] = [];
  for (const place of places) {
    const last = found.at(-1);
    if (place === null) continue;
    if (last && last.first + last.length === place) last.length++;
    else found.push({ first: place, length: 1 });
  }
  return found;
}

/** Behind the nearest letter before `offset` that is still there. */
function placeAfter(places: readonly (number | null)[], offset: number): number {
  const place = places.slice(0, offset).findLast((one) => one !== null);
  return place === undefined || place === null ? 0 : place + 1;
}

function carryAttributes(
  text: Y.XmlText,
  base: readonly TextRun[],
  runs: readonly TextRun[],
  mine: readonly TextDifference[],
  places: readonly (number | null)[],
): void {
  const [have, want] = [attributesOfLetters(base), attributesOfLetters(runs)];
  const kept = placesThrough(mine, have.length);
  const changes: AttributeChange[] = [];
  for (const [offset, place] of places.entries()) {
    const target = kept[offset];
    if (place === null || target === null || target === undefined) continue;
    const [from, to] = [have[offset], want[target]];
    if (!from || !to) continue;
    const change = attributeChange(from.attributes, to.attributes, isNewline(to.text));
    if (Object.keys(change).length > 0) addChange(changes, { at: place, length: 1, change });
  }
  applyChanges(text, changes);
}

function attributesOfLetters(runs: readonly TextRun[]): TextRun[] {
  return runs.flatMap((run) => Array.from({ length: run.text.length }, () => run));
}

/** Inserts what `runs` have between two offsets. */
function insertRuns(text: Y.XmlText, at: number, runs: readonly TextRun[], from: number, to: number): void {
  let offset = 0;
  for (const run of runs) {
    const first = Math.max(from, offset);
    const part = run.text.slice(first - offset, Math.max(0, to - offset));
    if (part !== '') text.insert(at + first - from, part, run.attributes);
    offset += run.text.length;
  }
}

/** What lines and letters are is changed in place: nothing is typed anew, so another's letters in between stay. */
function updateAttributes(text: Y.XmlText, runs: readonly TextRun[]): void {
  applyChanges(text, attributeChanges(runsOf(text), runs));
}

function isSameText(have: readonly TextRun[], runs: readonly TextRun[]): boolean {
  return lettersIn(have) === lettersIn(runs) && attributeChanges(have, runs).length === 0;
}

/** What it takes to give the letters of `have` the attributes of those in `runs`, letter by letter. */
function attributeChanges(have: readonly TextRun[], runs: readonly TextRun[]): AttributeChange[] {
  const changes: AttributeChange[] = [];
  let at = 0;
  let index = 0;
  let within = 0;
  for (const run of have) {
    for (let left = run.text.length; left > 0;) {
      const want = runs[index];
      if (!want) return changes;
      const length = Math.min(left, want.text.length - within);
      const change = attributeChange(run.attributes, want.attributes, isNewline(want.text));
      if (Object.keys(change).length > 0) changes.push({ at, length, change });
      at += length;
      left -= length;
      within += length;
      if (within === want.text.length) {
        index++;
        within = 0;
      }
    }
  }
  return changes;
}

/** Joined to the one before where it goes on: Yjs would tear the two halves of an emoji apart. */
function addChange(changes: AttributeChange[], { at, length, change }: AttributeChange): void {
  const last = changes.at(-1);
  if (last && last.at + last.length === at && JSON.stringify(last.change) === JSON.stringify(change))
    last.length += length;
  else changes.push({ at, length, change });
}

function applyChanges(text: Y.XmlText, changes: readonly AttributeChange[]): void {
  for (const { at, length, change } of changes) text.format(at, length, change);
}

/** A letter has no use for what a newline carries, nor a newline for marks; where a merge has left some, they stay. */
function attributeChange(have: Attributes, want: Attributes, ofNewline: boolean): Attributes {
  const change: Attributes = {};
  const matters = (name: string): boolean => newlineKeys.includes(name) === ofNewline;
  for (const name of Object.keys(have)) if (matters(name) && !(name in want)) change[name] = null;
  for (const [name, value] of Object.entries(want))
    if (JSON.stringify(have[name]) !== JSON.stringify(value)) change[name] = value;
  return change;
}
