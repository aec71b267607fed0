// Which of the board's secrets this person can pass on. Facilitators ask the server for all three, and change them; others
// have their own.
import { useEffect, useState } from 'react';
import type { Role } from '@commonboard/shared/protocol/roles.ts';
import type { Joined } from '@commonboard/shared/protocol/routes.ts';
import { call, type WithToken } from '../sync/api.ts';
import { errorText } from '../ui/messages/error-text.ts';
import { t } from '../ui/messages/t.ts';
import { showToast } from '../ui/toast-list.ts';
import type { LinkChanges } from './link-actions.tsx';

/** Null for a link that is switched off. */
export type ShareKeys = Partial<Record<Role, string | null>>;

export type ShareState =
  | { kind: 'fetching' }
  | { kind: 'ready'; base: string; keys: ShareKeys }
  | { kind: 'failed'; error: unknown };

/** Fetched anew each time the dialog opens: links can change while a board is open. */
export function useShareKeys(
  joined: Joined,
  boardKey: string,
  withToken: WithToken,
  onKey: (key: string) => void,
): { state: ShareState; changes: LinkChanges } {
  const [state, setState] = useState<ShareState>({ kind: 'fetching' });
  useEffect(() => {
    let left = false;
    fetchShareKeys(joined, boardKey, withToken).then(
      (ready) => left || setState(ready),
      (error: unknown) => left || setState({ kind: 'failed', error }),
    );
    return () => {
      left = true;
    };
  }, [joined, boardKey, withToken]);

  const { id } = joined;
  const show = (keys: ShareKeys): void =>
    setState((now) => (now.kind === 'ready' ? { ...now, keys: { ...now.keys, ...keys } } : now));
  const changes: LinkChanges = {
    renew: (role) =>
      telling(t('link.renewed'), async () => {
        const options = { params: { id, role }, body: { key: boardKey } };
        const { keys } = await withToken((token) => call('renewLink', { ...options, token }));
        show(keys);
        if (role === 'facilitate') onKey(keys.facilitate);
      }),
    switchOff: (role) =>
      telling(t('link.switched-off'), async () => {
        await withToken((token) => call('switchOffLink', { params: { id, role }, token }));
        show({ [role]: null });
      }),
  };
  return { state, changes };
}

async function telling(done: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
    showToast('done', done);
  } catch (error) {
    showToast('trouble', errorText(error));
  }
}

async function fetchShareKeys({ id, role }: Joined, key: string, withToken: WithToken): Promise<ShareState> {
  const { publicUrl } = await call('config');
  const base = (publicUrl ?? window.location.origin).replace(/\/$/, '');
  if (role !== 'facilitate') return { kind: 'ready', base, keys: { [role]: key } };
  const { keys } = await withToken((token) => call('links', { params: { id }, token, body: { key } }));
  return { kind: 'ready', base, keys };
}
