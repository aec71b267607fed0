// React's view of private rounds.
import { useCallback, useSyncExternalStore } from 'react';
import type { DraftsState, DraftsStore } from './drafts-store.ts';

export function useDrafts(store: DraftsStore): DraftsState {
  return useSyncExternalStore(
    useCallback((listener: () => void) => store.onChange(listener), [store]),
    () => store.state(),
  );
}
