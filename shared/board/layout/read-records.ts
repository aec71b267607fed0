// The repaired records of a whole document: what the server hands out and what a fresh client would draw.
import type { TLRecord } from '@tldraw/tlschema';
import type * as Y from 'yjs';
import { recordMaps } from './layout.ts';
import { decodeRecord, type DecodedRecord } from './record-codec.ts';
import { repairBoard } from '../repair/repair.ts';

export function readBoardRecords(doc: Y.Doc): { records: TLRecord[]; hidden: number } {
  const { records, hidden } = repairBoard(decodeAll(doc));
  return { records: [...records.values()], hidden };
}

function decodeAll(doc: Y.Doc): Map<string, DecodedRecord | null> {
  const decoded = new Map<string, DecodedRecord | null>();
  for (const [id, map] of recordMaps(doc)) decoded.set(id, decodeRecord(id, map));
  return decoded;
}
