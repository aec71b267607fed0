// What a stored draft says, without opening a room for it.
import * as Y from 'yjs';
import { draftsIn, type DraftShape } from '@commonboard/shared/drafts/draft-notes.ts';
import type { StoredDraft } from '../storage/draft-store.ts';

export function storedDrafts({ state }: Pick<StoredDraft, 'state'>): DraftShape[] {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state);
  const drafts = draftsIn(doc);
  doc.destroy();
  return drafts;
}
