// Fetches the board's outline once.
import { useEffect, useState } from 'react';
import type { Joined, RouteResponse } from '@commonboard/shared/protocol/routes.ts';
import { call } from '../../sync/api.ts';

export type OutlineState =
  | { kind: 'reading' }
  | { kind: 'read'; outline: RouteResponse<'outline'> }
  | { kind: 'failed'; error: unknown };

export function useOutline({ id, token }: Joined): OutlineState {
  const [state, setState] = useState<OutlineState>({ kind: 'reading' });
  useEffect(() => {
    const stop = new AbortController();
    call('outline', { params: { id }, token, signal: stop.signal }).then(
      (outline) => setState({ kind: 'read', outline }),
      (error: unknown) => stop.signal.aborted || setState({ kind: 'failed', error }),
    );
    return () => stop.abort();
  }, [id, token]);
  return state;
}
