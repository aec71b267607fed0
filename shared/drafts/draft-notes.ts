// What a person has written in a private round, read from their draft document: notes, cards and texts that say something.
import type { TLNoteShape, TLRecord, TLShape, TLTextShape } from '@tldraw/tlschema';
import type * as Y from 'yjs';
import { boardMeta, recordMaps } from '../board/layout/layout.ts';
import { readBoardRecords } from '../board/layout/read-records.ts';
import { plainFromRichText } from '../board/text/rich-text.ts';
import type { CardShape } from '../schema/card-shape.ts';
import type { PrivateRound } from './private-round.ts';

export type DraftShape = TLShape & (CardShape | TLNoteShape | TLTextShape);

/** Key in `meta` of a note that its person has marked as one of their best. */
export const bestKey = 'best';

const kinds: ReadonlySet<string> = new Set(['note', 'card', 'text']);

/** What can be written in private. */
export function isDraftShape(record: TLRecord): record is DraftShape {
  return record.typeName === 'shape' && kinds.has(record.type);
}

/** Empty ones too, in reading order. */
export function draftsIn(doc: Y.Doc): DraftShape[] {
  return readBoardRecords(doc).records.filter(isDraftShape).toSorted(inReadingOrder);
}

/** How many there are, without reading them. */
export function draftCount(doc: Y.Doc): number {
  return [...recordMaps(doc).keys()].filter((id) => id.startsWith('shape:')).length;
}

const shownKey = 'shown';

/** How many of this person's notes are on the board already: they count as what this person may write. */
export function shownCount(doc: Y.Doc): number {
  const shown = boardMeta(doc).get(shownKey);
  return typeof shown === 'number' ? shown : 0;
}

/** Call inside a transaction. These are on the board from now on. Written by the server only. */
export function takeShown(doc: Y.Doc, ids: readonly string[], shown: number): void {
  for (const id of ids) recordMaps(doc).delete(id);
  boardMeta(doc).set(shownKey, shown);
}

/** Whether a note of this id is there, or was. */
export function wasWritten(doc: Y.Doc, id: string): boolean {
  return recordMaps(doc)._map.has(id);
}

export function wordsOf({ props }: DraftShape): string {
  return plainFromRichText(props.richText).trim();
}

export function isBest({ meta }: Pick<TLShape, 'meta'>): boolean {
  return meta[bestKey] === true;
}

/** What one person has in a round. */
export interface Held {
  notes: number;
  /** As their best; 0: they have chosen none. */
  marked: number;
}

type Bounds = Pick<PrivateRound, 'notesMax' | 'best'>;

/** What a person may still write, of whom so many are on the board already. */
export function leftOf<T extends Bounds>(round: T, shown: number): T {
  const { notesMax, best } = round;
  return { ...round, notesMax: Math.max(0, notesMax - shown), best: best === null ? null : Math.max(0, best - shown) };
}

/**
 * What goes in of one person: those they marked, or the first ones where they marked none. Empty ones never. How many one may write is
 * kept as they are written: what was taken in goes in.
 */
export function chosenOf(drafts: readonly DraftShape[], { best }: Pick<Bounds, 'best'>): DraftShape[] {
  const said = drafts.filter((draft) => wordsOf(draft) !== '');
  if (best === null) return said;
  const marked = said.filter(isBest);
  return (marked.length > 0 ? marked : said).slice(0, best);
}

/** How many of theirs a round has to take so that none of it is lost, of whom so many are on the board already. */
export function heldOf(drafts: readonly DraftShape[], shown: number): Held {
  const marked = drafts.filter((draft) => isBest(draft) && wordsOf(draft) !== '').length;
  return { notes: drafts.length + shown, marked: marked === 0 ? 0 : marked + shown };
}

function inReadingOrder(one: TLShape, other: TLShape): number {
  return one.y - other.y || one.x - other.x || (one.id < other.id ? -1 : 1);
}
