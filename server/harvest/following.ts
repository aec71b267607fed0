// What follows a change on each board, once for all that have changed meanwhile, and again until it is done.
import type { BoardId } from '@commonboard/shared/protocol/ids.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { boardTag, errorFields, type Log } from '../ops/log.ts';

interface Run {
  now: Promise<void>;
  /** One that begins after it; for all who have asked since. */
  next: Promise<void> | null;
}

export class Following {
  readonly #follow: (board: BoardId) => Promise<void>;
  readonly #log: Log;
  readonly #runs = new Map<BoardId, Run>();
  readonly #timers = new Map<BoardId, NodeJS.Timeout>();
  #isOver = false;

  constructor(follow: (board: BoardId) => Promise<void>, log: Log) {
    this.#follow = follow;
    this.#log = log;
  }

  /** Resolves when all that was so before is followed, or is to be tried again later. */
  follow(board: BoardId): Promise<void> {
    const run = this.#runs.get(board);
    if (run) return (run.next ??= run.now.then(() => this.#begin(board)));
    return this.#begin(board);
  }

  isFollowing(board: BoardId): boolean {
    return this.#runs.has(board);
  }

  stop(): void {
    this.#isOver = true;
    for (const timer of this.#timers.values()) clearTimeout(timer);
  }

  #begin(board: BoardId): Promise<void> {
    const run: Run = { now: Promise.resolve(), next: null };
    run.now = this.#once(board).finally(() => {
      if (run.next === null) this.#runs.delete(board);
    });
    this.#runs.set(board, run);
    return run.now;
  }

  async #once(board: BoardId): Promise<void> {
    if (this.#isOver) return;
    try {
      await this.#follow(board);
    } catch (error) {
      if (this.#isOver) return;
      this.#log.error('what is published could not be made anew yet', {
        board: boardTag(board),
        ...errorFields(error),
      });
      if (this.#timers.has(board)) return;
      const again = (): void => {
        this.#timers.delete(board);
        void this.follow(board);
      };
      this.#timers.set(board, setTimeout(again, limits.storageRetryMs).unref());
    }
  }
}
