// One person's drafts of a round, in the place of a board's log: the whole document in one row, written anew with each change.
// What was deleted in it is gone with that.
import * as Y from 'yjs';
import { draftCount } from '@commonboard/shared/drafts/draft-notes.ts';
import type { BoardId } from '@commonboard/shared/protocol/ids.ts';
import { atMost } from '../ops/at-most.ts';
import { storedWaitMsMax } from '../http/within.ts';
import { type DocumentStore, type LogRow, type StoredDocument, StoreError } from '../storage/board-store.ts';
import type { DraftKey, DraftStore } from '../storage/draft-store.ts';

export interface DraftDocumentDeps {
  store: DraftStore;
  /** Until then what is stored may be about to be erased. Never rejects. */
  after: () => Promise<unknown>;
  /** How many notes are stored now. */
  counted: (notes: number) => void;
}

export class DraftDocument implements DocumentStore {
  readonly #key: DraftKey;
  readonly #deps: DraftDocumentDeps;
  /** As it is stored, or is about to be. */
  #doc = new Y.Doc();
  #seq = 0;

  constructor(key: DraftKey, deps: DraftDocumentDeps) {
    this.#key = key;
    this.#deps = deps;
  }

  async loadDocument(board: BoardId): Promise<StoredDocument> {
    if (!(await atMost(this.#deps.after(), storedWaitMsMax)))
      throw new StoreError('unavailable', 'what is being shown is not stored yet');
    const state = await this.#deps.store.findDraft(board, this.#key);
    this.#doc = new Y.Doc();
    if (state) Y.applyUpdate(this.#doc, state);
    return {
      snapshot: Y.encodeStateAsUpdateV2(this.#doc),
      updates: [],
      waiting: [],
      seq: this.#seq,
      credits: { owners: [], creators: [] },
      damage: { snapshot: false, rows: [], missing: 0 },
    };
  }

  async appendUpdates(board: BoardId, rows: readonly LogRow[]): Promise<number> {
    const doc = this.#doc;
    doc.transact(() => {
      for (const { update } of rows) Y.applyUpdate(doc, update);
    });
    await this.#deps.store.putDraft(board, { ...this.#key, state: Y.encodeStateAsUpdate(doc) });
    this.#deps.counted(draftCount(doc));
    return ++this.#seq;
  }

  async foldLog(): Promise<void> {
    // There is no log: each row is the whole of it.
  }
}
