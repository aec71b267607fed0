// Sounds once that the time of a step is over. Nothing else happens at zero.
import type { Timer } from '@commonboard/shared/session/timer-state.ts';
import { remainingMs } from '@commonboard/shared/session/timer.ts';
import { useEffect } from 'react';
import type { SessionStore } from '../session-store.ts';
import { isSoundOn, playSoftly } from './sound.ts';

/** A page that wakes up long after is not startled. */
const lateMsMax = 5_000;

export function useTimeOver(store: SessionStore | null, timer: Timer | null): void {
  useEffect(() => {
    if (!store || !timer || timer.pausedAt !== null) return;
    const left = remainingMs(timer, store.now());
    if (left <= 0) return;
    const handle = setTimeout(() => {
      if (isSoundOn() && remainingMs(timer, store.now()) > -lateMsMax) playSoftly();
    }, left);
    return () => clearTimeout(handle);
  }, [store, timer]);
}
