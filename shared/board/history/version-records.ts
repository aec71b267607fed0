// The records of a version of a board: of a snapshot that was kept, brought to this code's schema where it is older.
import type { TLRecord } from '@tldraw/tlschema';
import * as Y from 'yjs';
import { recordMaps } from '../layout/layout.ts';
import { migrateBoard, needsMigration } from '../layout/migrate.ts';
import { quietDoc } from '../layout/quiet-doc.ts';
import { readBoardRecords } from '../layout/read-records.ts';
import { decodeRecord, type DecodedRecord } from '../layout/record-codec.ts';

/** Repaired, as they were drawn then. `snapshot`: Yjs V2. Throws where it cannot be read. */
export function versionRecords(snapshot: Uint8Array): TLRecord[] {
  return inVersion(snapshot, (doc) => readBoardRecords(doc).records);
}

/** As they stand in the snapshot: with where each goes when what it lies in is gone. */
export function versionContent(snapshot: Uint8Array): Map<string, DecodedRecord> {
  return inVersion(snapshot, (doc) => {
    const content = new Map<string, DecodedRecord>();
    for (const [id, map] of recordMaps(doc)) {
      const decoded = map instanceof Y.Map ? decodeRecord(id, map) : null;
      if (decoded) content.set(id, decoded);
    }
    return content;
  });
}

function inVersion<T>(snapshot: Uint8Array, read: (doc: Y.Doc) => T): T {
  const doc = quietDoc();
  try {
    Y.applyUpdateV2(doc, snapshot);
    if (needsMigration(doc)) doc.transact(() => migrateBoard(doc));
    return read(doc);
  } finally {
    doc.destroy();
  }
}
