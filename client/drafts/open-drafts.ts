// The private rounds of a board in this page, on their HTTP calls.
import { draftRefusals } from '@commonboard/shared/drafts/refusals.ts';
import type { BoardId, ParticipantId } from '@commonboard/shared/protocol/ids.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { call, reasonIn, type WithToken } from '../sync/api.ts';
import { draftRefusalText } from '../ui/messages/drafts-text.ts';
import { errorText } from '../ui/messages/error-text.ts';
import { showToast } from '../ui/toast-list.ts';
import { createDraftsStore, type DraftsStore } from './drafts-store.ts';

export function openDrafts(id: BoardId, participant: ParticipantId, withToken: WithToken): DraftsStore {
  return createDraftsStore({
    ask: () => withToken((token) => call('drafts', { params: { id }, token })),
    show: (round, person) =>
      withToken((token) =>
        call('showDrafts', { params: { id, round }, token, body: { participant: person ?? participant } }),
      ),
    handIn: ({ round, isCancelled, notes }) =>
      withToken(async (token) => {
        const said = notes.map((note) => ({ id: note.id, text: note.text.slice(0, limits.draftCharsMax) }));
        if (isCancelled) for (const body of said) await call('addNote', { params: { id }, token, body });
        else
          await call('handInLate', {
            params: { id, round },
            token,
            body: { notes: said.slice(0, limits.draftsPerPersonMax) },
          });
      }),
    putInLate: (round) => withToken((token) => call('putInLate', { params: { id, round }, token })),
    putInKept: async (draft) => {
      await withToken((token) => call('putInKept', { params: { id, draft }, token }));
    },
    choose: async (draft, isBest) => {
      await withToken((token) => call('changeDraft', { params: { id, draft }, token, body: { isBest } }));
    },
    remove: (draft) => withToken((token) => call('removeDraft', { params: { id, draft }, token })),
    silence: async (note) => {
      const { isSilenced } = await withToken((token) => call('silence', { params: { id }, token, body: { note } }));
      return isSilenced;
    },
    failed: (error) => showToast('trouble', refusalText(error)),
  });
}

/** Why the server said no, in words. */
export function refusalText(error: unknown): string {
  const reason = reasonIn(error, draftRefusals);
  return reason === null ? errorText(error) : draftRefusalText(reason);
}
