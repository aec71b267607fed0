// The log of a board made into one snapshot, of what is stored and not of memory, by another thread: `folding.ts` says why.
import * as Y from 'yjs';
import type { BoardId } from '@commonboard/shared/protocol/ids.ts';
import { boardTag, errorFields, type Log } from '../../ops/log.ts';
import { type DocumentStore, type LogRow, StoreError, type StoredDocument } from '../../storage/board-store.ts';
import { type FoldStored, isWaiting } from './folding.ts';
import type { LogWriter } from './log-writer.ts';

export interface LogFoldingParts {
  store: DocumentStore;
  log: Log;
  fold: FoldStored;
  writer: LogWriter;
  doc: () => Y.Doc;
  /** Puts what the disk has lost into the log again. */
  write: (row: LogRow) => void;
}

export class LogFolding {
  readonly #board: BoardId;
  readonly #parts: LogFoldingParts;
  #isRunning = false;
  #isStopped = false;

  constructor(board: BoardId, parts: LogFoldingParts) {
    this.#board = board;
    this.#parts = parts;
  }

  /** Never rejects; at most one at a time. */
  async run(): Promise<void> {
    if (this.#isRunning) return;
    this.#isRunning = true;
    const { store, log } = this.#parts;
    try {
      await store.loadDocument(this.#board).then(
        (stored) => this.#foldStored(stored),
        (error: unknown) => this.#foldMemory(error),
      );
    } catch (error) {
      // The log is still whole; it is folded at the next idle time.
      log.warn('log not folded', { board: boardTag(this.#board), ...errorFields(error) });
    }
    this.#isRunning = false;
  }

  stop(): void {
    this.#isStopped = true;
  }

  async #foldStored(stored: StoredDocument): Promise<void> {
    const { store, fold, writer, doc, write } = this.#parts;
    const { snapshot, stateVector, waiting } = await fold(stored);
    await store.foldLog(this.#board, { seq: stored.seq, snapshot, waiting });
    writer.folded(stored.updates.length);
    const isLost = stored.damage.rows.length > 0 || stored.damage.missing > 0;
    // What the disk has lost since it was loaded, memory still has.
    if (isLost && !this.#isStopped) write({ participant: null, update: Y.encodeStateAsUpdate(doc(), stateVector) });
  }

  /** No snapshot on the disk can be read any more, but it was read when the board was opened. */
  async #foldMemory(error: unknown): Promise<void> {
    const { store, log, writer, doc } = this.#parts;
    const isLost = error instanceof StoreError && error.failure === 'damaged';
    if (!isLost || isWaiting(doc()) || this.#isStopped) throw error;
    const { seq, rows } = writer;
    log.error('snapshots damaged, written anew', { board: boardTag(this.#board) });
    await store.foldLog(this.#board, { seq, snapshot: Y.encodeStateAsUpdateV2(doc()), waiting: [] });
    writer.folded(rows);
  }
}
