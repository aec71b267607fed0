// The votes of a board in this page, on its HTTP calls.
import type { BoardId } from '@commonboard/shared/protocol/ids.ts';
import { votingRefusals, type VotingRefusal } from '@commonboard/shared/voting/refusals.ts';
import { type RoundId, roundIdSchema } from '@commonboard/shared/voting/round.ts';
import { ApiError, call } from '../sync/api.ts';
import { errorText } from '../ui/messages/error-text.ts';
import { votingRefusalText } from '../ui/messages/voting-text.ts';
import { showToast } from '../ui/toast-list.ts';
import { createVotesStore, type VotesStore } from './votes-store.ts';

type WithToken = <T>(work: (token: string) => Promise<T>) => Promise<T>;

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

/** Also where the origin is no secure context. */
export function newRoundId(): RoundId {
  const hex = Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, '0'));
  return roundIdSchema.parse(`v${hex.join('')}`);
}

function refusalText(error: unknown): string {
  const reason = error instanceof ApiError ? reasonIn(error.body) : null;
  return reason === null ? errorText(error) : votingRefusalText(reason);
}

function reasonIn(body: unknown): VotingRefusal | null {
  if (typeof body !== 'object' || body === null || !('reason' in body)) return null;
  const { reason } = body;
  return typeof reason === 'string' && Object.hasOwn(votingRefusals, reason) ? (reason as VotingRefusal) : null;
}
