// Which of the board's secrets this person can pass on. Facilitators ask the server for all three; others have their own.
import { useEffect, useState } from 'react';
import type { Role } from '@commonboard/shared/protocol/roles.ts';
import type { Joined } from '@commonboard/shared/protocol/routes.ts';
import { call } from '../sync/api.ts';

export type ShareKeys = Partial<Record<Role, string>>;

export type ShareState =
  | { kind: 'fetching' }
  | { kind: 'ready'; base: string; keys: ShareKeys }
  | { kind: 'failed'; error: unknown };

/** Does `work` with a token that the server takes. */
export type WithToken = <T>(work: (token: string) => Promise<T>) => Promise<T>;

/** Fetched anew each time the dialog opens: links can change while a board is open. */
export function useShareKeys(joined: Joined, boardKey: string, withToken: WithToken): ShareState {
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
  return state;
}

async function fetchShareKeys({ id, role }: Joined, key: string, withToken: WithToken): Promise<ShareState> {
  const { publicUrl } = await call('config');
  const base = (publicUrl ?? window.location.origin).replace(/\/$/, '');
  if (role !== 'facilitate') return { kind: 'ready', base, keys: { [role]: key } };
  const { keys } = await withToken((token) => call('links', { params: { id }, token, body: { key } }));
  return { kind: 'ready', base, keys };
}
