// What is happening now: the step, its question, the time, what one may do, and what one says for oneself.
import type { Joined } from '@commonboard/shared/protocol/routes.ts';
import { mayEdit } from '@commonboard/shared/protocol/roles.ts';
import { isUnderWay } from '@commonboard/shared/session/session-state.ts';
import type { SessionView } from '@commonboard/shared/session/session-view.ts';
import { Countdown } from '../session/countdown.tsx';
import { OwnHand } from '../session/signals/own-hand.tsx';
import { currentPhase, phaseQuestion, phaseTitle, untilText } from '../session/phase-text.ts';
import { isLeading, rightsNow } from '../session/rights-now.ts';
import type { SessionStore } from '../session/session-store.ts';
import { StepLines } from '../session/activities/step-lines.tsx';
import { TimerText } from '../session/timer/timer-text.tsx';
import { Button } from '../ui/button.tsx';
import { mayText } from '../ui/messages/session-text.ts';
import { t } from '../ui/messages/t.ts';
import { goToZone } from './go-to-zone.ts';
import type { ZonePlace } from './own-notes.ts';
import styles from './page.module.css';
import { useKeptFocus } from './use-kept-focus.ts';

interface StepPartProps {
  store: SessionStore;
  view: SessionView;
  self: Joined;
  isPaused: boolean;
  zones: readonly ZonePlace[];
  /** Of what stands on the board, by its id. */
  words: ReadonlyMap<string, string>;
}

export function StepPart({ store, view, self, isPaused, zones, words }: StepPartProps) {
  const heading = useKeptFocus();
  const phase = currentPhase(view);
  const until = phase && untilText(phase, view.timer, store.now());
  const steps = view.phases.filter(({ id, isSkipped }) => !isSkipped || id === view.phase);
  const shown = zones.find(({ id }) => id === view.spotlight);
  return (
    <section className={styles.part} aria-labelledby="page-now">
      <div className={styles.nowHead}>
        <h2 ref={heading} id="page-now" tabIndex={-1} className={styles.partTitle}>
          {t('page.now')}
        </h2>
        {phase && (
          <span className={styles.quiet}>
            {t('session.step-of', { at: steps.findIndex(({ id }) => id === phase.id) + 1, all: steps.length })}
          </span>
        )}
        {view.timer && <TimerText store={store} timer={view.timer} />}
      </div>
      {phase ? (
        <>
          <h3 className={styles.stepTitle}>
            {view.status === 'rehearsing' && <span className={styles.tag}>{t('session.rehearsal')}</span>}
            {phaseTitle(phase)}
          </h3>
          {phaseQuestion(phase) !== '' && <p className={styles.question}>{phaseQuestion(phase)}</p>}
          {until !== null && <p className={styles.quiet}>{until}</p>}
        </>
      ) : (
        <p>{view.status === 'finished' ? t('page.now.over') : t('page.now.none')}</p>
      )}
      <p className={styles.may}>{mayDoText(view, self, isPaused)}</p>
      {shown && (
        <p className={styles.shown}>
          {t('page.shown', { zone: shown.title })}
          <Button look="quiet" onClick={() => goToZone(shown.id)}>
            {t('page.shown.go')}
          </Button>
        </p>
      )}
      <StepLines store={store} view={view} self={self} words={words} />
      {view.pending && <Countdown store={store} view={view} pending={view.pending} isLeading={false} />}
      {mayEdit(self.role) && isUnderWay(view) && (
        <OwnHand store={store} view={view} participantId={self.participantId} isLeading={isLeading(view, self)} />
      )}
    </section>
  );
}

function mayDoText(view: SessionView, self: Joined, isPaused: boolean): string {
  if (!mayEdit(self.role)) return t('page.may.look');
  if (isPaused) return t('page.may.paused');
  if (view.rounds.some(({ stage }) => stage === 'open')) return t('page.may.private');
  return rightsNow(view, self) === 'frozen' ? mayText('frozen') : t('page.may.write');
}
