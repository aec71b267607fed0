// What cannot be undone and is about to happen, in sight of all; who leads can stop it.
import type { Phase } from '@commonboard/shared/session/phase.ts';
import type { Pending } from '@commonboard/shared/session/session-state.ts';
import type { SessionView } from '@commonboard/shared/session/session-view.ts';
import { Button } from '../ui/button.tsx';
import { t } from '../ui/messages/t.ts';
import { phaseTitle } from './phase-text.ts';
import type { SessionStore } from './session-store.ts';
import styles from './session.module.css';
import { useServerNow } from './use-session.ts';

interface CountdownProps {
  store: SessionStore;
  view: SessionView;
  pending: Pending;
  isLeading: boolean;
}

export function Countdown({ store, view, pending, isLeading }: CountdownProps) {
  const now = useServerNow(store, true);
  const seconds = Math.max(0, Math.ceil((pending.dueAt - now) / 1_000));
  const to = pending.brings ?? view.phases.find(({ id }) => id === pending.to);
  const shows = view.rounds.some(({ stage }) => stage === 'open') ? ` ${t('session.soon.shows')}` : '';
  return (
    <section className={styles.countdown} aria-label={t('session.soon')}>
      <p role="alert">{whatComes(pending, to) + (pending.act === 'reveal' ? '' : shows)}</p>
      <span className={styles.seconds} aria-hidden="true">
        {seconds}
      </span>
      {isLeading && (
        <Button look="danger" onClick={() => void store.send({ type: 'hold', pending: pending.id })}>
          {t('session.stop')}
        </Button>
      )}
    </section>
  );
}

function whatComes({ act, by: { name } }: Pending, to: Phase | undefined): string {
  if (act === 'reveal') return t('session.soon.reveal', { name });
  return to === undefined ? t('session.soon.finish', { name }) : t('session.soon.go', { name, step: phaseTitle(to) });
}
