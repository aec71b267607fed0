// The votes of a board in this page, on its HTTP calls.
import type { BoardId } from '@commonboard/shared/protocol/ids.ts';
import { votingRefusals } from '@commonboard/shared/voting/refusals.ts';
import { type RoundId, roundIdSchema } from '@commonboard/shared/voting/round.ts';
import { call, reasonIn, type WithToken } from '../sync/api.ts';
import { errorText } from '../ui/messages/error-text.ts';
import { votingRefusalText } from '../ui/messages/voting-text.ts';
import { randomHex } from '../ui/random-hex.ts';
import { showToast } from '../ui/toast-list.ts';
import { createVotesStore, type VotesStore } from './votes-store.ts';

export function openVotes(id: BoardId, withToken: WithToken): VotesStore {
  return createVotesStore({
    ask: () => withToken((token) => call('votes', { params: { id }, token })),
    open: (body) => withToken((token) => call('openVote', { params: { id }, token, body })),
    openStep: () => withToken((token) => call('openStepVote', { params: { id }, token })),
    change: (round, action) =>
      withToken((token) => call('changeVote', { params: { id, round }, token, body: { action } })),
    vote: (round, body) => withToken((token) => call('putBallot', { params: { id, round }, token, body })),
    failed: (error) => showToast('trouble', refusalText(error)),
  });
}

export function newRoundId(): RoundId {
  return roundIdSchema.parse(`v${randomHex(8)}`);
}

function refusalText(error: unknown): string {
  const reason = reasonIn(error, votingRefusals);
  return reason === null ? errorText(error) : votingRefusalText(reason);
}
