// The port to what is kept of votes: rounds, and the ballots of those that are open. Part of BoardStore.
import type { BoardId, ParticipantId } from '@commonboard/shared/protocol/ids.ts';
import type { RoundId } from '@commonboard/shared/voting/round.ts';

export interface StoredRound {
  id: RoundId;
  /** Grows with each change. */
  revision: number;
  isOpen: boolean;
  /** As JSON. */
  state: string;
}

export interface StoredBallot {
  participant: ParticipantId;
  /** As JSON. */
  ballot: string;
}

export interface VotingStore {
  listRounds(board: BoardId): Promise<StoredRound[]>;
  /**
   * In place of the one of the same id. False, and nothing is written, where that is as new or newer. A round that is not open
   * loses its ballots in the same commit, for good.
   */
  putRound(board: BoardId, round: StoredRound): Promise<boolean>;
  /** With its ballots. */
  removeRound(board: BoardId, round: RoundId): Promise<void>;
  /** In the order of their people's ids, whoever voted first. */
  listBallots(board: BoardId, round: RoundId): Promise<StoredBallot[]>;
  /** In place of this person's. False, and nothing is written, where the round is not open. */
  putBallot(board: BoardId, round: RoundId, ballot: StoredBallot): Promise<boolean>;
}
