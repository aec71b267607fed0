// On which boards a facilitator is, and since when there has been none, as far as this server has seen. Rule R117.
import type { BoardId } from '@commonboard/shared/protocol/ids.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';

export interface LeaderWatch {
  /** Whether a deputy may take over. */
  isLeaderless(board: BoardId): boolean;
  stop(): void;
}

interface LeaderWatchDeps {
  /** Boards that somebody is on. */
  inUse: () => Iterable<BoardId>;
  isLeaderHere: (board: BoardId) => boolean;
  /** A facilitator is here: said at each look, as an office that was stored may be from a time of which nothing is known. */
  isLed: (board: BoardId) => void;
  /** Milliseconds that only grow. */
  ticks: () => number;
}

const lookEveryMs = 2_000;

export function watchLeaders({ inUse, isLeaderHere, isLed, ticks }: LeaderWatchDeps): LeaderWatch {
  /** Boards in use without a facilitator, and since when. */
  let missing = new Map<BoardId, number>();

  function look(): void {
    const still = new Map<BoardId, number>();
    for (const board of inUse()) {
      if (isLeaderHere(board)) isLed(board);
      else still.set(board, missing.get(board) ?? ticks());
    }
    missing = still;
  }
  const timer = setInterval(look, lookEveryMs);
  timer.unref();

  return {
    isLeaderless(board) {
      if (isLeaderHere(board)) return false;
      const since = missing.get(board);
      return since !== undefined && ticks() - since >= limits.leaderlessMs;
    },
    stop: () => clearInterval(timer),
  };
}
