// A note or card whose words are changed, or that is removed, from outside the canvas.
import type { TLRecord } from '@tldraw/tlschema';
import * as Y from 'yjs';
import { propPrefix, recordKeys, recordMaps, type RecordMap } from '../layout/layout.ts';
import { growthOf } from './note-growth.ts';
import { isFields, readFields } from '../layout/record-codec.ts';
import { plainFromRichText, richTextFromPlain } from '../text/rich-text.ts';
import { createFragment, readFragment, updateFragment } from '../text/rich-text-fragment.ts';
import { placesThrough, textDifferences, theirDifferences, type TextDifference } from '../text/text-difference.ts';

/** Plain words: those that somebody began from, and what they made of them. */
export interface WordChange {
  was: string;
  text: string;
}

/**
 * Call inside a transaction. Letter by letter, and only what this person changed: what others have written there since they
 * began stays. The same change twice is one.
 */
export function changeWords(doc: Y.Doc, id: string, { was, text }: WordChange): void {
  const map = recordMaps(doc).get(id);
  if (!map) return;
  const [before, after] = [was.trim(), text.trim()];
  const words = map.get(recordKeys.text);
  growWith(map, after);
  if (!(words instanceof Y.XmlFragment)) {
    map.set(recordKeys.text, createFragment(richTextFromPlain(after)));
    return;
  }
  const wanted = withMissing(before, after, plainFromRichText(readFragment(words)));
  if (wanted !== before) updateFragment(words, richTextFromPlain(wanted), richTextFromPlain(before));
}

/** A note is no smaller than its words. */
function growWith(map: RecordMap, words: string): void {
  const fields = readFields('', map);
  const props = fields?.['props'];
  if (fields?.['type'] !== 'note' || !isFields(props)) return;
  const growth = growthOf(words);
  const now = props['growY'];
  if (typeof now !== 'number' || now < growth) map.set(`${propPrefix}growY`, growth);
}

/** `before` with what `after` has made of it and `now` has not: a change comes again where its answer was lost. */
function withMissing(before: string, after: string, now: string): string {
  if (now === after) return before;
  const [mine, seen] = [`\n${after}\n`, `\n${now}\n`];
  const places = placesThrough(theirDifferences(mine, seen), mine.length);
  const parts: string[] = [];
  let at = 0;
  for (const difference of textDifferences(before, after)) {
    if (isThere(difference, places)) continue;
    const { start, removed, from, inserted } = difference;
    parts.push(before.slice(at, start), after.slice(from, from + inserted));
    at = start + removed;
  }
  return parts.join('') + before.slice(at);
}

/** All that was put in stands in one row with the letter before it or behind it. To take out the same twice does no harm. */
function isThere({ from, inserted }: TextDifference, places: readonly (number | null)[]): boolean {
  // One newline stands before the text.
  const inRow = (first: number): boolean => {
    const [start = null, ...rest] = places.slice(first, first + inserted + 1);
    return start !== null && rest.every((place, index) => place === start + index + 1);
  };
  return inserted > 0 && (inRow(from) || inRow(from + 1));
}

/** Ids of what ties arrows to it. */
export function bindingsOf(records: readonly TLRecord[], id: string): string[] {
  return records.flatMap((record) =>
    record.typeName === 'binding' && (record.fromId === id || record.toId === id) ? [record.id] : [],
  );
}
