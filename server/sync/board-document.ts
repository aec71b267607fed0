// The document of an open board and its log: what is applied here is queued for storage here. Knows no sockets.
import * as Y from 'yjs';
import { digestOfVersion, RunningDigest } from '@commonboard/shared/board/digest.ts';
import { HiddenRecords } from '@commonboard/shared/board/hidden-records.ts';
import { migrateBoard, needsMigration } from '@commonboard/shared/board/migrate.ts';
import { quietDoc } from '@commonboard/shared/board/quiet-doc.ts';
import type { CheckAnswer } from '@commonboard/shared/protocol/check.ts';
import type { BoardId, ParticipantId } from '@commonboard/shared/protocol/ids.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { boardTag, errorFields, type Log } from '../ops/log.ts';
import type { BoardStore, StoredDocument } from '../storage/board-store.ts';
import { LogWriter } from './log-writer.ts';

export interface DocumentDeps {
  store: BoardStore;
  log: Log;
  storageRetryMs: number;
}

export interface DocumentEvents<Source> {
  /** A change that was made by `apply` from `source`, or by `edit` (null). */
  updated(update: Uint8Array, source: Source | null): void;
  /** The board was deleted under the room. */
  gone(): void;
}

/** The origins of Yjs transactions that are not a session's. */
const loadOrigin = Symbol('load');
const serverOrigin = Symbol('server');

export class BoardDocument<Source extends object> {
  readonly doc = quietDoc();
  readonly #board: BoardId;
  readonly #deps: DocumentDeps;
  readonly #writer: LogWriter;
  #fullState: Uint8Array | null = null;
  #changed = false;
  /** Kept from the first time that somebody asks. */
  #digest: RunningDigest | null = null;
  #hidden: HiddenRecords | null = null;
  #folding = false;

  /** Throws when what is stored cannot be read. */
  constructor(board: BoardId, stored: StoredDocument, deps: DocumentDeps, events: DocumentEvents<Source>) {
    this.#board = board;
    this.#deps = deps;
    this.doc.transact(() => {
      Y.applyUpdateV2(this.doc, stored.snapshot);
      for (const update of stored.updates) Y.applyUpdate(this.doc, update);
    }, loadOrigin);
    this.doc.on('update', (update: Uint8Array, origin: Source | symbol) => {
      this.#changed = true;
      this.#fullState = null;
      events.updated(update, typeof origin === 'symbol' ? null : origin);
    });
    const { store, log, storageRetryMs } = deps;
    const failing = (isFailing: boolean): void => {
      if (isFailing) log.error('not saving', { board: boardTag(board) });
      else log.info('saving again', { board: boardTag(board) });
    };
    const loaded = { seq: stored.seq, rows: stored.updates.length };
    this.#writer = new LogWriter(board, store, loaded, { failing, gone: () => events.gone() }, storageRetryMs);
    this.#migrate();
  }

  stateVector(): Uint8Array {
    return Y.encodeStateVector(this.doc);
  }

  /** Throws on a state vector that cannot be read. Three hundred people who join at once ask for the same bytes. */
  stateSince(stateVector: Uint8Array): Uint8Array {
    const knowsNothing = stateVector.length === 1 && stateVector[0] === 0;
    if (!knowsNothing) return Y.encodeStateAsUpdate(this.doc, stateVector);
    this.#fullState ??= Y.encodeStateAsUpdate(this.doc);
    return this.#fullState;
  }

  /** Which updates it has heard and what its records hold. */
  check(): CheckAnswer {
    this.#digest ??= new RunningDigest(this.doc);
    return { version: digestOfVersion(this.doc), content: this.#digest.value() };
  }

  /** How many of its records cannot be shown. */
  hidden(): number {
    this.#hidden ??= new HiddenRecords(this.doc);
    return this.#hidden.count();
  }

  /** Whether so much waits for the disk that this may not be added to it. */
  isTooMuch(update: Uint8Array): boolean {
    return this.#writer.waitingBytes + update.length > limits.unstoredBytesMax;
  }

  /** Applies without storing: another server has done that. */
  applyStored(update: Uint8Array, source: Source): void {
    Y.applyUpdate(this.doc, update, source);
  }

  /**
   * Applies and queues for the log; `stored` is called once it is durable. `waits`: it depends on something that is not
   * here. Throws when Yjs cannot take it, and then the document may be half changed.
   */
  apply(update: Uint8Array, source: Source, participant: ParticipantId, stored: () => void): { waits: boolean } {
    this.#changed = false;
    Y.applyUpdate(this.doc, update, source);
    const waits = this.doc.store.pendingStructs !== null || this.doc.store.pendingDs !== null;
    // What others sent before may hold the same and not be durable yet: a repeat is settled with it, not before.
    if (!this.#changed && !waits) this.#writer.afterAll(stored);
    else this.#writer.add({ participant, update }, stored);
    if (this.#writer.rows >= limits.logRowsBeforeLiveFold) void this.#fold();
    return { waits };
  }

  /** Changes the document for a person without a socket; `stored` resolves when all of it is durable. */
  edit<T>(participant: ParticipantId, change: (doc: Y.Doc) => T): { result: T; stored: Promise<void> } {
    const { result, updates } = this.#updatesOf(() => change(this.doc));
    const stored = new Promise<void>((resolve) => {
      for (const update of updates) this.#writer.add({ participant, update }, () => undefined);
      this.#writer.afterAll(resolve);
    });
    return { result, stored };
  }

  /** Resolves when nothing waits for the store any more; a failed write is tried again at once. */
  async allStored(): Promise<void> {
    this.#writer.hurry();
    await this.#writer.idle();
  }

  async foldIfLong(): Promise<void> {
    if (this.#writer.rows >= limits.logRowsBeforeSnapshot) await this.#fold();
  }

  stop(): void {
    this.#writer.stop();
    this.doc.destroy();
  }

  /** Before anybody sees it, and stored like any change. */
  #migrate(): void {
    if (!needsMigration(this.doc)) return;
    for (const update of this.#updatesOf(() => migrateBoard(this.doc)).updates)
      this.#writer.add({ participant: null, update }, () => undefined);
    this.#deps.log.info('board migrated', { board: boardTag(this.#board) });
  }

  #updatesOf<T>(change: () => T): { result: T; updates: Uint8Array[] } {
    const updates: Uint8Array[] = [];
    const collect = (update: Uint8Array) => updates.push(update);
    this.doc.on('update', collect);
    try {
      return { result: this.doc.transact(change, serverOrigin), updates };
    } finally {
      this.doc.off('update', collect);
    }
  }

  async #fold(): Promise<void> {
    if (this.#folding) return;
    this.#folding = true;
    const { seq, rows } = this.#writer;
    try {
      await this.#deps.store.foldLog(this.#board, seq, Y.encodeStateAsUpdateV2(this.doc));
      this.#writer.folded(rows);
    } catch (error) {
      // The log is still whole; it is folded at the next idle time.
      this.#deps.log.warn('log not folded', { board: boardTag(this.#board), ...errorFields(error) });
    }
    this.#folding = false;
  }
}
