// Says to who listens when few minutes are left, and that the time is over.
import type { Timer } from '@commonboard/shared/session/timer-state.ts';
import { remainingMs } from '@commonboard/shared/session/timer.ts';
import { useEffect, useRef, useState } from 'react';
import { Hidden } from '../../ui/hidden.tsx';
import { t } from '../../ui/messages/t.ts';
import type { SessionStore } from '../session-store.ts';
import { useServerNow } from '../use-session.ts';

export interface TimeLeft {
  startedAt: number;
  minutesLeft: number;
}

/** Minutes that are worth a word when so many are left. */
const saidMinutes: readonly number[] = [10, 5, 2, 1];
const minuteMs = 60_000;

export function timeLeft(timer: Timer | null, now: number): TimeLeft | null {
  return (
    timer && {
      startedAt: timer.startedAt,
      minutesLeft: Math.max(0, Math.ceil(remainingMs(timer, now) / minuteMs)),
    }
  );
}

/** What is worth a word between two moments. */
export function timeSaid(before: TimeLeft | null, after: TimeLeft | null): string[] {
  if (!before || after?.startedAt !== before.startedAt || after.minutesLeft >= before.minutesLeft) return [];
  if (after.minutesLeft === 0) return [t('session.said.time')];
  return saidMinutes.includes(after.minutesLeft) ? [t('session.said.minutes', { count: after.minutesLeft })] : [];
}

/** On the board. What was before it opened is not said. */
export function SaidTime({ store, timer }: { store: SessionStore; timer: Timer | null }) {
  const now = useServerNow(store, timer !== null && timer.pausedAt === null);
  const before = useRef<TimeLeft | null>(null);
  const [said, setSaid] = useState('');
  useEffect(() => {
    const left = timeLeft(timer, now);
    const [sentence] = timeSaid(before.current, left);
    before.current = left;
    if (sentence !== undefined) setSaid(sentence);
  }, [timer, now]);
  return (
    <output>
      <Hidden>{said}</Hidden>
    </output>
  );
}
