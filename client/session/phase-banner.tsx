// What is happening now, for everybody: the step, its question, the time, and what one may do.
import { isUnderWay } from '@commonboard/shared/session/session-state.ts';
import type { SessionView } from '@commonboard/shared/session/session-view.ts';
import type { Editor } from 'tldraw';
import { mayText } from '../ui/messages/session-text.ts';
import { t } from '../ui/messages/t.ts';
import { currentPhase, phaseQuestion, phaseTitle, untilText } from './phase-text.ts';
import { OwnHand } from './signals/own-hand.tsx';
import { OwnSignals } from './signals/own-signals.tsx';
import type { SessionStore } from './session-store.ts';
import styles from './session.module.css';
import { TimerText } from './timer/timer-text.tsx';

interface PhaseBannerProps {
  store: SessionStore;
  view: SessionView;
  /** Oneself. */
  participantId: string;
  mayTakePart: boolean;
  /** Null where there is no canvas. */
  editor: Editor | null;
  isLeading: boolean;
}

export function PhaseBanner(props: PhaseBannerProps) {
  const { store, view } = props;
  const phase = currentPhase(view);
  const until = phase && untilText(phase, view.timer, store.now());
  return (
    <section className={styles.banner} aria-label={t('session.now')}>
      {phase && <Progress view={view} />}
      <div className={styles.what} aria-live="polite">
        {phase && (
          <p className={styles.step}>
            {view.status === 'rehearsing' && <span className={styles.tag}>{t('session.rehearsal')}</span>}
            <span className={styles.stepTitle}>{phaseTitle(phase)}</span>
            {view.rights !== 'free' && <span className={styles.rights}>{mayText(view.rights)}</span>}
          </p>
        )}
        {phase && phaseQuestion(phase) !== '' && <p className={styles.question}>{phaseQuestion(phase)}</p>}
        {until !== null && <p className={styles.until}>{until}</p>}
      </div>
      {view.timer && <TimerText store={store} timer={view.timer} />}
      {props.mayTakePart && <OwnHand {...props} />}
      {props.mayTakePart && props.editor && <OwnSignals editor={props.editor} view={view} />}
    </section>
  );
}

function Progress({ view: { phases, phase } }: { view: SessionView }) {
  const steps = phases.filter(({ id, isSkipped }) => !isSkipped || id === phase);
  const at = steps.findIndex(({ id }) => id === phase) + 1;
  return (
    <div className={styles.progress}>
      <span className={styles.count}>{t('session.step-of', { at, all: steps.length })}</span>
      <progress className={styles.track} value={at} max={steps.length} aria-hidden="true" />
    </div>
  );
}

/** Whether there is anything to say. */
export function hasBanner(view: SessionView): boolean {
  return isUnderWay(view) || view.timer !== null;
}
