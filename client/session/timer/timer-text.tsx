// The timer in large figures; who listens hears whole minutes when they ask for it.
import type { Timer } from '@commonboard/shared/session/timer-state.ts';
import { remainingMs } from '@commonboard/shared/session/timer.ts';
import { Pause } from 'lucide-react';
import { Hidden } from '../../ui/hidden.tsx';
import { t } from '../../ui/messages/t.ts';
import { clockText, spokenMinutes } from './clock-text.ts';
import type { SessionStore } from '../session-store.ts';
import styles from '../session.module.css';
import { useServerNow } from '../use-session.ts';

export function TimerText({ store, timer }: { store: SessionStore; timer: Timer }) {
  const now = useServerNow(store, timer.pausedAt === null);
  const left = remainingMs(timer, now);
  const isPaused = timer.pausedAt !== null;
  return (
    <span className={styles.timer} data-over={left <= 0} role="timer" aria-label={t('session.timer')}>
      {isPaused && <Pause size={18} aria-hidden="true" />}
      <span aria-hidden="true">{clockText(left)}</span>
      <Hidden>
        {spokenMinutes(left)} {isPaused && t('session.timer.paused')}
      </Hidden>
    </span>
  );
}
