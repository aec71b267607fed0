// React's view of the comments.
import type { Thread } from '@commonboard/shared/comments/thread.ts';
import { useCallback, useSyncExternalStore } from 'react';
import type { CommentsStore } from './comments-store.ts';

export function useThreads(store: CommentsStore): readonly Thread[] {
  return useSyncExternalStore(
    useCallback((listener: () => void) => store.onChange(listener), [store]),
    () => store.threads(),
  );
}
