// The documents of one canvas: the shared board, and for the time of a private round one's own drafts beside it. A record
// lives in exactly one of them; what is drawn joins them.
import type { RecordsDiff } from '@tldraw/store';
import type { TLRecord } from '@tldraw/tlschema';
import * as Y from 'yjs';
import { changedKeys, type ChangedKeys, type RecordEvents } from './layout/changed-records.ts';
import { diffInPieces } from './layout/diff-pieces.ts';
import { recordKeys, recordMaps, type RecordMap } from './layout/layout.ts';
import type { Decoded } from './repair/live-repair.ts';
import type { RecordLookup } from './layout/page-place.ts';
import { decodeRecord, onlyMoved } from './layout/record-codec.ts';
import { settlePlaces, writeChanges } from './layout/write-changes.ts';

/** One of the documents. */
interface Side {
  doc: Y.Doc;
  maps: Y.Map<RecordMap>;
  /** Records that somebody else took out of this document. */
  deletedByOthers: Set<string>;
  /** Records of whose text somebody else has taken letters out. */
  cutByOthers: Set<string>;
  /** Records of which the place was written midway. */
  dragged: Set<string>;
  stop(): void;
}

export interface HowWritten {
  /** The changes come from undo or redo. */
  replaying?: boolean;
  /** A gesture that goes on; its end comes with `settle`. */
  midway?: boolean;
}

/** Whether a new record is one that people write in private. */
export type TakesDraft = (record: TLRecord) => boolean;

export interface DocumentEvents {
  /** Records that read otherwise now; `isOwn`: written by `write`. */
  changed(records: ReadonlyMap<string, ChangedKeys>, isOwn: boolean): void;
  /** All observers have been told; it is safe to write. */
  settled(): void;
}

export class BoardDocuments {
  readonly #origin: unknown;
  readonly #events: DocumentEvents;
  readonly #shared: Side;
  #drafts: Side | null = null;
  #takes: TakesDraft = () => true;
  /** Where a deleted record lived, and whatever was in drafts: an undo brings it back there or nowhere. */
  readonly #lastHome = new Map<string, Y.Doc>();

  /** `origin`: of the transactions that `write` makes. */
  constructor(shared: Y.Doc, origin: unknown, events: DocumentEvents) {
    this.#origin = origin;
    this.#events = events;
    this.#shared = this.#open(shared);
  }

  /**
   * From now on what is made here and `takes` says goes into `doc`. Returns the end of it; what is in the drafts is then not shown
   * any more.
   */
  addDrafts(doc: Y.Doc, takes: TakesDraft = () => true): () => void {
    if (this.#drafts) throw new Error('There are drafts already.');
    const side = this.#open(doc);
    this.#drafts = side;
    this.#takes = takes;
    for (const id of side.maps.keys()) this.#lastHome.set(id, doc);
    const tellAll = (): void => {
      this.#events.changed(wholeRecords(side), false);
      this.#events.settled();
    };
    tellAll();
    return () => {
      if (this.#drafts !== side) return;
      this.#drafts = null;
      side.stop();
      tellAll();
    };
  }

  stop(): void {
    this.#drafts?.stop();
    this.#shared.stop();
  }

  ids(): Set<string> {
    return new Set(this.#sides().flatMap(({ maps }) => [...maps.keys()]));
  }

  /** Undefined where no document has it. `before`: how it read until these keys changed. */
  decode(id: string, before: Decoded, keys: ChangedKeys): Decoded {
    const home = this.#homeOf(id);
    if (!home) return undefined;
    // A program may have put anything there.
    const map: unknown = home.maps.get(id);
    if (!(map instanceof Y.Map)) return null;
    return (before && onlyMoved(before, map, keys)) || decodeRecord(id, map);
  }

  /** Writes a person's changes, each where its record lives. Returns ids of which not all was written: the documents' version holds for them. */
  write(diff: RecordsDiff<TLRecord>, lookup: RecordLookup, how: HowWritten = {}): Set<string> {
    const kept = new Set<string>();
    const { replaying = false, midway = false } = how;
    for (const record of Object.values<TLRecord>(diff.added))
      if (!this.#homeFor(record, replaying)) kept.add(record.id);
    for (const [side, part] of this.#split(diff, replaying)) {
      const { doc, deletedByOthers, cutByOthers } = side;
      const dragging = midway && Object.keys(part.updated).length > 1;
      const context = { doc, origin: this.#origin, lookup, replaying, dragging, deletedByOthers, cutByOthers };
      for (const id of dragging ? Object.keys(part.updated) : []) side.dragged.add(id);
      for (const piece of diffInPieces(part)) for (const id of writeChanges(piece, context)) kept.add(id);
    }
    return kept;
  }

  /** Ends what was written midway. */
  settle(): void {
    for (const { doc, dragged } of this.#sides()) {
      if (dragged.size === 0) continue;
      settlePlaces(doc, dragged, this.#origin);
      dragged.clear();
    }
  }

  /** The drafts first: nobody can draw what is written in private onto the board by a record of the same id. */
  #sides(): Side[] {
    return this.#drafts ? [this.#drafts, this.#shared] : [this.#shared];
  }

  #homeOf(id: string): Side | undefined {
    return this.#sides().find(({ maps }) => maps.has(id));
  }

  #open(doc: Y.Doc): Side {
    const maps = recordMaps(doc);
    const deletedByOthers = new Set<string>();
    const cutByOthers = new Set<string>();
    const observer = (events: RecordEvents, transaction: Y.Transaction): void => {
      const isOwn = transaction.origin === this.#origin;
      const changed = changedKeys(events);
      for (const id of changed.keys()) {
        // Whatever was private once stays so, also when another device of this person took it out.
        if (doc !== this.#shared.doc) this.#lastHome.set(id, doc);
        if (isOwn || maps.has(id)) deletedByOthers.delete(id);
        else deletedByOthers.add(id);
      }
      if (!isOwn && transaction.deleteSet.clients.size > 0) for (const id of cutTexts(events)) cutByOthers.add(id);
      this.#events.changed(changed, isOwn);
    };
    // Not in the observer: what is written there is told to observers only after this one has returned.
    const settled = (): void => this.#events.settled();
    maps.observeDeep(observer);
    doc.on('afterAllTransactions', settled);
    const stop = (): void => {
      maps.unobserveDeep(observer);
      doc.off('afterAllTransactions', settled);
    };
    return { doc, maps, deletedByOthers, cutByOthers, dragged: new Set(), stop };
  }

  #split(diff: RecordsDiff<TLRecord>, replaying: boolean): Map<Side, RecordsDiff<TLRecord>> {
    const { added, updated, removed } = diff;
    if (!this.#drafts && isEmpty(added) && isEmpty(removed)) return new Map([[this.#shared, diff]]);
    const parts = new Map<Side, RecordsDiff<TLRecord>>();
    const partOf = (side: Side): RecordsDiff<TLRecord> => {
      const part = parts.get(side) ?? { added: {}, updated: {}, removed: {} };
      parts.set(side, part);
      return part;
    };
    for (const record of Object.values<TLRecord>(added)) {
      const home = this.#homeFor(record, replaying);
      if (home) partOf(home).added[record.id] = record;
    }
    for (const pair of Object.values<[TLRecord, TLRecord]>(updated))
      partOf(this.#homeOf(pair[1].id) ?? this.#shared).updated[pair[1].id] = pair;
    for (const record of Object.values<TLRecord>(removed)) {
      const home = this.#homeOf(record.id) ?? this.#shared;
      this.#lastHome.set(record.id, home.doc);
      partOf(home).removed[record.id] = record;
    }
    return parts;
  }

  /**
   * A new record goes into the drafts while there are some. One that comes back goes where it was; null where that is gone:
   * what was private must not turn up on the board because of a redo.
   */
  #homeFor(record: TLRecord, replaying: boolean): Side | null {
    const { id } = record;
    const home = this.#homeOf(id);
    if (home) return home;
    const forNew = this.#drafts && this.#takes(record) ? this.#drafts : this.#shared;
    if (!replaying) return forNew;
    const last = this.#lastHome.get(id);
    if (last) return this.#sides().find(({ doc }) => doc === last) ?? null;
    // What others took off the board is the board's to refuse.
    return this.#shared.deletedByOthers.has(id) ? this.#shared : forNew;
  }
}

function isEmpty(part: object): boolean {
  return Object.keys(part).length === 0;
}

function wholeRecords({ maps }: Side): Map<string, null> {
  return new Map([...maps.keys()].map((id) => [id, null]));
}

/** Ids of records of whose text letters were deleted. */
function* cutTexts(events: RecordEvents): Generator<string> {
  for (const event of events) {
    const [id, key] = event.path;
    if (id === undefined || key !== recordKeys.text) continue;
    if (event.delta.some((part) => part.delete !== undefined)) yield String(id);
  }
}
