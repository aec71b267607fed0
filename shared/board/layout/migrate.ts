// Brings a document that was written under an older schema to this code's: tldraw's own migrations, written back as single keys
// so that nothing else of a record changes. Only the server does this, once: some of tldraw's migrations draw lots, and two
// clients that migrate would come to two boards.
import type { SerializedStore } from '@tldraw/store';
import type { TLRecord } from '@tldraw/tlschema';
import { structuredClone } from '@tldraw/utils';
import * as Y from 'yjs';
import { boardSchema, boardSchemaVersions } from '../../schema/board-schema.ts';
import { type ClientVersion, isOlderThan } from '../../schema/client-version.ts';
import { boardLayoutVersion } from './layout-version.ts';
import { boardMeta, boardRecordTypes, documentVersion, recordKeys, recordMaps, type RecordMap } from './layout.ts';
import { writePlace } from './dragged-place.ts';
import { placeOf } from './page-place.ts';
import { recordChanges } from './record-changes.ts';
import { encodeRecord, hasRichText, readFields } from './record-codec.ts';
import { createFragment, updateFragment } from '../text/rich-text-fragment.ts';

/** The document was written by newer code than this. */
export class DocumentTooNew extends Error {
  constructor() {
    super('This board was written by a newer version of Commonboard. Start that one, or a newer one still.');
    this.name = 'DocumentTooNew';
  }
}

/** Whether the document needs `migrateBoard`. Throws DocumentTooNew. */
export function needsMigration(doc: Y.Doc): boolean {
  const ours: ClientVersion = { layout: boardLayoutVersion, schema: boardSchemaVersions() };
  const theirs = documentVersion(doc);
  if (isOlderThan(ours, theirs)) throw new DocumentTooNew();
  // A document that says nothing of its schema was not made by a server.
  return theirs.schema !== undefined && isOlderThan(theirs, ours);
}

/** Call inside a transaction, where `needsMigration` says so. */
export function migrateBoard(doc: Y.Doc): void {
  const sequences = documentVersion(doc).schema ?? {};
  const before = rawRecords(doc);
  const after = migrated(before, sequences);
  const lookup = (id: string): TLRecord | undefined => after.get(id);
  const maps = recordMaps(doc);
  for (const [id, record] of after) {
    const [map, from] = [maps.get(id), before.get(id)];
    if (map && from) writeMigrated(map, from, record, lookup);
    else maps.set(id, encodeRecord(record, lookup));
  }
  for (const id of before.keys()) if (!after.has(id)) maps.delete(id);
  boardMeta(doc).set('schema', boardSchemaVersions());
}

/** As they stand, fitting or not: what a migration takes away is still there. */
function rawRecords(doc: Y.Doc): Map<string, TLRecord> {
  const records = new Map<string, TLRecord>();
  for (const [id, map] of recordMaps(doc)) {
    const fields = map instanceof Y.Map ? fieldsOrNull(id, map) : null;
    if (fields && boardRecordTypes.has(String(fields['typeName']))) records.set(id, fields as unknown as TLRecord);
  }
  return records;
}

function fieldsOrNull(id: string, map: RecordMap): Record<string, unknown> | null {
  try {
    return readFields(id, map);
  } catch {
    // As for everybody who reads it: hidden, and no reason to keep the rest from their migration.
    return null;
  }
}

/** All of them together; where one of them stops that, each by itself, and those that cannot be migrated stay as they are. */
function migrated(before: ReadonlyMap<string, TLRecord>, sequences: Record<string, number>): Map<string, TLRecord> {
  const schema = { schemaVersion: 2, sequences } as const;
  const store = structuredClone(Object.fromEntries(before)) as SerializedStore<TLRecord>;
  try {
    const result = boardSchema.migrateStoreSnapshot({ store, schema });
    if (result.type === 'success') return new Map(Object.entries<TLRecord>(result.value));
  } catch {
    // One record that no migration expects must not keep the rest from theirs.
  }
  return new Map([...before].map(([id, record]) => [id, migratedAlone(record, schema)]));
}

function migratedAlone(record: TLRecord, schema: Parameters<typeof boardSchema.migratePersistedRecord>[1]): TLRecord {
  try {
    const result = boardSchema.migratePersistedRecord(structuredClone(record), schema);
    return result.type === 'success' ? result.value : record;
  } catch {
    // Hidden, as an unreadable record is, and counted.
    return record;
  }
}

function writeMigrated(
  map: RecordMap,
  from: TLRecord,
  to: TLRecord,
  lookup: (id: string) => TLRecord | undefined,
): void {
  const changes = recordChanges(from, to);
  if (changes.place && to.typeName === 'shape') writePlace(map, placeOf(to, lookup));
  for (const [key, value] of changes.keys) map.set(key, value);
  if (!hasRichText(to)) return;
  const text = map.get(recordKeys.text);
  if (!(text instanceof Y.XmlFragment)) map.set(recordKeys.text, createFragment(to.props.richText));
  else if (changes.text) updateFragment(text, changes.text);
}
