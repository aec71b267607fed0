// Since when no facilitator has been on a board, as far as this server has seen. Rule R117.
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
  /** A facilitator is here, of a board on which there was none. */
  cameBack: (board: BoardId) => void;
  /** Milliseconds that only grow. */
  ticks: () => number;
}

const lookEveryMs = 2_000;

export function watchLeaders({ inUse, isLeaderHere, cameBack, ticks }: LeaderWatchDeps): LeaderWatch {
  /** Boards in use without a facilitator, and since when. */
  let missing = new Map<BoardId, number>();

  function look(): void {
    const still = new Map<BoardId, number>();
    for (const board of inUse()) {
      if (!isLeaderHere(board)) still.set(board, missing.get(board) ?? ticks());
      else if (missing.has(board)) cameBack(board);
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
