// Which records a change of the document is about.
import type * as Y from 'yjs';
import type { RecordMap } from './layout.ts';

/** What a deep observer of the records is called with. */
export type RecordEvents = Parameters<Parameters<Y.Map<RecordMap>['observeDeep']>[0]>[0];

/** The first step of each event's path, or the keys of the root map. */
export function changedIds(events: RecordEvents): Set<string> {
  const ids = new Set<string>();
  for (const event of events) {
    const first = event.path[0];
    if (first === undefined) for (const id of event.changes.keys.keys()) ids.add(id);
    else ids.add(String(first));
  }
  return ids;
}

/** Collects which records have changed; at first all of them. */
export class ChangedRecords {
  #ids: Set<string>;
  readonly stop: () => void;

  constructor(maps: Y.Map<RecordMap>) {
    this.#ids = new Set(maps.keys());
    const observer = (events: RecordEvents): void => {
      for (const id of changedIds(events)) this.#ids.add(id);
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
