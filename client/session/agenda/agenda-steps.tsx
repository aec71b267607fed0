// The agenda that runs: each step a click away from the places it works in, and for who leads a way to go there, to skip it, to
// change and to move it.
import { isUnderWay } from '@commonboard/shared/session/session-state.ts';
import type { SessionWish } from '@commonboard/shared/session/commands.ts';
import type { Phase } from '@commonboard/shared/session/phase.ts';
import type { SessionView } from '@commonboard/shared/session/session-view.ts';
import { EyeOff, MapPin, Users, VenetianMask, Vote } from 'lucide-react';
import { useState } from 'react';
import type { NewZone } from '../../canvas/make-zones.ts';
import { Button } from '../../ui/button.tsx';
import { t } from '../../ui/messages/t.ts';
import { methodText } from '../../ui/messages/voting-text.ts';
import { ActivityDialog } from './activity-dialog.tsx';
import styles from './agenda-steps.module.css';
import { phaseNote, phaseQuestion, phaseTitle, untilText } from '../phase-text.ts';
import type { SessionStore } from '../session-store.ts';
import { StartButtons } from './start-buttons.tsx';
import { StepDialog, type StepPlace } from './step-dialog.tsx';
import { StepMenu } from './step-menu.tsx';

type AddActivity = Extract<SessionWish, { type: 'add-activity' }>;

export interface AgendaStepsProps {
  store: SessionStore;
  view: SessionView;
  isLeading: boolean;
  /** Brings the places of a step into view. */
  onShow: (phase: Phase) => void;
  places: readonly StepPlace[];
  onMakeZones: (zones: readonly NewZone[]) => void;
}

export function AgendaSteps(props: AgendaStepsProps) {
  const { store, view, isLeading, onShow, places, onMakeZones } = props;
  const [isAdding, setAdding] = useState(false);
  const [edited, setEdited] = useState<Phase | 'new' | null>(null);
  const after = view.phase ?? view.phases.at(-1)?.id ?? null;
  async function addActivity(newZones: readonly NewZone[], wish: AddActivity): Promise<boolean> {
    const isAdded = await store.send({ ...wish, ...(newZones.length > 0 && { zones: newZones.map(({ id }) => id) }) });
    if (isAdded && newZones.length > 0) onMakeZones(newZones);
    return isAdded;
  }
  const planned = view.phases.reduce((sum, { minutes, isSkipped }) => sum + (isSkipped ? 0 : minutes), 0);
  return (
    <>
      {isLeading && <StartButtons store={store} view={view} />}
      {view.phases.length > 0 && <p className={styles.sum}>{t('session.planned', { count: planned })}</p>}
      <ol className={styles.steps}>
        {view.phases.map((phase) => (
          <Step
            key={phase.id}
            {...{ phase, store, view, isLeading }}
            onShow={() => onShow(phase)}
            onEdit={() => setEdited(phase)}
          />
        ))}
      </ol>
      {isLeading && (
        <>
          <Button onClick={() => setEdited('new')}>{t('session.step.add')}</Button>
          <Button onClick={() => setAdding(true)}>{t('session.activity')}</Button>
        </>
      )}
      {isAdding && (
        <ActivityDialog
          places={places}
          onAdd={async ({ newZones, ...wish }) => {
            // What was not taken stays, to be tried again.
            if (await addActivity(newZones, { type: 'add-activity', after, ...wish })) setAdding(false);
          }}
          onClose={() => setAdding(false)}
        />
      )}
      {edited !== null && (
        <StepDialog
          phase={edited === 'new' ? null : edited}
          places={places}
          onSave={async (step, changes) => {
            const wish: SessionWish =
              edited === 'new'
                ? { type: 'add-phase', after, step }
                : { type: 'change-phase', step: edited.id, changes };
            if (await store.send(wish)) setEdited(null);
          }}
          onClose={() => setEdited(null)}
        />
      )}
    </>
  );
}

export interface StepProps {
  phase: Phase;
  store: SessionStore;
  view: SessionView;
  isLeading: boolean;
  onShow: () => void;
  onEdit: () => void;
}

function Step(props: StepProps) {
  const { phase, view, isLeading, onShow } = props;
  const isNow = isUnderWay(view) && view.phase === phase.id;
  const until = untilText(phase, isNow ? view.timer : null, props.store.now());
  return (
    <li
      className={styles.step}
      data-now={isNow}
      data-skipped={phase.isSkipped}
      aria-current={isNow ? 'step' : undefined}
    >
      <div className={styles.head}>
        <button type="button" className={styles.go} onClick={onShow}>
          <span className={styles.name}>{phaseTitle(phase)}</span>
          <span className={styles.minutes}>
            {phase.isLong ? t('session.step.long') : t('session.minutes', { count: phase.minutes })}
          </span>
          <MapPin size={14} aria-label={t('session.step.show')} />
        </button>
        {isLeading && <StepMenu {...props} />}
      </div>
      {phase.isSkipped && <p className={styles.sign}>{t('session.step.skipped')}</p>}
      {phaseQuestion(phase) !== '' && <p className={styles.question}>{phaseQuestion(phase)}</p>}
      <Signs phase={phase} />
      {until !== null && <p className={styles.sign}>{until}</p>}
      {isLeading && phaseNote(phase) !== '' && (
        <p className={styles.note}>
          <span className={styles.label}>{t('agenda.phase.note')}</span>
          {phaseNote(phase)}
        </p>
      )}
    </li>
  );
}

function Signs({ phase: { isPrivate, isAnonymous, vote, groups } }: { phase: Phase }) {
  if (!isPrivate && !isAnonymous && !vote && !groups) return null;
  return (
    <p className={styles.signs}>
      {isPrivate && (
        <span>
          <EyeOff size={14} aria-hidden="true" /> {t('agenda.phase.private')}
        </span>
      )}
      {isAnonymous && (
        <span>
          <VenetianMask size={14} aria-hidden="true" /> {t('agenda.phase.anonymous')}
        </span>
      )}
      {groups && (
        <span>
          <Users size={14} aria-hidden="true" /> {t('session.step.groups')}
        </span>
      )}
      {vote && (
        <span>
          <Vote size={14} aria-hidden="true" /> {methodText(vote.method)}
        </span>
      )}
    </p>
  );
}
