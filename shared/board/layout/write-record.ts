// Adds one record to a document from outside the canvas: the page without canvas, simple clients, imports.
import type { TLRecord } from '@tldraw/tlschema';
import type * as Y from 'yjs';
import { recordMaps } from './layout.ts';
import { readBoardRecords } from './read-records.ts';
import { encodeRecord } from './record-codec.ts';

export function putRecord(doc: Y.Doc, record: TLRecord): void {
  const byId = new Map<string, TLRecord>(readBoardRecords(doc).records.map((known) => [known.id, known]));
  doc.transact(() => {
    recordMaps(doc).set(
      record.id,
      encodeRecord(record, (id) => byId.get(id)),
    );
  });
}
