// The session store of a board in this page, on its HTTP calls.
import type { BoardId } from '@commonboard/shared/protocol/ids.ts';
import { sessionRefusals } from '@commonboard/shared/session/refusals.ts';
import { call, reasonIn, type WithToken } from '../sync/api.ts';
import { errorText } from '../ui/messages/error-text.ts';
import { sessionRefusalText } from '../ui/messages/session-text.ts';
import { randomHex } from '../ui/random-hex.ts';
import { showToast } from '../ui/toast-list.ts';
import { createSessionStore, type SessionStore } from './session-store.ts';

export function openSession(id: BoardId, withToken: WithToken): SessionStore {
  return createSessionStore({
    ask: () => withToken((token) => call('session', { params: { id }, token })),
    post: (command) => withToken((token) => call('sessionCommand', { params: { id }, token, body: command })),
    // It goes on evenly when somebody sets the device's clock.
    now: () => performance.timeOrigin + performance.now(),
    newId: () => randomHex(12),
    failed: (error) => showToast('trouble', refusalText(error)),
  });
}

function refusalText(error: unknown): string {
  const reason = reasonIn(error, sessionRefusals);
  return reason === null ? errorText(error) : sessionRefusalText(reason);
}
