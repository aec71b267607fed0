// A document that writes nothing by itself.
import * as Y from 'yjs';
import { keepMerged } from './merged-structs.ts';

/**
 * After a change by others Yjs tidies the marks of a text, as a change of its own that is sent: each who only receives would
 * write, and who may not write would be refused for it. There is no setting for it; a test pins what this relies on.
 */
export function quietDoc(): Y.Doc {
  const doc = new Y.Doc({ gc: true });
  doc.on('afterTransaction', (transaction: Y.Transaction) => {
    transaction._needFormattingCleanup = false;
  });
  keepMerged(doc);
  return doc;
}
