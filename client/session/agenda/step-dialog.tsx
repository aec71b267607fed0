// What a step is: asked for when one is added or changed.
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { type Phase, rightsKinds, usualRights, type WrittenPhase } from '@commonboard/shared/session/phase.ts';
import { phaseKinds } from '@commonboard/shared/templates/format.ts';
import { useState } from 'react';
import { usualVote } from '@commonboard/shared/voting/terms.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { SelectField, TextArea } from '../../ui/form-fields.tsx';
import { kindText, rightsText } from '../../ui/messages/session-text.ts';
import { t } from '../../ui/messages/t.ts';
import { MomentField } from '../../ui/moment-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './agenda-steps.module.css';
import { phaseNote, phaseQuestion, phaseTitle } from '../phase-text.ts';
import { StepVoteFields } from './step-vote-fields.tsx';

/** A zone that a step may work in. */
export interface StepPlace {
  /** The part of the template, or the zone's id. */
  value: string;
  label: string;
}

interface StepDialogProps {
  /** Null for a new one. */
  phase: Phase | null;
  places: readonly StepPlace[];
  /** Closes it where it is taken. `changes`: what the person has changed, and nothing that others may have changed meanwhile. */
  onSave: (step: WrittenPhase, changes: Partial<WrittenPhase>) => Promise<void>;
  onClose: () => void;
}

export function StepDialog({ phase, places, onSave, onClose }: StepDialogProps) {
  const [before] = useState<WrittenPhase>(() => (phase ? asWritten(phase) : newStep));
  const [step, setStep] = useState(before);
  const [isBusy, setBusy] = useState(false);
  const set = (changes: Partial<WrittenPhase>): void => setStep((last) => ({ ...last, ...changes }));
  return (
    <Dialog open onClose={onClose} title={phase ? t('session.step.change') : t('session.step.add')}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          const named = { ...step, title: step.title.trim() || t('session.step.untitled') };
          setBusy(true);
          void onSave(named, changesIn(before, named)).finally(() => setBusy(false));
        }}
      >
        <TextField
          label={t('session.step.title')}
          value={step.title}
          maxLength={limits.phaseTitleCharsMax}
          onChange={({ target }) => set({ title: target.value })}
        />
        <TextArea
          label={t('session.step.question')}
          value={step.question}
          maxLength={limits.phaseQuestionCharsMax}
          onText={(question) => set({ question })}
        />
        <TextField
          label={t('session.step.minutes')}
          type="number"
          min={0}
          max={limits.phaseMinutesMax}
          value={step.minutes}
          onChange={({ target }) => set({ minutes: minutesIn(target.value) })}
        />
        <SelectField
          label={t('session.step.kind')}
          value={step.kind}
          options={phaseKinds.map((value) => ({ value, label: kindText(value) }))}
          onValue={(kind) =>
            set({ kind, rights: usualRights[kind], vote: kind === 'vote' ? (step.vote ?? usualVote) : null })
          }
        />
        {(step.kind === 'vote' || step.kind === 'decide') && (
          <StepVoteFields vote={step.vote ?? null} onVote={(vote) => set({ vote })} />
        )}
        <PlaceField zones={step.zones ?? []} places={places} onZones={(zones) => set({ zones })} />
        <SelectField
          label={t('session.rights')}
          value={step.rights}
          options={rightsKinds.map((value) => ({ value, label: rightsText(value) }))}
          onValue={(rights) => set({ rights })}
        />
        <SelectField
          label={t('session.step.tools')}
          value={step.tools}
          options={toolSets}
          onValue={(value) => set({ tools: value })}
        />
        <SelectField
          label={t('session.step.length')}
          value={step.isLong ? 'long' : 'timed'}
          options={lengths}
          onValue={(value) => set({ isLong: value === 'long', until: null })}
        />
        {step.isLong && (
          <MomentField label={t('session.step.until')} value={step.until} onValue={(until) => set({ until })} />
        )}
        <SelectField
          label={t('session.step.writing')}
          value={writingOf(step)}
          options={writings}
          onValue={(value) => set({ isPrivate: value !== 'open', isAnonymous: value === 'anonymous' })}
        />
        <TextArea
          label={t('agenda.phase.note')}
          value={step.note}
          maxLength={limits.phaseNoteCharsMax}
          onText={(note) => set({ note })}
        />
        <DialogActions>
          <Button look="primary" type="submit" busy={isBusy}>
            {t('session.step.save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

function changesIn(before: WrittenPhase, after: WrittenPhase): Partial<WrittenPhase> {
  const said = (value: unknown): string => JSON.stringify(value ?? null);
  const known: Record<string, unknown> = { ...before };
  return Object.fromEntries(Object.entries(after).filter(([key, value]) => said(known[key]) !== said(value)));
}

const everywhere = '';
const several = '*';

interface PlaceFieldProps {
  zones: readonly string[];
  places: readonly StepPlace[];
  onZones: (zones: string[]) => void;
}

/** One place or the whole board; several of a template stay until another is chosen. */
function PlaceField({ zones, places, onZones }: PlaceFieldProps) {
  const [only = everywhere] = zones;
  const options = [
    { value: everywhere, label: t('session.step.place.all') },
    ...(zones.length > 1 ? [{ value: several, label: t('session.step.place.several', { count: zones.length }) }] : []),
    ...places,
  ];
  return (
    <SelectField
      label={t('session.step.place')}
      value={zones.length > 1 ? several : only}
      options={options}
      onValue={(value) => {
        if (value !== several) onZones(value === everywhere ? [] : [value]);
      }}
    />
  );
}

const toolSets = [
  { value: 'few', label: t('session.tools.few') },
  { value: 'all', label: t('session.tools.all') },
] as const;

const lengths = [
  { value: 'timed', label: t('session.length.timed') },
  { value: 'long', label: t('session.length.long') },
] as const;

const writings = [
  { value: 'open', label: t('session.writing.open') },
  { value: 'named', label: t('session.writing.named') },
  { value: 'anonymous', label: t('session.writing.anonymous') },
] as const;

function writingOf({ isPrivate, isAnonymous }: WrittenPhase): (typeof writings)[number]['value'] {
  if (isPrivate !== true) return 'open';
  return isAnonymous === true ? 'anonymous' : 'named';
}

const newStep: WrittenPhase = {
  title: '',
  kind: 'converge',
  minutes: 5,
  question: '',
  note: '',
  rights: 'free',
  tools: 'few',
  isLong: false,
  until: null,
  zones: [],
  vote: null,
};

function asWritten(phase: Phase): WrittenPhase {
  const { kind, minutes, rights, tools, isLong, until, isPrivate, isAnonymous, zones, vote } = phase;
  const texts = { title: phaseTitle(phase), question: phaseQuestion(phase), note: phaseNote(phase) };
  return { ...texts, kind, minutes, rights, tools, isLong, until, isPrivate, isAnonymous, zones, vote };
}

function minutesIn(typed: string): number {
  const minutes = Math.round(Number(typed));
  return Number.isFinite(minutes) ? Math.min(Math.max(0, minutes), limits.phaseMinutesMax) : 0;
}
