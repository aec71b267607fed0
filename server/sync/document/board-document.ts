// The document of an open board and its log: what is applied here is queued for storage here. Knows no sockets.
import * as Y from 'yjs';
import { digestOfVersion, RunningDigest } from '@commonboard/shared/board/layout/digest.ts';
import { HiddenRecords } from '@commonboard/shared/board/repair/hidden-records.ts';
import { recordMaps, type RecordMap } from '@commonboard/shared/board/layout/layout.ts';
import { migrateBoard, needsMigration } from '@commonboard/shared/board/layout/migrate.ts';
import { quietDoc } from '@commonboard/shared/board/layout/quiet-doc.ts';
import type { CheckAnswer } from '@commonboard/shared/protocol/check.ts';
import type { BoardId, ParticipantId } from '@commonboard/shared/protocol/ids.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { boardTag, type Log } from '../../ops/log.ts';
import {
  type Credits,
  type Damage,
  type DocumentStore,
  type LogRow,
  type StoredDocument,
} from '../../storage/board-store.ts';
import { Authors } from '../gate/authors.ts';
import { BoardSize } from './board-size.ts';
import { fitOf } from '../gate/clock-gaps.ts';
import { PackedState } from './packed-state.ts';
import { type FoldStored, loadStored } from '../log/folding.ts';
import { deletedOf, recordsGoing } from './deleted-records.ts';
import { applyTogether, GatheredUpdates, type PassedUpdate } from './gathered-updates.ts';
import { LogFolding } from '../log/log-folding.ts';
import { LogWriter } from '../log/log-writer.ts';
import type { PersonsWork, ServerWork } from './server-work.ts';
import { takeApart } from '../gate/update-parts.ts';

export interface DocumentDeps {
  store: DocumentStore;
  log: Log;
  storageRetryMs: number;
  /** How long a busy board's updates are gathered for one append. */
  storeWindowMs?: number;
  fold: FoldStored;
  /** The last person has left and all is stored; never rejects. */
  left?: (board: BoardId) => Promise<void>;
  now: () => number;
  /** Of the whole document, where it is less than a board's. */
  bytesMax?: number;
}

export interface DocumentEvents<Source> {
  /** A change that was made by `apply` from `source`; by `edit`, or by many at once (null). */
  updated(update: Uint8Array, source: Source | null): void;
  /** A row of the log is durable. */
  stored(update: Uint8Array): void;
  /** One of these has broken the document, which may be half changed. None of them is stored. */
  torn(batch: readonly PassedUpdate<Source>[]): void;
  /** The board was deleted under the room. */
  gone(): void;
}

/** The origins of Yjs transactions that are not a session's. */
const loadOrigin = Symbol('load');
const serverOrigin = Symbol('server');
const emptyUpdate = new Uint8Array([0, 0]);

export class BoardDocument<Source extends object> {
  readonly #doc = quietDoc();
  readonly #gathered = new GatheredUpdates<Source>();
  readonly #board: BoardId;
  readonly #deps: DocumentDeps;
  readonly #events: DocumentEvents<Source>;
  readonly #writer: LogWriter;
  readonly #folding: LogFolding;
  /** Who wrote what, as far as it was seen here. */
  readonly authors: Authors;
  readonly size: BoardSize;
  #fullState: Uint8Array | null = null;
  readonly #packed: PackedState;
  /** Kept from the first time that somebody asks. */
  #digest: RunningDigest | null = null;
  #hidden: HiddenRecords | null = null;

  /** Throws when what is stored cannot be read. */
  constructor(board: BoardId, stored: StoredDocument, deps: DocumentDeps, events: DocumentEvents<Source>) {
    this.#board = board;
    this.#deps = deps;
    this.#events = events;
    this.authors = new Authors(stored.credits);
    const waiting = loadStored(this.#doc, stored, loadOrigin);
    this.#packed = new PackedState(() => this.#wholeState(), deps.now);
    const { store, log, storageRetryMs: retryMs, storeWindowMs: windowMs } = deps;
    const failing = (isFailing: boolean): void => {
      if (isFailing) log.error('not saving', { board: boardTag(board) });
      else log.info('saving again', { board: boardTag(board) });
    };
    const loaded = { seq: stored.seq, rows: stored.updates.length };
    this.#writer = new LogWriter(board, store, loaded, { failing, gone: () => events.gone() }, { retryMs, windowMs });
    const storedBytes = [stored.snapshot, ...stored.updates.map(({ update }) => update)];
    this.size = new BoardSize(
      this.#doc,
      storedBytes.reduce((sum, { length }) => sum + length, 0),
      deps.now,
      deps.bytesMax,
    );
    const write = (row: LogRow): void => this.#log(row);
    this.#folding = new LogFolding(board, {
      store,
      log,
      fold: deps.fold,
      writer: this.#writer,
      doc: () => this.doc,
      write,
    });
    this.#migrate();
    this.#mend(stored.damage, waiting);
  }

  /** With all that was let pass. */
  get doc(): Y.Doc {
    this.applyGathered();
    return this.#doc;
  }

  /** Without what is gathered: for judging what comes from somebody of whom nothing is. */
  get docSoFar(): Y.Doc {
    return this.#doc;
  }

  /** Whether something that this source has sent is gathered. */
  waitsFor(source: Source): boolean {
    return this.#gathered.holds(source);
  }

  stateVector(): Uint8Array {
    return Y.encodeStateVector(this.doc);
  }

  /** As somebody is asked for what they have: what others brought of their work they tell again. */
  stateVectorFor(participant: ParticipantId): Uint8Array {
    const doubts = this.authors.doubtsFor(participant);
    if (doubts.length === 0) return this.stateVector();
    const clocks = Y.decodeStateVector(this.stateVector());
    for (const { client, from } of doubts) clocks.set(client, Math.min(from, clocks.get(client) ?? 0));
    return Y.encodeStateVector(clocks);
  }

  /** Throws on a state vector that cannot be read. Three hundred people who join at once ask for the same bytes. */
  stateSince(stateVector: Uint8Array): Uint8Array {
    const knowsNothing = stateVector.length === 1 && stateVector[0] === 0;
    return knowsNothing ? this.#wholeState() : Y.encodeStateAsUpdate(this.doc, stateVector);
  }

  /** All of it, gzip; at most a moment old. */
  packed(): Promise<Uint8Array<ArrayBuffer>> {
    return this.#packed.bytes();
  }

  /** Which updates it has heard and what its records hold. */
  check(): CheckAnswer {
    const { doc } = this;
    this.#digest ??= new RunningDigest(doc);
    return { version: digestOfVersion(doc), content: this.#digest.value() };
  }

  /** How many of its records cannot be shown. */
  hidden(): number {
    const { doc } = this;
    this.#hidden ??= new HiddenRecords(doc);
    return this.#hidden.count();
  }

  /** Whether so much waits for the disk that this may not be added to it. */
  isTooMuch(update: Uint8Array): boolean {
    return this.#writer.waitingBytes + this.#gathered.bytes + update.length > limits.unstoredBytesMax;
  }

  /** Whether all that the update stands on is here. */
  takesWhole(update: Uint8Array): boolean {
    const parts = takeApart(this.doc, update);
    return parts !== null && fitOf(parts) === 'fits';
  }

  /** Applies without storing: another server has done that. It may set free what waited for it. */
  applyStored(update: Uint8Array, source: Source): void {
    for (const one of this.#newsOf(update, source)) this.#updated(one, source);
  }

  /**
   * Applies what the gate let pass and queues it for the log. `going`: records that it may delete. `isGathering`: others of this
   * window come, and a small one may wait for them.
   */
  apply(passed: PassedUpdate<Source>, going: Iterable<string> = [], isGathering = false): void {
    const { source, row, events } = passed;
    const { update, participant, credits } = row;
    const records = [...going];
    if (isGathering && records.length === 0 && update.length <= limits.gatheredUpdateBytesMax) {
      if (credits) this.authors.note(credits);
      this.#gathered.add(passed);
      if (this.#gathered.isFull) this.applyGathered();
      return;
    }
    const { doc } = this;
    const before = recordsGoing(doc, records);
    let news = [update];
    try {
      if (update.length <= limits.updateAsSentBytesMax) Y.applyUpdate(doc, update, source);
      else news = this.#newsOf(update, source);
    } catch (error) {
      events.broke(error);
      return;
    }
    if (credits) this.authors.note(credits);
    for (const one of news) this.#updated(one, source);
    if (before.size > 0) {
      row.deleted = deletedOf(doc, before, participant);
      this.authors.noteGone(row.deleted);
    }
    this.#log(row, () => events.stored());
  }

  /** Gives how many there were. */
  applyGathered(): number {
    const batch = this.#gathered.takeAll();
    if (batch.length === 0) return 0;
    const isFromMany = new Set(batch.map(({ source }) => source)).size > limits.ownFramesMax;
    const apply = (): void => applyTogether(this.#doc, batch);
    let merged: Uint8Array[] = [];
    try {
      if (isFromMany) merged = this.#collecting(apply).updates;
      else apply();
    } catch {
      // Which it was shows when they are applied one by one to what is stored.
      this.#events.torn(batch);
      return batch.length;
    }
    for (const update of merged) this.#updated(update, null);
    if (!isFromMany) for (const { row, source } of batch) this.#updated(row.update, source);
    for (const { row, events } of batch) this.#log(row, () => events.stored());
    return batch.length;
  }

  /**
   * Changes the document for a person without a socket; `stored` resolves when all of it is durable. What comes back stays
   * its maker's.
   */
  edit<T>(
    participant: ParticipantId,
    change: (doc: Y.Doc) => T,
    { going = [], bringsBack = false }: PersonsWork = {},
  ): { result: T; stored: Promise<void> } {
    const before = recordsGoing(this.doc, going);
    const { result, updates, made } = this.#updatesOf(() => change(this.doc));
    const isNew = (record: string): boolean => !bringsBack && !this.authors.knows(record);
    const credits = { owners: [], creators: made.filter(isNew).map((record) => ({ record, participant })) };
    this.authors.note(credits);
    const deleted = deletedOf(this.doc, before, participant);
    this.authors.noteGone(deleted);
    for (const update of updates) this.#updated(update, null);
    const stored = new Promise<void>((resolve) => {
      for (const update of updates) this.#log({ participant, update, credits, deleted });
      this.#writer.afterAll(resolve);
    });
    return { result, stored };
  }

  /** Changes the document in the server's own name: one client id, one update, no participant. Resolves when it is durable. */
  write(change: (doc: Y.Doc) => void, { makerOf, erases }: ServerWork): Promise<void> {
    const { updates, made } = this.#updatesOf(() => change(this.doc));
    const creators = made.flatMap((record) => {
      const participant = makerOf(record);
      return participant === null ? [] : [{ record, participant }];
    });
    const credits = { owners: [], creators };
    this.authors.note(credits);
    for (const update of updates) this.#updated(update, null);
    const [update = emptyUpdate] = updates;
    return new Promise((resolve) =>
      this.#log({ participant: null, update, credits, ...(erases && { erases }) }, resolve),
    );
  }

  /** Stored without any change of the document. */
  learn(credits: Credits): void {
    this.authors.note(credits);
    this.#log({ participant: null, update: emptyUpdate, credits });
  }

  /** Calls back when all that is in the document now is durable. */
  whenStored(stored: () => void): void {
    this.applyGathered();
    this.#writer.afterAll(stored);
  }

  /** Resolves when nothing waits for the store any more; a failed write is tried again at once. */
  async allStored(): Promise<void> {
    this.applyGathered();
    this.#writer.hurry();
    await this.#writer.idle();
  }

  async beforeLeaving(): Promise<void> {
    await this.#deps.left?.(this.#board);
    if (this.#writer.rows >= limits.logRowsBeforeSnapshot) await this.#folding.run();
  }

  stop(): void {
    this.#folding.stop();
    this.#writer.stop();
    this.#doc.destroy();
  }

  /** Before anybody sees it, and stored like any change. */
  #migrate(): void {
    if (!needsMigration(this.doc)) return;
    for (const update of this.#updatesOf(() => migrateBoard(this.doc)).updates)
      this.#log({ participant: null, update });
    this.#deps.log.info('board migrated', { board: boardTag(this.#board) });
  }

  #updated(update: Uint8Array, source: Source | null): void {
    this.size.grew(update);
    this.#fullState = null;
    this.#packed.changed(update.length);
    this.#events.updated(update, source);
  }

  #wholeState(): Uint8Array {
    this.#fullState ??= Y.encodeStateAsUpdate(this.doc);
    return this.#fullState;
  }

  /** Applies it, and gives what was new of it. */
  #newsOf(update: Uint8Array, source: Source): Uint8Array[] {
    const { doc } = this;
    return this.#collecting(() => Y.applyUpdate(doc, update, source)).updates;
  }

  #updatesOf<T>(change: () => T): { result: T; updates: Uint8Array[]; made: string[] } {
    const { doc } = this;
    const made: string[] = [];
    const maps = recordMaps(doc);
    const lookForNew = ({ changes }: Y.YMapEvent<RecordMap>): void => {
      for (const [record, { action }] of changes.keys) if (action === 'add') made.push(record);
    };
    maps.observe(lookForNew);
    try {
      return { ...this.#collecting(() => doc.transact(change, serverOrigin)), made };
    } finally {
      maps.unobserve(lookForNew);
    }
  }

  #collecting<T>(change: () => T): { result: T; updates: Uint8Array[] } {
    const updates: Uint8Array[] = [];
    const collect = (update: Uint8Array) => updates.push(update);
    this.#doc.on('update', collect);
    try {
      return { result: change(), updates };
    } finally {
      this.#doc.off('update', collect);
    }
  }

  #log(row: LogRow, stored: () => void = () => undefined): void {
    this.#writer.add(row, () => {
      this.#events.stored(row.update);
      stored();
    });
  }

  /** What was found damaged is said, and the good state is written anew at once. */
  #mend({ snapshot, rows, missing }: Damage, waiting: readonly number[]): void {
    const isWhole = !snapshot && rows.length === 0 && missing === 0 && waiting.length === 0;
    if (isWhole) return;
    const board = boardTag(this.#board);
    this.#deps.log.error('board damaged', { board, snapshot, rows: rows.length, missing, waiting: waiting.length });
    void this.#folding.run();
  }
}
