// The queue between a room and the store: rows go out in order, one append at a time, and again until they are stored. The first
// at once, then those of a window together: a commit costs as much for one row as for fifty. Rule R87.
import type { BoardId } from '@commonboard/shared/protocol/ids.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { type DocumentStore, type LogRow, StoreError } from '../../storage/board-store.ts';
import { joinedRows } from './joined-rows.ts';

export interface LogWriterEvents {
  /** The store has begun or ceased to fail. */
  failing(failing: boolean): void;
  /** The board was deleted under the room. */
  gone(): void;
}

interface Queued {
  row: LogRow;
  stored: (() => void)[];
}

const rowsPerAppendMax = 500;

export class LogWriter {
  readonly #board: BoardId;
  readonly #store: Pick<DocumentStore, 'appendUpdates'>;
  readonly #events: LogWriterEvents;
  readonly #retryMs: number;
  readonly #windowMs: number;
  #queue: Queued[] = [];
  #waitingBytes = 0;
  #writing = false;
  #failing = false;
  #stopped = false;
  #retry: NodeJS.Timeout | null = null;
  /** Since the last append was begun. */
  #window: NodeJS.Timeout | null = null;
  #idle: (() => void)[] = [];
  #seq: number;
  #rows: number;

  /** `seq` and `rows`: newest number and count of rows in the log as it was loaded. */
  constructor(
    board: BoardId,
    store: Pick<DocumentStore, 'appendUpdates'>,
    loaded: { seq: number; rows: number },
    events: LogWriterEvents,
    { retryMs, windowMs = limits.storeWindowMs }: { retryMs: number; windowMs?: number | undefined },
  ) {
    this.#board = board;
    this.#store = store;
    this.#events = events;
    this.#retryMs = retryMs;
    this.#windowMs = windowMs;
    this.#seq = loaded.seq;
    this.#rows = loaded.rows;
  }

  /** `stored` is called once the row is durable; never if the writer is stopped before. */
  add(row: LogRow, stored: () => void): void {
    this.#queue.push({ row, stored: [stored] });
    this.#waitingBytes += row.update.length;
    void this.#write();
  }

  /** Calls back when all that was added so far is durable. */
  afterAll(stored: () => void): void {
    const last = this.#queue.at(-1);
    if (last) last.stored.push(stored);
    else stored();
  }

  /** Resolves when nothing waits any more. */
  async idle(): Promise<void> {
    if (this.#queue.length === 0) return;
    await new Promise<void>((resolve) => this.#idle.push(resolve));
  }

  get seq(): number {
    return this.#seq;
  }

  /** Rows in the log since the last snapshot. */
  get rows(): number {
    return this.#rows;
  }

  /** Of updates that are not durable yet. */
  get waitingBytes(): number {
    return this.#waitingBytes;
  }

  folded(rows: number): void {
    this.#rows = Math.max(0, this.#rows - rows);
  }

  /** Tries at once instead of at the next retry or the window's end. */
  hurry(): void {
    this.#stopTimers();
    void this.#write();
  }

  stop(): void {
    this.#stopped = true;
    this.#stopTimers();
    this.#queue = [];
    this.#wake();
  }

  async #write(): Promise<void> {
    if (this.#writing || this.#retry !== null || this.#stopped) return;
    this.#writing = true;
    while (this.#queue.length > 0 && this.#mayAppend()) {
      this.#beginWindow();
      const batch = this.#queue.slice(0, rowsPerAppendMax);
      const rows = joinedRows(batch.map(({ row }) => row));
      try {
        // One at a time on purpose: the order of the rows is the order of the log.
        this.#seq = await this.#store.appendUpdates(this.#board, rows);
      } catch (error) {
        this.#writing = false;
        this.#failed(error);
        return;
      }
      if (this.#stopped) break;
      this.#queue = this.#queue.slice(batch.length);
      this.#rows += rows.length;
      for (const { row } of batch) this.#waitingBytes -= row.update.length;
      this.#report(false);
      for (const { stored } of batch) for (const call of stored) call();
    }
    this.#writing = false;
    if (this.#queue.length === 0 || this.#stopped) this.#wake();
  }

  #mayAppend(): boolean {
    return !this.#stopped && (this.#window === null || this.#queue.length >= rowsPerAppendMax);
  }

  #beginWindow(): void {
    if (this.#window !== null) clearTimeout(this.#window);
    this.#window = setTimeout(() => {
      this.#window = null;
      void this.#write();
    }, this.#windowMs);
  }

  #stopTimers(): void {
    for (const timer of [this.#retry, this.#window]) if (timer !== null) clearTimeout(timer);
    this.#retry = this.#window = null;
  }

  #failed(error: unknown): void {
    if (this.#stopped) return;
    if (error instanceof StoreError && error.failure === 'gone') {
      this.stop();
      this.#events.gone();
      return;
    }
    this.#report(true);
    this.#retry = setTimeout(() => {
      this.#retry = null;
      void this.#write();
    }, this.#retryMs);
  }

  #report(failing: boolean): void {
    if (failing === this.#failing) return;
    this.#failing = failing;
    this.#events.failing(failing);
  }

  #wake(): void {
    const waiting = this.#idle;
    this.#idle = [];
    for (const resolve of waiting) resolve();
  }
}
