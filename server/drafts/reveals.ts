// Rounds that are over and not on their board yet: each is shown once, and tried again until it is.
import type { PrivateRound } from '@commonboard/shared/drafts/private-round.ts';
import type { BoardId } from '@commonboard/shared/protocol/ids.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import type { LiveBoards } from '../access/live-boards.ts';
import { boardTag, errorFields, type Log } from '../ops/log.ts';
import type { Sessions } from '../session/sessions.ts';
import type { BoardDrafts } from './board-drafts.ts';

interface RevealsDeps {
  boards: LiveBoards;
  sessions: Sessions;
  log: Log;
  open: (board: BoardId) => Promise<BoardDrafts>;
}

export interface Reveals {
  begin(board: BoardId, round: PrivateRound): void;
  stop(): void;
}

export function createReveals({ boards, sessions, log, open }: RevealsDeps): Reveals {
  /** Board and round. */
  const underWay = new Set<string>();
  let isOver = false;

  async function show(board: BoardId, round: PrivateRound): Promise<void> {
    const drafts = await open(board);
    await drafts.show(round, round.id, null);
    const session = await sessions.open(board);
    await session.roundRevealed(round.id);
  }

  function begin(board: BoardId, round: PrivateRound): void {
    const name = `${board} ${round.id}`;
    if (underWay.has(name) || isOver) return;
    underWay.add(name);
    show(board, round)
      .finally(() => underWay.delete(name))
      .catch((error: unknown) => {
        if (isOver) return;
        log.error('a private round was not shown', { board: boardTag(board), ...errorFields(error) });
        setTimeout(() => void again(board, round), limits.storageRetryMs).unref();
      });
  }

  /** Where the board is still there, and has not done it meanwhile. */
  async function again(board: BoardId, { id }: PrivateRound): Promise<void> {
    if (isOver || !(await boards.find(board).catch(() => null))) return;
    const session = await sessions.open(board);
    const round = session.rounds.find((one) => one.id === id);
    if (round?.stage === 'revealing') begin(board, round);
  }

  return {
    begin,
    stop: () => {
      isOver = true;
    },
  };
}
