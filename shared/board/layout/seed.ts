// Puts a new board's first content into its document. Only the server does this, once: two seeds would be two boards in one.
import type { TLRecord } from '@tldraw/tlschema';
import type * as Y from 'yjs';
import { boardSchemaVersions } from '../../schema/board-schema.ts';
import { boardMeta, recordMaps } from './layout.ts';
import { boardLayoutVersion } from './layout-version.ts';
import { encodeRecord } from './record-codec.ts';

export function seedBoard(doc: Y.Doc, records: readonly TLRecord[]): void {
  const byId = new Map<string, TLRecord>(records.map((record) => [record.id, record]));
  doc.transact(() => {
    const meta = boardMeta(doc);
    meta.set('layout', boardLayoutVersion);
    meta.set('schema', boardSchemaVersions());
    meta.set('epoch', 1);
    const maps = recordMaps(doc);
    for (const record of records)
      maps.set(
        record.id,
        encodeRecord(record, (id) => byId.get(id)),
      );
  });
}
