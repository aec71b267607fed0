// One record as it stands in a document, as text that outlives it: with where it goes when what it lies in is gone.
import type { TLRecord } from '@tldraw/tlschema';
import * as Y from 'yjs';
import { boardSchema } from '../../schema/board-schema.ts';
import { allowedContent, allowedPlace } from '../repair/content-rules.ts';
import { boardRecordTypes, recordMaps } from '../layout/layout.ts';
import { decodeRecord, type DecodedRecord } from '../layout/record-codec.ts';

/** Null where there is none that can be read. */
export function keptRecord(doc: Y.Doc, id: string): string | null {
  const map: unknown = recordMaps(doc).get(id);
  const decoded = map instanceof Y.Map ? decodeRecord(id, map) : null;
  return decoded && JSON.stringify(decoded);
}

/** Null for what this version does not know any more. */
export function readKeptRecord(content: string): DecodedRecord | null {
  try {
    const { record, fallback } = JSON.parse(content) as DecodedRecord;
    if (!boardRecordTypes.has(record.typeName)) return null;
    const valid: TLRecord = boardSchema.types[record.typeName].validate(record);
    if (!allowedContent(valid)) return null;
    return { record: valid, fallback: fallback && allowedPlace(fallback) ? fallback : null };
  } catch {
    // Kept by an older version, in a form that nothing can draw now.
    return null;
  }
}
