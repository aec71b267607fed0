// The session store of a board in this page, on its HTTP calls.
import type { BoardId } from '@commonboard/shared/protocol/ids.ts';
import { sessionRefusals, type SessionRefusal } from '@commonboard/shared/session/refusals.ts';
import { ApiError, call } from '../sync/api.ts';
import { errorText } from '../ui/messages/error-text.ts';
import { sessionRefusalText } from '../ui/messages/session-text.ts';
import { showToast } from '../ui/toast-list.ts';
import { createSessionStore, type SessionStore } from './session-store.ts';

type WithToken = <T>(work: (token: string) => Promise<T>) => Promise<T>;

export function openSession(id: BoardId, withToken: WithToken): SessionStore {
  return createSessionStore({
    ask: () => withToken((token) => call('session', { params: { id }, token })),
    post: (command) => withToken((token) => call('sessionCommand', { params: { id }, token, body: command })),
    // It goes on evenly when somebody sets the device's clock.
    now: () => performance.timeOrigin + performance.now(),
    newId,
    failed: (error) => showToast('trouble', refusalText(error)),
  });
}

/** Also where the origin is no secure context. */
function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function refusalText(error: unknown): string {
  const reason = error instanceof ApiError ? reasonIn(error.body) : null;
  return reason === null ? errorText(error) : sessionRefusalText(reason);
}

function reasonIn(body: unknown): SessionRefusal | null {
  if (typeof body !== 'object' || body === null || !('reason' in body)) return null;
  const { reason } = body;
  return typeof reason === 'string' && Object.hasOwn(sessionRefusals, reason) ? (reason as SessionRefusal) : null;
}
