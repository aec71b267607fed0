// What is stored of a board's votes -> as they are in memory. One that cannot be read is left out; the board opens all the same.
import type { BoardId, ParticipantId } from '@commonboard/shared/protocol/ids.ts';
import { type Ballot, ballotSchema } from '@commonboard/shared/voting/ballot.ts';
import { type RoundId, roundSchema } from '@commonboard/shared/voting/round.ts';
import { boardTag } from '../ops/log.ts';
import { readStored } from '../storage/stored-json.ts';
import type { OpenRound, VotingDeps } from './board-voting.ts';

type Loading = Pick<VotingDeps, 'store' | 'log'>;

export async function loadRounds(board: BoardId, { store, log }: Loading): Promise<Map<RoundId, OpenRound>> {
  const rounds = new Map<RoundId, OpenRound>();
  for (const { id, isOpen, state } of await store.listRounds(board)) {
    const round = readStored(roundSchema, state);
    if (round) rounds.set(id, { round, ballots: isOpen ? await loadBallots(board, id, { store, log }) : new Map() });
    else log.error('a vote is not readable and left out', { board: boardTag(board) });
  }
  return rounds;
}

async function loadBallots(board: BoardId, id: RoundId, { store, log }: Loading): Promise<Map<ParticipantId, Ballot>> {
  const ballots = new Map<ParticipantId, Ballot>();
  for (const stored of await store.listBallots(board, id)) {
    const ballot = readStored(ballotSchema, stored.ballot);
    if (ballot) ballots.set(stored.participant, ballot);
    else log.error('a ballot is not readable and left out', { board: boardTag(board) });
  }
  return ballots;
}
