// React's view of the session: how it stands, and the server's time while somebody looks at it.
import type { SessionView } from '@commonboard/shared/session/session-view.ts';
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { SessionStore } from './session-store.ts';

const doNothing = (): void => undefined;

export function useSessionView(store: SessionStore | null): SessionView | null {
  return useSyncExternalStore(
    useCallback((listener: () => void) => store?.onChange(listener) ?? doNothing, [store]),
    () => store?.view() ?? null,
  );
}

/** Drawn anew that often. */
const tickMs = 250;

/** The server's time. It stands still while `isRunning` is false. */
export function useServerNow(store: SessionStore, isRunning: boolean): number {
  const [now, setNow] = useState(() => store.now());
  useEffect(() => {
    setNow(store.now());
    if (!isRunning) return;
    const timer = setInterval(() => setNow(store.now()), tickMs);
    return () => clearInterval(timer);
  }, [store, isRunning]);
  return now;
}
