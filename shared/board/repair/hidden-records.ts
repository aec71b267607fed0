// How many records of a document that goes on changing cannot be shown, for the price of what changed since it was asked last.
import type * as Y from 'yjs';
import { ChangedRecords } from '../layout/changed-records.ts';
import { recordMaps } from '../layout/layout.ts';
import { LiveRepair } from './live-repair.ts';
import { decodeRecord } from '../layout/record-codec.ts';

export class HiddenRecords {
  readonly #doc: Y.Doc;
  readonly #changed: ChangedRecords;
  readonly #repair = new LiveRepair();

  constructor(doc: Y.Doc) {
    this.#doc = doc;
    this.#changed = new ChangedRecords(recordMaps(doc));
  }

  count(): number {
    const maps = recordMaps(this.#doc);
    const news = [...this.#changed.take()].map((id) => {
      const map = maps.get(id);
      return [id, map && decodeRecord(id, map)] as const;
    });
    this.#repair.update(news);
    return this.#repair.hidden;
  }
}
