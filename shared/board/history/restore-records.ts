// Brings the records of a document to what they were, key by key: what is missing is made, what reads otherwise is changed,
// what came since is deleted. The document goes on, so that what others write meanwhile, here or offline, merges.
import type { RecordsDiff } from '@tldraw/store';
import type { TLRecord } from '@tldraw/tlschema';
import * as Y from 'yjs';
import { diffInPieces } from '../layout/diff-pieces.ts';
import { writePlace } from '../layout/dragged-place.ts';
import { isStroke, segmentsKey } from '../layout/ink.ts';
import { boardRecordTypes, recordKeys, recordMaps, type RecordMap } from '../layout/layout.ts';
import { placeOf, type RecordLookup } from '../layout/page-place.ts';
import { recordChanges } from '../layout/record-changes.ts';
import { encodeRecord, hasRichText } from '../layout/record-codec.ts';
import { createFragment, updateFragment } from '../text/rich-text-fragment.ts';
import { sameRecord } from '../layout/same-record.ts';

/** What is written may show something else than was meant: a parent that comes back takes its children. Then once more. */
const roundsMax = 4;

/** `write` puts one piece into the document as one update, and is told which records it may delete. */
export type WritePiece = (change: (doc: Y.Doc) => void, going: readonly string[]) => void;

/** `wanted`: repaired records, such as `readBoardRecords` gives. Returns how many records were written. */
export function restoreRecords(
  read: () => readonly TLRecord[],
  wanted: readonly TLRecord[],
  write: WritePiece,
): number {
  const written = new Set<string>();
  const byId = new Map<string, TLRecord>(wanted.map((record) => [record.id, record]));
  for (let round = 0; round < roundsMax; round++) {
    const diff = recordsDiff(read(), wanted);
    for (const part of Object.values(diff)) for (const id of Object.keys(part)) written.add(id);
    let pieces = 0;
    for (const piece of diffInPieces(diff)) {
      pieces++;
      write((doc) => writePiece(doc, piece, (id) => byId.get(id)), Object.keys(piece.removed));
    }
    if (pieces === 0) break;
  }
  return written.size;
}

/** From the one to the other. */
function recordsDiff(from: readonly TLRecord[], to: readonly TLRecord[]): RecordsDiff<TLRecord> {
  const diff: RecordsDiff<TLRecord> = { added: {}, updated: {}, removed: {} };
  const before = new Map<string, TLRecord>(from.map((record) => [record.id, record]));
  const after = new Map<string, TLRecord>(to.map((record) => [record.id, record]));
  for (const record of to) {
    const old = before.get(record.id);
    if (!old) diff.added[record.id] = record;
    else if (!sameRecord(old, record)) diff.updated[record.id] = [old, record];
  }
  for (const record of from) if (!after.has(record.id)) diff.removed[record.id] = record;
  return diff;
}

/** Shapes of `to` that read otherwise than in `from`, and those that came since. */
export function countChanges(from: readonly TLRecord[], to: readonly TLRecord[]): { changed: number; added: number } {
  const diff = recordsDiff(from, to);
  const isShape = (record: TLRecord): boolean => record.typeName === 'shape';
  const changed = Object.values<[TLRecord, TLRecord]>(diff.updated).filter(([, now]) => isShape(now)).length;
  return { changed, added: Object.values<TLRecord>(diff.added).filter(isShape).length };
}

export function writePiece(doc: Y.Doc, piece: RecordsDiff<TLRecord>, lookup: RecordLookup): void {
  const maps = recordMaps(doc);
  for (const record of Object.values<TLRecord>(piece.removed)) maps.delete(record.id);
  for (const record of Object.values<TLRecord>(piece.added)) writeWhole(maps, record, lookup);
  for (const [from, to] of Object.values<[TLRecord, TLRecord]>(piece.updated)) {
    const map: unknown = maps.get(to.id);
    if (map instanceof Y.Map) writeKeys(map as RecordMap, from, to, lookup);
    else writeWhole(maps, to, lookup);
  }
}

function writeWhole(maps: Y.Map<RecordMap>, record: TLRecord, lookup: RecordLookup): void {
  if (boardRecordTypes.has(record.typeName)) maps.set(record.id, encodeRecord(record, lookup));
}

function writeKeys(map: RecordMap, from: TLRecord, to: TLRecord, lookup: RecordLookup): void {
  const changes = recordChanges(from, to);
  if (changes.place && to.typeName === 'shape') writePlace(map, placeOf(to, lookup));
  for (const [key, value] of changes.keys) map.set(key, value);
  // A stroke that somebody was drawing: its plain value stands for it now.
  if (isStroke(to) && map.has(recordKeys.ink)) {
    map.set(segmentsKey, to.props.segments);
    map.delete(recordKeys.ink);
  }
  if (!hasRichText(to)) return;
  const text = map.get(recordKeys.text);
  if (!(text instanceof Y.XmlFragment)) map.set(recordKeys.text, createFragment(to.props.richText));
  else if (changes.text) updateFragment(text, changes.text);
}
