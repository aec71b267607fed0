// Keeps a tldraw store and a board's document the same. Knows neither editor nor network: what it needs of them is handed in.
//
//   local    changes are collected as tldraw makes them; text and structure go to the document in a microtask, the keys of
//            a gesture at 20 Hz
//   remote   changes are collected until the next frame, then merged once: flush, repair, put, verify, revert what the
//            editor's side effects changed beside it. Receiving never writes.
import { squashRecordDiffs, type RecordsDiff } from '@tldraw/store';
import type { TLRecord, TLRichText, TLStore } from '@tldraw/tlschema';
import type * as Y from 'yjs';
import { boardRecordTypes, recordMaps, type RecordMap } from './layout.ts';
import { decodeAll } from './read-records.ts';
import { isHot, recordChanges } from './record-changes.ts';
import { decodeRecord, hasRichText, type DecodedRecord } from './record-codec.ts';
import { repairBoard } from './repair.ts';
import { keepingIdentity, sameRecord } from './same-record.ts';
import { writeChanges } from './write-changes.ts';

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
  /** Writes what is still being held back, now. */
  flush(): void;
  stop(): void;
}

type DeepObserver = Parameters<Y.Map<RecordMap>['observeDeep']>[0];
type DeepEvents = Parameters<DeepObserver>[0];

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
    flush: () => binding.flush(),
    stop: () => binding.stop(),
  };
}

class Binding {
  readonly #options: BindingOptions;
  readonly #maps: Y.Map<RecordMap>;
  #glue = bareStore;

  /** The document as read: null for records that cannot be shown. */
  readonly #decoded: Map<string, DecodedRecord | null>;
  /** What the store must hold. */
  #shown = new Map<string, TLRecord>();
  #hidden = 0;

  #pending: RecordsDiff<TLRecord> | null = null;
  #cancelGesture: (() => void) | null = null;
  #microtaskQueued = false;

  readonly #dirty = new Set<string>();
  #structureDirty = false;
  #cancelFrame: (() => void) | null = null;
  readonly #deletedByOthers = new Set<string>();
  #mergeDue = false;
  #merging = false;
  readonly #stops: (() => void)[] = [];

  constructor(options: BindingOptions) {
    this.#options = options;
    this.#maps = recordMaps(options.doc);
    this.#decoded = decodeAll(options.doc);
    this.#structureDirty = true;
    this.#merge();
    const { store } = options;
    const observer: DeepObserver = (events, transaction) => this.#onDocument(events, transaction);
    this.#maps.observeDeep(observer);
    // Not in the observer: what is written there is told to observers only after this one has returned.
    const settled = (): void => this.#mergeWhenDue();
    options.doc.on('afterAllTransactions', settled);
    this.#stops.push(
      () => this.#maps.unobserveDeep(observer),
      () => options.doc.off('afterAllTransactions', settled),
      store.listen(({ changes }) => this.#collect(changes), { source: 'user', scope: 'document' }),
      store.sideEffects.registerOperationCompleteHandler(() => this.#onOperation()),
    );
  }

  attachEditor(glue: EditorGlue): void {
    this.#glue = glue;
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
      if (before) this.#write(before, false);
      this.#options.store._flushHistory();
      const replayed = this.#pending;
      this.#pending = null;
      if (replayed) this.#write(replayed, true);
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

  /** A gesture alone waits for its 50 ms; anything else sends all there is. */
  #decide(): void {
    if (!this.#pending) return;
    const { added, removed, updated } = this.#pending;
    const updates = Object.values<[TLRecord, TLRecord]>(updated);
    const gestureOnly =
      Object.keys(added).length + Object.keys(removed).length === 0 &&
      updates.every(([from, to]) => isHot(recordChanges(from, to)));
    if (!gestureOnly) this.flush();
    else this.#cancelGesture ??= this.#options.after(gestureMs, () => this.flush());
  }

  flush(): void {
    this.#cancelGesture?.();
    this.#cancelGesture = null;
    this.#options.store._flushHistory();
    const pending = this.#pending;
    this.#pending = null;
    if (pending) this.#write(pending, false);
  }

  #write(diff: RecordsDiff<TLRecord>, replaying: boolean): void {
    const { doc, store } = this.#options;
    const lookup = (id: string): TLRecord | undefined => store.get(id as TLRecord['id']);
    const kept = writeChanges(diff, {
      doc,
      origin: BINDING,
      lookup,
      replaying,
      deletedByOthers: this.#deletedByOthers,
    });
    for (const id of kept) this.#markDirty(id);
  }

  // --- document -> store

  #onDocument(events: DeepEvents, transaction: Y.Transaction): void {
    const own = transaction.origin === BINDING;
    const ids = changedIds(events);
    for (const id of ids) this.#reread(id, own);
    // Letters must not wait: the next key press is compared with what the editor shows.
    if (!own && ids.has(this.#glue.editedId() ?? '')) this.#mergeDue = true;
  }

  #mergeWhenDue(): void {
    if (!this.#mergeDue) return;
    this.#mergeDue = false;
    this.#merge();
  }

  #reread(id: string, own: boolean): void {
    const before = this.#decoded.get(id);
    const map = this.#maps.get(id);
    const after = map ? decodeRecord(id, map) : undefined;
    if (after === undefined) this.#decoded.delete(id);
    else this.#decoded.set(id, after);
    if (!own && after === undefined) this.#deletedByOthers.add(id);
    if (structure(before?.record) !== structure(after?.record) || before?.record !== this.#shown.get(id))
      this.#structureDirty = true;
    if (!own) this.#markDirty(id);
    else if (after) this.#shown.set(id, after.record);
    else this.#shown.delete(id);
  }

  #markDirty(id: string): void {
    this.#dirty.add(id);
    this.#cancelFrame ??= this.#options.nextFrame(() => this.#merge());
  }

  #merge(): void {
    this.#cancelFrame?.();
    this.#cancelFrame = null;
    this.flush();
    const candidates = this.#repair();
    this.#dirty.clear();
    const { store } = this.#options;
    const put: TLRecord[] = [];
    const remove: TLRecord['id'][] = [];
    for (const id of candidates) {
      const want = this.#shown.get(id);
      const have = store.get(id as TLRecord['id']);
      if (want && !(have && sameRecord(have, want))) put.push(keepingIdentity(want, have));
      else if (!want && have && this.#isBoardRecord(have)) remove.push(have.id);
    }
    if (put.length + remove.length > 0) this.#apply(put, remove);
  }

  /** Brings #shown up to date and returns the ids that may differ from the store. */
  #repair(): Set<string> {
    if (!this.#structureDirty) {
      for (const id of this.#dirty) {
        const record = this.#decoded.get(id)?.record;
        if (record) this.#shown.set(id, record);
      }
      return new Set(this.#dirty);
    }
    this.#structureDirty = false;
    const before = this.#shown;
    const { records, hidden } = repairBoard(this.#decoded);
    this.#shown = records;
    if (hidden !== this.#hidden) {
      this.#hidden = hidden;
      this.#options.onHidden?.(hidden);
    }
    const candidates = new Set(this.#dirty);
    for (const [id, record] of records) if (before.get(id) !== record) candidates.add(id);
    for (const id of before.keys()) if (!records.has(id)) candidates.add(id);
    return candidates;
  }

  #apply(put: TLRecord[], remove: TLRecord['id'][]): void {
    const { store } = this.#options;
    this.#merging = true;
    try {
      this.#glue.runMerge(() => {
        const changes = store.extractingChanges(() => {
          const records = put.map((record) => this.#withOpenText(record));
          store.mergeRemoteChanges(() => {
            if (remove.length > 0) store.remove(remove);
            if (records.length > 0) store.put(records);
          });
        });
        this.#revertSideEffects(changes);
      });
      // What side effects changed under the name of the person is not the person's work.
      store._flushHistory();
    } finally {
      this.#merging = false;
    }
  }

  /** The text being edited goes into the editor itself: setting it anew would lose the caret and the next key press. */
  #withOpenText(record: TLRecord): TLRecord {
    if (record.id !== this.#glue.editedId() || !hasRichText(record)) return record;
    const have = this.#options.store.get(record.id);
    if (have && hasRichText(have) && have.props.richText === record.props.richText) return record;
    const richText = this.#glue.showText(record.props.richText);
    return richText ? ({ ...record, props: { ...record.props, richText } } as TLRecord) : record;
  }

  #revertSideEffects(changes: RecordsDiff<TLRecord>): void {
    const { store } = this.#options;
    const ids = new Set([
      ...Object.keys(changes.added),
      ...Object.keys(changes.updated),
      ...Object.keys(changes.removed),
    ]);
    const put: TLRecord[] = [];
    const remove: TLRecord['id'][] = [];
    for (const id of ids) {
      const want = this.#shown.get(id);
      const have = store.get(id as TLRecord['id']);
      if (want && !(have && sameRecord(have, want))) put.push(want);
      else if (!want && have && this.#isBoardRecord(have)) remove.push(have.id);
    }
    if (put.length + remove.length === 0) return;
    const added = Object.fromEntries(put.map((record) => [record.id, record]));
    const removed = Object.fromEntries(remove.map((id) => [id, store.get(id)]));
    store.applyDiff({ added, updated: {}, removed } as RecordsDiff<TLRecord>, { runCallbacks: false });
  }

  #isBoardRecord(record: TLRecord): boolean {
    return boardRecordTypes.has(record.typeName);
  }
}

/** Ids of the records that an event is about: its first path step, or the keys of the root map. */
function changedIds(events: DeepEvents): Set<string> {
  const ids = new Set<string>();
  for (const event of events) {
    const first = event.path[0];
    if (first === undefined) for (const id of event.changes.keys.keys()) ids.add(id);
    else ids.add(String(first));
  }
  return ids;
}

/** What other records' repair depends on. */
function structure(record: TLRecord | undefined): string {
  if (!record) return '';
  if (record.typeName === 'shape') return `${record.type} ${record.parentId} ${record.index}`;
  if (record.typeName === 'binding') return `${record.fromId} ${record.toId} ${record.props.terminal}`;
  return record.typeName === 'page' ? record.index : record.typeName;
}
