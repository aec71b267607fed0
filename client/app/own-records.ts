// What this person made on the board, as far as this page knows: records that came under one of their client ids.
import { recordMaps } from '@commonboard/shared/board/layout.ts';
import type * as Y from 'yjs';

export interface OwnRecords {
  /** Further client ids of this person. */
  learn: (clients: readonly number[]) => void;
  has: (record: string) => boolean;
}

export function watchOwnRecords(doc: Y.Doc): OwnRecords {
  const own = new Set<number>();
  return {
    learn(clients) {
      for (const client of clients) own.add(client);
    },
    has(record) {
      own.add(doc.clientID);
      // What is not written yet has just been made here.
      const item = recordMaps(doc)._map.get(record);
      return item === undefined || own.has(item.id.client);
    },
  };
}
