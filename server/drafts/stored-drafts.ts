// What a stored draft says, without opening a room for it.
import * as Y from 'yjs';
import { draftsIn, type DraftShape, takeShown } from '@commonboard/shared/drafts/draft-notes.ts';
import type { StoredDraft } from '../storage/draft-store.ts';
import { keptIn, type KeptNotes } from './draft-document.ts';

interface Stored extends KeptNotes {
  drafts: DraftShape[];
}

export function readStored({ state }: Pick<StoredDraft, 'state'>): Stored {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state);
  const stored = { drafts: draftsIn(doc), ...keptIn(doc) };
  doc.destroy();
  return stored;
}

/** The whole document as it is when these are on the board. */
export function stateWithout(live: Y.Doc, ids: readonly string[], shown: number): Uint8Array {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(live));
  doc.transact(() => takeShown(doc, ids, shown));
  const state = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return state;
}
