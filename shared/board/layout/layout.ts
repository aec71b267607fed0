// The Y.Doc of a board, layout version 1: which keys exist and what they hold. Every reader and writer goes through these names.
//
//   meta  Y.Map  layout, schema (tldraw's migration sequences), epoch                                written by the server only
//   rec   Y.Map  record id -> Y.Map
//           ''           the record as created, without id and rich text
//           '$'          place: [parentId, x, y, rotation], and inside another shape also [pageId, px, py, protation]
//           '<key>', 'p.<prop>', 'm.<meta key>'   only what changed since creation
//           't'          Y.XmlFragment of a record with rich text, made together with the record; holds one Y.XmlText
//           'd'          Y.Map with a '$' that counts before the other, while several shapes are being dragged
//           'i'          ink chunks while a stroke is being drawn
import * as Y from 'yjs';
import { type ClientVersion, clientVersionSchema } from '../../schema/client-version.ts';

export const recordKeys = { base: '', place: '$', drag: 'd', text: 't', ink: 'i' } as const;
export const propPrefix = 'p.';
export const metaPrefix = 'm.';
/** Stands for "this key was there at creation and was taken away since". */
export const removedMarker = '\u0000removed';

/** The kinds of records a board is made of. tldraw's other document records, such as users, stay out of it. */
export const boardRecordTypes: ReadonlySet<string> = new Set(['document', 'page', 'shape', 'asset', 'binding']);

export type RecordMap = Y.Map<unknown>;

/** The one root that clients write in. */
export const recordsRoot = 'rec';

export function recordMaps(doc: Y.Doc): Y.Map<RecordMap> {
  return doc.getMap<RecordMap>(recordsRoot);
}

export function boardMeta(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap('meta');
}

/** What a client must know to read this document. */
export function documentVersion(doc: Y.Doc): ClientVersion {
  const parsed = clientVersionSchema.safeParse(boardMeta(doc).toJSON());
  return parsed.success ? parsed.data : {};
}

/** One value, so that a reparent by one person and a move by another never mix into a place nobody chose. */
export type Place = [
  parentId: string,
  x: number,
  y: number,
  rotation: number,
  pageId?: string,
  px?: number,
  py?: number,
  protation?: number,
];

export function isPlace(value: unknown): value is Place {
  if (!Array.isArray(value) || (value.length !== 4 && value.length !== 8)) return false;
  const strings = [value[0], ...(value.length === 8 ? [value[4]] : [])];
  const numbers = [...value.slice(1, 4), ...value.slice(5, 8)];
  return strings.every((part) => typeof part === 'string') && numbers.every((part) => Number.isFinite(part));
}
