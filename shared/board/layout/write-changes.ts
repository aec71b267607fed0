// Local changes -> the document. Writes only keys that the person changed. An undo or redo writes a key only where this
// client wrote it last, and never brings back what somebody else deleted.
import type { RecordsDiff } from '@tldraw/store';
import type { TLRecord } from '@tldraw/tlschema';
import * as Y from 'yjs';
import { writeDraggedPlace, writePlace } from './dragged-place.ts';
import { isStroke, segmentsKey, writeInk } from './ink.ts';
import { hasTextOfOthers, hasWorkOfOthers, isWrittenBy } from './last-writer.ts';
import { boardRecordTypes, recordKeys, recordMaps, type RecordMap } from './layout.ts';
import { placeOf, type RecordLookup } from './page-place.ts';
import { recordChanges } from './record-changes.ts';
import { encodeRecord, hasRichText } from './record-codec.ts';
import { updateFragment } from '../text/rich-text-fragment.ts';

export interface WriteContext {
  doc: Y.Doc;
  /** Origin of the transaction. */
  origin: unknown;
  lookup: RecordLookup;
  /** The changes come from undo or redo. */
  replaying: boolean;
  /** Several shapes are on their way, and have not arrived. */
  dragging: boolean;
  deletedByOthers: ReadonlySet<string>;
  /** Records of whose text somebody else has taken letters out. */
  cutByOthers: ReadonlySet<string>;
}

/** Returns ids whose change was not written, wholly or in part: the document's version holds for them. */
export function writeChanges(diff: RecordsDiff<TLRecord>, context: WriteContext): Set<string> {
  const kept = new Set<string>();
  const maps = recordMaps(context.doc);
  context.doc.transact(() => {
    for (const record of Object.values<TLRecord>(diff.added)) {
      if (!writeAdded(record, maps, context)) kept.add(record.id);
    }
    for (const [from, to] of Object.values<[TLRecord, TLRecord]>(diff.updated)) {
      if (!writeUpdated(from, to, recordMap(maps, to.id), context)) kept.add(to.id);
    }
    for (const record of Object.values<TLRecord>(diff.removed)) {
      if (!writeRemoved(record, maps, context)) kept.add(record.id);
    }
  }, context.origin);
  return kept;
}

/** Ends the drag of these, where it is still this person's. */
export function settlePlaces(doc: Y.Doc, ids: Iterable<string>, origin: unknown): void {
  doc.transact(() => {
    for (const id of ids) {
      const map = recordMap(recordMaps(doc), id);
      if (map?.has(recordKeys.drag) && isWrittenBy(map, recordKeys.drag, doc.clientID)) writePlace(map);
    }
  }, origin);
}

/** Undefined also for what is no record, which a program may have put in its place. */
function recordMap(maps: Y.Map<RecordMap>, id: string): RecordMap | undefined {
  const map: unknown = maps.get(id);
  return map instanceof Y.Map ? map : undefined;
}

function writeAdded(record: TLRecord, maps: Y.Map<RecordMap>, context: WriteContext): boolean {
  if (!boardRecordTypes.has(record.typeName)) return true;
  if (recordMap(maps, record.id)) return false;
  if (context.replaying && context.deletedByOthers.has(record.id)) return false;
  maps.set(record.id, encodeRecord(record, context.lookup));
  return true;
}

function writeUpdated(from: TLRecord, to: TLRecord, map: RecordMap | undefined, context: WriteContext): boolean {
  if (!boardRecordTypes.has(to.typeName)) return true;
  // Deleted meanwhile by somebody else: a delete wins over an edit.
  if (!map) return false;
  const { doc, replaying } = context;
  const mayWrite = (key: string): boolean => !replaying || isWrittenBy(map, key, doc.clientID);
  // Of what is there only while a gesture goes on: what is not there is nobody's.
  const mayEnd = (key: string): boolean => !map.has(key) || mayWrite(key);
  const changes = recordChanges(from, to);
  // What the document still has of an earlier life of it as this type of shape is part of it again.
  let whole = !isOtherType(from, to);
  if (changes.place && to.typeName === 'shape') {
    const isMine = mayWrite(recordKeys.place) && mayEnd(recordKeys.drag);
    // Back into a frame that others have deleted: the shape stays where it is.
    if (!isMine || !context.lookup(to.parentId)) whole = false;
    else if (context.dragging) writeDraggedPlace(map, placeOf(to, context.lookup));
    else writePlace(map, placeOf(to, context.lookup));
  }
  // The chunks of a stroke and its plain value go together: both are this person's to take back, or neither.
  if (isStroke(to) && mayEnd(recordKeys.ink) && mayWrite(segmentsKey)) writeInk(map, to, changes.keys, replaying);
  else if (isStroke(to) && changes.keys.delete(segmentsKey)) whole = false;
  for (const [key, value] of changes.keys) {
    if (mayWrite(key)) map.set(key, value);
    else whole = false;
  }
  if (changes.text) {
    const text = map.get(recordKeys.text);
    const isShared = (of: Y.XmlFragment): boolean =>
      context.cutByOthers.has(to.id) || hasTextOfOthers(of, doc.clientID);
    if (text instanceof Y.XmlFragment && !(replaying && isShared(text)))
      updateFragment(text, changes.text, hasRichText(from) ? from.props.richText : null);
    else whole = false;
  }
  return whole;
}

function isOtherType(from: TLRecord, to: TLRecord): boolean {
  return from.typeName === 'shape' && to.typeName === 'shape' && from.type !== to.type;
}

function writeRemoved(record: TLRecord, maps: Y.Map<RecordMap>, context: WriteContext): boolean {
  const map = recordMap(maps, record.id);
  if (!map) return true;
  if (context.replaying && hasWorkOfOthers(map, context.doc.clientID)) return false;
  maps.delete(record.id);
  return true;
}
