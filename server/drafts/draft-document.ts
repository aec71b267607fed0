// One person's drafts of a round, in the place of a board's log: the whole document in one row, written anew with each change.
// What was deleted in it is gone with that.
import * as Y from 'yjs';
import { draftCount, shownCount } from '@commonboard/shared/drafts/draft-notes.ts';
import type { BoardId } from '@commonboard/shared/protocol/ids.ts';
import { atMost } from '../ops/at-most.ts';
import { storedWaitMsMax } from '../http/within.ts';
import { type DocumentStore, type LogRow, type StoredDocument, StoreError } from '../storage/board-store.ts';
import type { DraftKey, DraftStore } from '../storage/draft-store.ts';

/** Of one person. */
export interface KeptNotes {
  notes: number;
  /** On the board already. */
  shown: number;
}

export function keptIn(doc: Y.Doc): KeptNotes {
  return { notes: draftCount(doc), shown: shownCount(doc) };
}

export interface DraftDocumentDeps {
  store: DraftStore;
  /** Until then what is stored may be about to change. Never rejects. */
  after: () => Promise<unknown>;
  /** What is stored now. */
  counted: (kept: KeptNotes) => void;
}

export class DraftDocument implements DocumentStore {
  readonly #key: DraftKey;
  readonly #deps: DraftDocumentDeps;
  /** As it is stored, or is about to be. */
  #doc = new Y.Doc();
  #seq = 0;
  #isClosed = false;

  constructor(key: DraftKey, deps: DraftDocumentDeps) {
    this.#key = key;
    this.#deps = deps;
  }

  async loadDocument(board: BoardId): Promise<StoredDocument> {
    await this.#itsTurn();
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
    // What is taken out because it is shown must not be gone before it is on the board.
    await this.#itsTurn();
    const doc = this.#doc;
    doc.transact(() => {
      for (const { update } of rows) Y.applyUpdate(doc, update);
    });
    await this.#deps.store.putDraft(board, { ...this.#key, state: Y.encodeStateAsUpdate(doc) });
    this.#deps.counted(keptIn(doc));
    return ++this.#seq;
  }

  async foldLog(): Promise<void> {
    // There is no log: each row is the whole of it.
  }

  /** All of it is shown, or gone: nothing that waits to be stored comes back. */
  close(): void {
    this.#isClosed = true;
  }

  async #itsTurn(): Promise<void> {
    if (!(await atMost(this.#deps.after(), storedWaitMsMax)))
      throw new StoreError('unavailable', 'what is being shown is not stored yet');
    if (this.#isClosed) throw new StoreError('gone', 'the private round is over');
  }
}
