// What is happening now, for everybody: the step, its question, the time, and what one may do.
import { isUnderWay } from '@commonboard/shared/session/session-state.ts';
import type { SessionView } from '@commonboard/shared/session/session-view.ts';
import { Hand } from 'lucide-react';
import type { Editor } from 'tldraw';
import { Button } from '../ui/button.tsx';
import { mayText } from '../ui/messages/session-text.ts';
import { t } from '../ui/messages/t.ts';
import { currentPhase, phaseQuestion, phaseTitle, untilText } from './phase-text.ts';
import { OwnSignals } from './own-signals.tsx';
import type { SessionStore } from './session-store.ts';
import styles from './session.module.css';
import { TimerText } from './timer-text.tsx';

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

/** What a person says for themselves: a hand, and that they are ready. */
export function OwnHand({
  store,
  view,
  participantId,
  isLeading,
}: Pick<PhaseBannerProps, 'store' | 'view' | 'participantId' | 'isLeading'>) {
  const isRaised = view.hands.some((hand) => hand.participant === participantId);
  const own = view.hands.find((hand) => hand.participant === participantId);
  const isReady = view.ready?.who.some((one) => one === participantId) ?? false;
  return (
    <span className={styles.own}>
      {view.ready && !isLeading && (
        <Button
          look={isReady ? 'secondary' : 'primary'}
          aria-pressed={isReady}
          onClick={() => void store.send({ type: 'say-ready', isReady: !isReady })}
        >
          {isReady ? t('session.ready.said') : t('session.ready.say')}
        </Button>
      )}
      {!isLeading && !view.off.includes('hands') && (
        <Button
          aria-pressed={isRaised}
          icon={<Hand size={18} aria-hidden="true" />}
          onClick={() =>
            void store.send(own ? { type: 'lower-hand', participant: own.participant } : { type: 'raise-hand' })
          }
        >
          {isRaised ? t('session.hand.lower') : t('session.hand.raise')}
        </Button>
      )}
    </span>
  );
}

/** Whether there is anything to say. */
export function hasBanner(view: SessionView): boolean {
  return isUnderWay(view) || view.timer !== null;
}
