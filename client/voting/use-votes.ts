// React's view of the votes, and the server's time while one is about to close.
import type { RoundView } from '@commonboard/shared/voting/round-view.ts';
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { VotesStore } from './votes-store.ts';

/** Null until the server has said it. */
export function useVotes(store: VotesStore): readonly RoundView[] | null {
  return useSyncExternalStore(
    useCallback((listener: () => void) => store.onChange(listener), [store]),
    () => store.rounds(),
  );
}

/** Drawn anew that often. */
const tickMs = 250;

/** Seconds until then, by the server's clock; 0 once it is over. */
export function useSecondsUntil(dueAt: number, serverNow: () => number): number {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), tickMs);
    return () => clearInterval(timer);
  }, [serverNow]);
  return Math.max(0, Math.ceil((dueAt - now) / 1_000));
}
