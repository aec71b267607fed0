// What this person made on the board, as far as this page knows: records that came under one of their client ids.
import { recordKeys, recordMaps, type RecordMap } from '@commonboard/shared/board/layout/layout.ts';
import { writtenByKey } from '@commonboard/shared/drafts/reveal-notes.ts';
import type * as Y from 'yjs';

export interface OwnRecords {
  /** Further client ids of this person. */
  learn: (clients: readonly number[]) => void;
  has: (record: string) => boolean;
}

/** `name`: as the server writes it on this person's notes of a named round, which come under its own client id. */
export function watchOwnRecords(doc: Y.Doc, name: string): OwnRecords {
  const own = new Set<number>();
  return {
    learn(clients) {
      for (const client of clients) own.add(client);
    },
    has(record) {
      own.add(doc.clientID);
      // What is not written yet has just been made here.
      const item = recordMaps(doc)._map.get(record);
      return item === undefined || own.has(item.id.client) || writerOf(recordMaps(doc).get(record)) === name;
    },
  };
}

function writerOf(map: RecordMap | undefined): unknown {
  const base = map?.get(recordKeys.base);
  const meta: unknown = typeof base === 'object' && base !== null && 'meta' in base ? base.meta : null;
  return typeof meta === 'object' && meta !== null && writtenByKey in meta ? meta[writtenByKey] : null;
}
