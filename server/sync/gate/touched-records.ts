// What an update would do to the records: which it makes, changes and deletes. What the document has already counts for
// nothing, deletions too: a step 2 tells all that its client ever knew. Rules R31 and R46.
import * as Y from 'yjs';
import { recordKeys, recordsRoot } from '@commonboard/shared/board/layout/layout.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { ListOrder } from './list-order.ts';
import { Places, type Place, Torn } from './places.ts';
import { parentKey, PlacesLeft } from './places-left.ts';
import { eachIn, endOf, type UpdateParts } from './update-parts.ts';

/** Of a shape, as tldraw names it. */
const indexKey = 'index';

export interface Touched {
  /** Ids of records that are not there yet, and the client id under which each comes. */
  created: Map<string, number>;
  /** Of records that are there: written into, or replaced. */
  changed: Set<string>;
  /** The same, where only their place was written: where they stand, in what, and before which sibling. */
  moved: Set<string>;
  deleted: Set<string>;
  /** Ids of what it puts anything into, whatever is new or moved, or lets fall back to where it was before. */
  into: Set<string>;
}

/** elsewhere: it writes where only the server does. too-deep: types in types in types. Throws `Torn`. */
export function touchedRecords(parts: UpdateParts): Touched | 'elsewhere' | 'too-deep' {
  const { doc, byClient, deleted } = parts;
  const places = new Places(parts);
  const order = new ListOrder(parts);
  const left = new PlacesLeft(parts);
  const touched: Touched = {
    created: new Map(),
    changed: new Set(),
    moved: new Set(),
    deleted: new Set(),
    into: new Set(),
  };
  for (const [client, list] of byClient) {
    const state = Y.getState(doc.store, client);
    for (const part of list) {
      if (!(part instanceof Y.Item) || endOf(part) <= state) continue;
      if (!order.isKept(part)) throw new Torn('A part stands between two that are the other way round.');
      const place = places.of(part);
      if (place && !place.isRecords) return 'elsewhere';
      if (place && place.key !== null && part.length > 1 && !(part.content instanceof Y.ContentDeleted))
        throw new Torn('A key of a map has several values.');
      if (!place || place.record === null) continue;
      if (place.depth > limits.typeNestingMax) return 'too-deep';
      const written = { ...place, record: place.record };
      noteWritten(doc, touched, written, part);
      noteParent(touched.into, place, part);
      left.note(written, part);
    }
  }
  for (const [client, ranges] of deleted.clients) {
    for (const { clock, len } of ranges) {
      const isElsewhere = eachIn(doc, client, clock, len, (part) => {
        const place = part.deleted ? null : places.inDocument(part);
        if (place?.isRecords && place.record !== null) {
          (place.depth === 0 ? touched.deleted : isPlace(place) ? touched.moved : touched.changed).add(place.record);
          left.note({ ...place, record: place.record }, null);
        }
        return place !== null && !place.isRecords;
      });
      if (isElsewhere) return 'elsewhere';
    }
  }
  for (const parent of left.parents()) touched.into.add(parent);
  return touched;
}

/** Where a record stands, in the record or while it is dragged, and what orders it among its siblings. */
function isPlace({ depth, key }: Place): boolean {
  if (depth === 1) return key === recordKeys.place || key === recordKeys.drag || key === indexKey;
  // Maps in records are texts, which have no such key, and the one of a drag.
  return depth === 2 && key === recordKeys.place;
}

function noteWritten(doc: Y.Doc, touched: Touched, place: Place & { record: string }, part: Y.Item): void {
  const { record, depth } = place;
  if (isThere(doc, record)) (isPlace(place) ? touched.moved : touched.changed).add(record);
  else if (depth === 0 && !(part.content instanceof Y.ContentDeleted)) touched.created.set(record, part.id.client);
}

/** Every way in which a record may say what it stands in: as it was made, as a place, or by the bare key. */
function noteParent(into: Set<string>, place: Place, { content }: Y.Item): void {
  if (!isPlace(place) && !(place.depth === 1 && (place.key === recordKeys.base || place.key === parentKey))) return;
  for (const value of content.getContent() as unknown[]) {
    const parent = Array.isArray(value) ? (value[0] as unknown) : isRecord(value) ? value[parentKey] : value;
    if (typeof parent === 'string') into.add(parent);
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** Whether the board has this record now. */
function isThere(doc: Y.Doc, record: string): boolean {
  const item = doc.share.get(recordsRoot)?._map.get(record);
  return item !== undefined && !item.deleted;
}
