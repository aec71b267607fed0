// Which records, and which of their keys, a change of the document is about.
import * as Y from 'yjs';
import type { RecordMap } from './layout.ts';

/** What a deep observer of the records is called with. */
export type RecordEvents = Parameters<Parameters<Y.Map<RecordMap>['observeDeep']>[0]>[0];

/** Keys of the layout that changed in a record; null: the record itself came, went or was replaced. */
export type ChangedKeys = ReadonlySet<string> | null;

export function changedKeys(events: RecordEvents): Map<string, ChangedKeys> {
  const changed = new Map<string, Set<string> | null>();
  for (const event of events) {
    const [id, key] = event.path;
    const own = event instanceof Y.YMapEvent ? (event.keysChanged as Set<string>) : new Set<string>();
    if (id === undefined) {
      for (const record of own) changed.set(record, null);
      continue;
    }
    const known = changed.get(String(id));
    if (known === null) continue;
    const keys = known ?? new Set<string>();
    // A change further down, in a text, is one of the key that leads there.
    for (const name of key === undefined ? own : [String(key)]) keys.add(name);
    changed.set(String(id), keys);
  }
  return changed;
}

/** Of two reports of one record. */
export function bothKeys(one: ChangedKeys | undefined, other: ChangedKeys): ChangedKeys {
  if (one === undefined) return other;
  return one === null || other === null ? null : new Set([...one, ...other]);
}

/** Collects which records have changed; at first all of them. */
export class ChangedRecords {
  #ids: Set<string>;
  readonly stop: () => void;

  constructor(maps: Y.Map<RecordMap>) {
    this.#ids = new Set(maps.keys());
    const observer = (events: RecordEvents): void => {
      for (const id of changedKeys(events).keys()) this.#ids.add(id);
    };
    maps.observeDeep(observer);
    this.stop = () => maps.unobserveDeep(observer);
  }

  add(ids: Iterable<string>): void {
    for (const id of ids) this.#ids.add(id);
  }

  /** Those that have changed since this was called last. */
  take(): Set<string> {
    const ids = this.#ids;
    this.#ids = new Set();
    return ids;
  }
}
