// The semantics of tldraw's official Yjs example, in our own words: whole records in a YKeyValue; who joins a board that is
// not empty migrates it and sets every record again; local changes go out once per frame, remote ones in at each event.
import type { RecordsDiff, SerializedSchema, SerializedStore } from '@tldraw/store';
import type { TLRecord, TLStore } from '@tldraw/tlschema';
import { YKeyValue } from 'y-utility/y-keyvalue';
import type * as Y from 'yjs';
import type { Contestant } from './contestant.ts';
import { openYjsSession, type YjsLayout } from './yjs-session.ts';

interface Entry {
  key: string;
  val: TLRecord;
}
type Change = { action: 'delete' } | { action: 'add' | 'update'; newValue: TLRecord };

const entriesOf = (doc: Y.Doc): Y.Array<Entry> => doc.getArray<Entry>('board');
const metaOf = (doc: Y.Doc): Y.Map<SerializedSchema> => doc.getMap('meta');

export const exampleLayout: YjsLayout = {
  seed(doc, records) {
    doc.transact(() => entriesOf(doc).push(records.map((record) => ({ key: record.id, val: record }))));
  },
  bind(doc, store) {
    const records = new YKeyValue<TLRecord>(entriesOf(doc));
    join(doc, records, store);
    const stop = store.listen(({ changes }) => write(doc, records, changes), { source: 'user', scope: 'document' });
    const onChange = (changes: Map<string, Change>, transaction: Y.Transaction): void => {
      if (!transaction.local) merge(store, changes);
    };
    records.on('change', onChange);
    return {
      edit: () => undefined,
      flush: () => store._flushHistory(),
      stop: () => {
        stop();
        records.off('change', onChange);
      },
    };
  },
};

export const yjsExample: Contestant = { name: 'example', open: (options) => openYjsSession(exampleLayout, options) };

function join(doc: Y.Doc, records: YKeyValue<TLRecord>, store: TLStore): void {
  const own = store.schema.serialize();
  const entries = records.yarray.toJSON() as Entry[];
  const migrated = store.schema.migrateStoreSnapshot({
    schema: metaOf(doc).get('schema') ?? own,
    store: Object.fromEntries(entries.map(({ key, val }) => [key, val])) as SerializedStore<TLRecord>,
  });
  if (migrated.type === 'error') throw new Error(`The board could not be migrated: ${migrated.reason}`);
  doc.transact(() => {
    for (const { key } of entries) if (!(key in migrated.value)) records.delete(key);
    for (const record of Object.values<TLRecord>(migrated.value)) records.set(record.id, record);
    metaOf(doc).set('schema', own);
  });
  store.loadStoreSnapshot({ schema: own, store: migrated.value });
}

function write(doc: Y.Doc, records: YKeyValue<TLRecord>, diff: RecordsDiff<TLRecord>): void {
  doc.transact(() => {
    for (const record of Object.values<TLRecord>(diff.added)) records.set(record.id, record);
    for (const [, record] of Object.values<[TLRecord, TLRecord]>(diff.updated)) records.set(record.id, record);
    for (const id of Object.keys(diff.removed)) records.delete(id);
  });
}

function merge(store: TLStore, changes: Map<string, Change>): void {
  const put: TLRecord[] = [];
  const remove: TLRecord['id'][] = [];
  for (const [id, change] of changes) {
    if (change.action === 'delete') remove.push(id as TLRecord['id']);
    else put.push(change.newValue);
  }
  store.mergeRemoteChanges(() => {
    if (remove.length > 0) store.remove(remove);
    if (put.length > 0) store.put(put);
  });
}
