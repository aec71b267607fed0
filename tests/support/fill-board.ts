// Puts records into a board that is open, as a program would: in pieces.
import { recordMaps } from '@commonboard/shared/board/layout/layout.ts';
import { encodeRecord } from '@commonboard/shared/board/layout/record-codec.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import type { TLRecord } from '@tldraw/tlschema';
import type * as Y from 'yjs';

export function fillBoard(doc: Y.Doc, records: readonly TLRecord[]): void {
  const byId = new Map<string, TLRecord>(records.map((record) => [record.id, record]));
  for (let start = 0; start < records.length; start += limits.recordsPerUpdateMax) {
    doc.transact(() => {
      for (const record of records.slice(start, start + limits.recordsPerUpdateMax))
        recordMaps(doc).set(
          record.id,
          encodeRecord(record, (id) => byId.get(id)),
        );
    });
  }
}
