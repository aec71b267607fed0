// One timer for all boards in use: asks each whether a version is due, and forgets what was deleted long ago.
import type { BoardId } from '@commonboard/shared/protocol/ids.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { errorFields, type Log } from '../ops/log.ts';
import type { BoardStore } from '../storage/board-store.ts';
import type { Versions } from './versions.ts';

export interface HistoryBeat {
  versions: Versions;
  store: BoardStore;
  /** Those in memory. */
  inUse: () => Iterable<{ board: BoardId }>;
  log: Log;
  now: () => number;
  everyMs: number;
}

export const usualHistoryBeatMs = 5 * 60_000;
const forgetEveryMs = 3_600_000;

/** Returns its stop, which resolves when nothing is being made any more. */
export function startHistoryBeat({ versions, store, inUse, log, now, everyMs }: HistoryBeat): () => Promise<void> {
  let running: Promise<void> | null = null;
  let stopped = false;
  let forgotAt = -Infinity;

  async function beat(): Promise<void> {
    for (const { board } of inUse()) if (!stopped) await versions.hourly(board);
    if (stopped || now() - forgotAt < forgetEveryMs) return;
    try {
      await store.forgetDeletedBefore(now() - limits.deletedKeptMs);
      forgotAt = now();
    } catch (error) {
      log.warn('old deletions not forgotten', errorFields(error));
    }
  }

  const timer = setInterval(() => {
    running ??= beat().finally(() => {
      running = null;
    });
  }, everyMs);
  timer.unref();
  return async () => {
    stopped = true;
    clearInterval(timer);
    await running;
  };
}
