// Keeps a tldraw store and a board's documents the same. Knows neither editor nor network: what it needs of them is handed in.
//
//   local    changes are collected as tldraw makes them; text and structure go to the document in a microtask, the keys of
//            a gesture at 20 Hz
//   remote   changes are collected until the next frame, then merged once: flush, repair, put, verify, revert what the
//            editor's side effects changed beside it. Receiving never writes.
import { squashRecordDiffs, type RecordsDiff } from '@tldraw/store';
import type { TLRecord, TLRichText, TLStore } from '@tldraw/tlschema';
import type * as Y from 'yjs';
import { bothKeys, type ChangedKeys } from './layout/changed-records.ts';
import { BoardDocuments, type HowWritten, type TakesDraft } from './documents.ts';
import { LiveRepair } from './repair/live-repair.ts';
import { isHot, recordChanges } from './layout/record-changes.ts';
import { hasRichText } from './layout/record-codec.ts';
import { isEmptyMerge, mergeFor, mergeIntoStore } from './store-merge.ts';

/** Origin of the binding's own transactions. */
export const BINDING = Symbol('binding');

/** What an editor adds to a bare store. */
export interface EditorGlue {
  /** True while an undo or redo is being applied. */
  isReplaying(): boolean;
  /** Runs a merge so that it leaves no trace in the person's undo history. */
  runMerge(merge: () => void): void;
  /** The record whose text the person is typing into. */
  editedId(): string | null;
  /** Puts another person's letters into the text that is open, carets kept. Returns the text as the editor then holds it, null where it cannot. */
  showText(richText: TLRichText): TLRichText | null;
}

export interface BindingOptions {
  doc: Y.Doc;
  store: TLStore;
  /** Calls back once, at the next frame. Returns its cancel. */
  nextFrame(run: () => void): () => void;
  /** Calls back once, after some ms. Returns its cancel. */
  after(ms: number, run: () => void): () => void;
  /** Called when the number of records that cannot be shown changes. */
  onHidden?(count: number): void;
}

export interface BoardBinding {
  attachEditor(glue: EditorGlue): void;
  /**
   * Shows a second, private document on the same canvas, into which everything goes that is made from now on, or what `takes` says
   * of it. Returns the end of it: what is in it is then shown no more.
   */
  addDrafts(drafts: Y.Doc, takes?: TakesDraft): () => void;
  /** Reads these records again and puts the store right where it differs. Returns how many did, though nobody had changed them. */
  recheck(ids: readonly string[]): number;
  /** Writes what is still being held back, now. */
  flush(): void;
  stop(): void;
}

const gestureMs = 50;
const bareStore: EditorGlue = {
  isReplaying: () => false,
  runMerge: (merge) => merge(),
  editedId: () => null,
  showText: () => null,
};

export function createBoardBinding(options: BindingOptions): BoardBinding {
  const binding = new Binding(options);
  return {
    attachEditor: (glue) => binding.attachEditor(glue),
    addDrafts: (drafts, takes) => binding.addDrafts(drafts, takes),
    recheck: (ids) => binding.recheck(ids),
    flush: () => binding.flush(),
    stop: () => binding.stop(),
  };
}

class Binding {
  readonly #options: BindingOptions;
  readonly #documents: BoardDocuments;
  /** What the store must hold. */
  readonly #repair = new LiveRepair();
  #glue = bareStore;
  #hidden = 0;

  #pending: RecordsDiff<TLRecord> | null = null;
  #cancelGesture: (() => void) | null = null;
  #microtaskQueued = false;

  /** Records that may read otherwise than when they were repaired last, or differ from the store. */
  readonly #dirty = new Map<string, ChangedKeys>();
  #cancelFrame: (() => void) | null = null;
  #mergeDue = false;
  #merging = false;
  readonly #stops: (() => void)[] = [];

  constructor(options: BindingOptions) {
    this.#options = options;
    const { doc, store } = options;
    this.#documents = new BoardDocuments(doc, BINDING, {
      changed: (records, isOwn) => this.#onDocument(records, isOwn),
      settled: () => this.#mergeWhenDue(),
    });
    for (const id of [...this.#documents.ids(), ...this.#repair.records.keys()]) this.#dirty.set(id, null);
    this.#merge();
    this.#stops.push(
      () => this.#documents.stop(),
      store.listen(({ changes }) => this.#collect(changes), { source: 'user', scope: 'document' }),
      store.sideEffects.registerOperationCompleteHandler(() => this.#onOperation()),
    );
  }

  attachEditor(glue: EditorGlue): void {
    this.#glue = glue;
  }

  addDrafts(drafts: Y.Doc, takes?: TakesDraft): () => void {
    this.flush();
    const end = this.#documents.addDrafts(drafts, takes);
    return () => {
      this.flush();
      end();
    };
  }

  stop(): void {
    this.flush();
    for (const stop of this.#stops) stop();
    this.#cancelFrame?.();
    this.#cancelGesture?.();
  }

  // --- local -> document

  #collect(changes: RecordsDiff<TLRecord>): void {
    if (this.#merging) return;
    this.#pending = this.#pending ? squashRecordDiffs([this.#pending, changes]) : changes;
  }

  #onOperation(): void {
    if (this.#merging) return;
    if (this.#glue.isReplaying()) {
      // What was pending before the undo is the person's own new work, not a replay.
      const before = this.#pending;
      this.#pending = null;
      if (before) this.#write(before);
      this.#documents.settle();
      this.#options.store._flushHistory();
      const replayed = this.#pending;
      this.#pending = null;
      if (replayed && this.#write(replayed, { replaying: true })) void this.#mergeSoon();
      return;
    }
    if (this.#microtaskQueued) return;
    this.#microtaskQueued = true;
    void this.#decideSoon();
  }

  /** In a microtask: after the whole of tldraw's operation, before any message of the network. */
  async #decideSoon(): Promise<void> {
    await Promise.resolve();
    this.#microtaskQueued = false;
    this.#options.store._flushHistory();
    this.#decide();
  }

  /** What an undo may not take back must be there again before the next key press is compared with it. */
  async #mergeSoon(): Promise<void> {
    await Promise.resolve();
    this.#merge();
  }

  /** A gesture alone waits for its time; anything else sends all there is. */
  #decide(): void {
    if (!this.#pending) return;
    const { added, removed, updated } = this.#pending;
    const updates = Object.values<[TLRecord, TLRecord]>(updated);
    const gestureOnly =
      Object.keys(added).length + Object.keys(removed).length === 0 &&
      updates.every(([from, to]) => isHot(recordChanges(from, to)));
    if (!gestureOnly) this.flush();
    else this.#cancelGesture ??= this.#options.after(gestureMs, () => this.#send({ midway: true }));
  }

  flush(): void {
    this.#send();
    this.#documents.settle();
  }

  #send(how: HowWritten = {}): void {
    this.#cancelGesture?.();
    this.#cancelGesture = null;
    this.#options.store._flushHistory();
    const pending = this.#pending;
    this.#pending = null;
    if (pending) this.#write(pending, how);
  }

  /** True where not all of it was written: the document's version holds for the rest. */
  #write(diff: RecordsDiff<TLRecord>, how: HowWritten = {}): boolean {
    const lookup = (id: string): TLRecord | undefined => this.#options.store.get(id as TLRecord['id']);
    const kept = this.#documents.write(diff, lookup, how);
    if (kept.size === 0) return false;
    for (const id of kept) this.#markDirty(id, null);
    return true;
  }

  // --- document -> store

  #onDocument(records: ReadonlyMap<string, ChangedKeys>, isOwn: boolean): void {
    for (const [id, keys] of records) this.#markDirty(id, keys);
    // Letters must not wait: the next key press is compared with what the editor shows.
    if (!isOwn && records.has(this.#glue.editedId() ?? '')) this.#mergeDue = true;
  }

  #mergeWhenDue(): void {
    if (!this.#mergeDue) return;
    this.#mergeDue = false;
    this.#merge();
  }

  #markDirty(id: string, keys: ChangedKeys): void {
    this.#dirty.set(id, bothKeys(this.#dirty.get(id), keys));
    this.#cancelFrame ??= this.#options.nextFrame(() => void this.#merge());
  }

  recheck(ids: readonly string[]): number {
    this.#merge();
    for (const id of ids) this.#dirty.set(id, null);
    return this.#merge();
  }

  /** Returns how many records of the store it changed. */
  #merge(): number {
    const { store } = this.#options;
    store._flushHistory();
    const ids = this.#takeIn();
    // A gesture of this person goes on at its own pace, unless others have changed the same.
    if (this.#isPending(ids)) {
      this.#send({ midway: true });
      for (const id of this.#takeIn()) ids.add(id);
    }
    this.#tellHidden();
    const merge = mergeFor(store, this.#repair.records, ids);
    if (isEmptyMerge(merge)) return 0;
    this.#merging = true;
    try {
      this.#glue.runMerge(() => {
        const put = merge.put.map((record) => this.#withOpenText(record));
        mergeIntoStore(store, { ...merge, put }, this.#repair.records);
      });
      // What side effects changed under the name of the person is not the person's work.
      store._flushHistory();
    } finally {
      this.#merging = false;
    }
    return merge.put.length + merge.remove.length;
  }

  /** Repairs with what has changed in the documents. Returns the ids that may differ from the store. */
  #takeIn(): Set<string> {
    this.#cancelFrame?.();
    this.#cancelFrame = null;
    const ids = new Set(this.#dirty.keys());
    const news = [...this.#dirty].map(
      ([id, keys]) => [id, this.#documents.decode(id, this.#repair.decoded(id), keys)] as const,
    );
    this.#dirty.clear();
    for (const id of this.#repair.update(news)) ids.add(id);
    return ids;
  }

  #isPending(ids: ReadonlySet<string>): boolean {
    if (!this.#pending) return false;
    const { added, updated, removed } = this.#pending;
    return [added, updated, removed].some((part) => Object.keys(part).some((id) => ids.has(id)));
  }

  #tellHidden(): void {
    const { hidden } = this.#repair;
    if (hidden === this.#hidden) return;
    this.#hidden = hidden;
    this.#options.onHidden?.(hidden);
  }

  /** The text being edited goes into the editor itself: setting it anew would lose the caret and the next key press. */
  #withOpenText(record: TLRecord): TLRecord {
    if (record.id !== this.#glue.editedId() || !hasRichText(record)) return record;
    const have = this.#options.store.get(record.id);
    if (have && hasRichText(have) && have.props.richText === record.props.richText) return record;
    const richText = this.#glue.showText(record.props.richText);
    return richText ? ({ ...record, props: { ...record.props, richText } } as TLRecord) : record;
  }
}
