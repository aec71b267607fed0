// What a room reads from afar while a session runs: the question, the step, the time, what is about to happen.
import { remainingMs } from '@commonboard/shared/session/timer.ts';
import type { SessionView } from '@commonboard/shared/session/session-view.ts';
import { t } from '../../ui/messages/t.ts';
import { clockText, spokenMinutes } from '../timer/clock-text.ts';
import { currentPhase, phaseQuestion, phaseTitle, untilText } from '../phase-text.ts';
import styles from './room-screen.module.css';
import type { SessionStore } from '../session-store.ts';
import { useServerNow, useSessionView } from '../use-session.ts';

export function ScreenHead({ store, title }: { store: SessionStore; title: string }) {
  const view = useSessionView(store);
  const phase = view && currentPhase(view);
  const question = phase ? phaseQuestion(phase) : '';
  const until = view && phase && untilText(phase, view.timer, store.now());
  const main = question || (phase ? phaseTitle(phase) : title);
  return (
    <header className={styles.head}>
      <div className={styles.what}>
        <p className={styles.step}>{phase && question !== '' ? phaseTitle(phase) : title}</p>
        <h1 className={styles.question} dir="auto">
          {main}
        </h1>
        {typeof until === 'string' && <p className={styles.step}>{until}</p>}
        {view?.pending && <Soon store={store} view={view} pending={view.pending} />}
      </div>
      {view?.timer && <Time store={store} timer={view.timer} />}
    </header>
  );
}

function Time({ store, timer }: { store: SessionStore; timer: NonNullable<SessionView['timer']> }) {
  const now = useServerNow(store, timer.pausedAt === null);
  const left = remainingMs(timer, now);
  return (
    <p className={styles.time} role="timer" data-over={left <= 0} aria-label={spokenMinutes(left)}>
      {clockText(left)}
    </p>
  );
}

interface SoonProps {
  store: SessionStore;
  view: SessionView;
  pending: NonNullable<SessionView['pending']>;
}

function Soon({ store, view, pending }: SoonProps) {
  const now = useServerNow(store, true);
  const seconds = Math.max(0, Math.ceil((pending.dueAt - now) / 1_000));
  const to = pending.brings ?? view.phases.find(({ id }) => id === pending.to);
  return (
    <p className={styles.soon}>
      {to ? t('screen.soon.go', { step: phaseTitle(to), seconds }) : t('screen.soon.finish', { seconds })}
    </p>
  );
}
