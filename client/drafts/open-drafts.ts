// The private rounds of a board in this page, on their HTTP calls.
import { draftRefusals } from '@commonboard/shared/drafts/refusals.ts';
import type { BoardId, ParticipantId } from '@commonboard/shared/protocol/ids.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { call, reasonIn } from '../sync/api.ts';
import { draftRefusalText } from '../ui/messages/drafts-text.ts';
import { errorText } from '../ui/messages/error-text.ts';
import { showToast } from '../ui/toast-list.ts';
import { createDraftsStore, type DraftsStore } from './drafts-store.ts';

type WithToken = <T>(work: (token: string) => Promise<T>) => Promise<T>;

export function openDrafts(id: BoardId, participant: ParticipantId, withToken: WithToken): DraftsStore {
  return createDraftsStore({
    ask: () => withToken((token) => call('drafts', { params: { id }, token })),
    showOwn: (round) =>
      withToken((token) => call('showDrafts', { params: { id, round }, token, body: { participant } })),
    handIn: ({ round, texts }) =>
      withToken((token) =>
        call('handInLate', {
          params: { id, round },
          token,
          body: { texts: texts.slice(0, limits.draftsPerPersonMax).map((text) => text.slice(0, limits.draftCharsMax)) },
        }),
      ),
    putInLate: (round) => withToken((token) => call('putInLate', { params: { id, round }, token })),
    putInKept: async (draft) => {
      await withToken((token) => call('putInKept', { params: { id, draft }, token }));
    },
    remove: (draft) => withToken((token) => call('removeDraft', { params: { id, draft }, token })),
    silence: (note) => withToken((token) => call('silence', { params: { id }, token, body: { note } })),
    failed: (error) => showToast('trouble', refusalText(error)),
  });
}

function refusalText(error: unknown): string {
  const reason = reasonIn(error, draftRefusals);
  return reason === null ? errorText(error) : draftRefusalText(reason);
}
