// What of a board can be voted on: cards, notes, texts, and zones by their titles.
import type { TLRecord, TLShape } from '@tldraw/tlschema';
import { titleOf } from '../board/outline.ts';

const types: ReadonlySet<string> = new Set<TLShape['type']>(['card', 'note', 'text', 'geo', 'frame', 'zone']);

/** Its words; null where it is nothing to vote on. */
export function votableWords(record: TLRecord | undefined): string | null {
  if (record?.typeName !== 'shape' || !types.has(record.type)) return null;
  const words = titleOf(record).replace(/\s+/g, ' ').trim();
  return words === '' ? null : words;
}
