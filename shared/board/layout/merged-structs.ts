// Keeps a document's store as small as Yjs means it to be.
import * as Y from 'yjs';

/** A scan of all that is stored costs about a millisecond for 50,000 parts. */
const transactionsBetween = 500;

/**
 * Yjs joins what it has collected only around what the transaction deletes. Parts of a record that were overwritten before the
 * record went are collected with it and stay one by one, about 100 bytes each, until the document is loaded anew: on a busy board
 * some 30,000 in an hour. From here on they are joined from time to time, in one that stays open. It changes nothing of what the
 * document says or sends.
 */
export function keepMerged(doc: Y.Doc): void {
  let transactions = 0;
  doc.on('afterAllTransactions', () => {
    if (++transactions < transactionsBetween) return;
    transactions = 0;
    mergeCollected(doc);
  });
}

/** Between transactions only. */
export function mergeCollected({ store }: Y.Doc): void {
  for (const structs of store.clients.values()) {
    let kept = 0;
    for (const struct of structs) {
      const left = structs[kept - 1];
      if (left instanceof Y.GC && struct instanceof Y.GC) left.mergeWith(struct);
      else structs[kept++] = struct;
    }
    structs.length = kept;
  }
}
