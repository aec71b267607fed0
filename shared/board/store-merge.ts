// One merge into the store: put and remove, then verify and put back what the editor's own side effects changed beside it.
// They would differ from client to client, or be taken for the person's own work and sent.
import type { RecordsDiff } from '@tldraw/store';
import type { TLRecord, TLStore } from '@tldraw/tlschema';
import { boardRecordTypes } from './layout/layout.ts';
import { keepingIdentity, sameRecord } from './layout/same-record.ts';

export interface Merge {
  put: TLRecord[];
  remove: TLRecord['id'][];
}

/** What it takes to make the store hold `wanted` for these ids. */
export function mergeFor(store: TLStore, wanted: ReadonlyMap<string, TLRecord>, ids: Iterable<string>): Merge {
  const merge: Merge = { put: [], remove: [] };
  for (const id of ids) {
    const want = wanted.get(id);
    const have = store.get(id as TLRecord['id']);
    if (want && !(have && sameRecord(have, want))) merge.put.push(keepingIdentity(want, have));
    else if (!want && have && boardRecordTypes.has(have.typeName)) merge.remove.push(have.id);
  }
  return merge;
}

export function isEmptyMerge({ put, remove }: Merge): boolean {
  return put.length + remove.length === 0;
}

/** Applies it as work of others, and afterwards makes sure that the store holds `wanted` wherever anything changed. */
export function mergeIntoStore(store: TLStore, { put, remove }: Merge, wanted: ReadonlyMap<string, TLRecord>): void {
  const changes = store.extractingChanges(() =>
    store.mergeRemoteChanges(() => {
      if (remove.length > 0) store.remove(remove);
      if (put.length > 0) store.put(put);
    }),
  );
  const touched = [changes.added, changes.updated, changes.removed].flatMap((part) => Object.keys(part));
  const revert = mergeFor(store, wanted, new Set(touched));
  if (isEmptyMerge(revert)) return;
  const added = Object.fromEntries(revert.put.map((record) => [record.id, record]));
  const removed = Object.fromEntries(revert.remove.map((id) => [id, store.get(id)]));
  store.applyDiff({ added, updated: {}, removed } as RecordsDiff<TLRecord>, { runCallbacks: false });
}
