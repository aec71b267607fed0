// Puts an activity into the agenda: which one, on what question, in which zone. What it takes is seen before.
import { textIn } from '@commonboard/shared/domain/text.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import {
  type ActivityChoices,
  activityEach,
  activityMinutes,
  activityPlan,
  activitySeats,
  activityZones,
} from '@commonboard/shared/activities/activities.ts';
import { type ActivityKind, moreKinds, usualKinds } from '@commonboard/shared/activities/activity-kinds.ts';
import { useState } from 'react';
import { createShapeId } from 'tldraw';
import type { NewZone } from '../../canvas/make-zones.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { SelectField, TextArea } from '../../ui/form-fields.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { aboutActivity, activityText } from '../../ui/messages/activity-text.ts';
import { locale } from '../../ui/messages/locale.ts';
import { t } from '../../ui/messages/t.ts';
import styles from './agenda-steps.module.css';
import { phaseTitle } from '../phase-text.ts';
import type { StepPlace } from './step-dialog.tsx';

export interface ActivityWish extends ActivityChoices {
  activity: ActivityKind;
  zone: string | null;
  question: string;
  /** To be made on the board for it. */
  newZones: readonly NewZone[];
}

interface ActivityDialogProps {
  places: readonly StepPlace[];
  /** Closes it where it is taken. */
  onAdd: (wish: ActivityWish) => Promise<void>;
  onClose: () => void;
}

const noZone = '';
const ownZones = '*';

export function ActivityDialog({ places, onAdd, onClose }: ActivityDialogProps) {
  const [activity, setActivity] = useState<ActivityKind>('one-two-four-all');
  const [wanted, setWanted] = useState<string | null>(null);
  const [question, setQuestion] = useState('');
  const [choices, setChoices] = useState<ActivityChoices>({});
  const [isBusy, setBusy] = useState(false);
  const own = activityZones(activity);
  const usual = own.length > 0 ? ownZones : (places[0]?.value ?? noZone);
  const chosen = wanted ?? usual;
  return (
    <Dialog open onClose={onClose} title={t('session.activity')} text={t('session.activity.lead')}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          const newZones = chosen === ownZones ? own.map(newZone) : [];
          // One of its own is for all steps.
          const only = newZones.length === 1 ? newZones[0]?.id : undefined;
          const zone = chosen === noZone || chosen === ownZones ? (only ?? null) : chosen;
          setBusy(true);
          void onAdd({ activity, zone, question: question.trim(), ...choices, newZones }).finally(() => setBusy(false));
        }}
      >
        <SelectField
          label={t('session.activity.which')}
          value={activity}
          options={usualKinds.map(optionOf)}
          more={{ label: t('session.activity.more'), options: moreKinds.map(optionOf) }}
          onValue={(kind) => {
            setActivity(kind);
            setWanted(null);
            setChoices({});
          }}
        />
        <p className={styles.sign}>
          <output>{aboutActivity(activity)}</output>
        </p>
        <Choices activity={activity} choices={choices} onChoices={setChoices} />
        <Plan activity={activity} choices={choices} />
        <TextArea
          label={t('session.step.question')}
          value={question}
          maxLength={limits.phaseQuestionCharsMax / 2}
          onText={setQuestion}
        />
        <SelectField
          label={t('session.activity.zone')}
          value={chosen}
          options={[
            ...(own.length > 0
              ? [{ value: ownZones, label: t('session.activity.zone.new', { count: own.length }) }]
              : []),
            ...places.map(({ value, label }) => ({ value, label })),
            { value: noZone, label: t('session.activity.zone.none') },
          ]}
          onValue={setWanted}
        />
        <DialogActions>
          <Button look="primary" type="submit" busy={isBusy}>
            {t('session.activity.do')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

interface ChosenProps {
  activity: ActivityKind;
  choices: ActivityChoices;
}

function Choices({ activity, choices, onChoices }: ChosenProps & { onChoices: (choices: ActivityChoices) => void }) {
  const each = activityEach(activity);
  const seats = activitySeats(activity);
  return (
    <>
      {each && (
        <NumberField
          label={t('session.activity.each')}
          hint={t('session.activity.each.hint', { count: each.count })}
          value={choices.eachMinutes ?? each.minutes}
          max={limits.eachMinutesMax}
          onValue={(eachMinutes) => onChoices({ ...choices, eachMinutes })}
        />
      )}
      {seats !== null && (
        <NumberField
          label={t('session.activity.seats')}
          value={choices.seats ?? seats}
          min={limits.circleSeatsMin}
          max={limits.circleSeatsMax}
          onValue={(chosen) => onChoices({ ...choices, seats: chosen })}
        />
      )}
    </>
  );
}

/** Its steps with their minutes; where these are chosen, also all of them together. */
function Plan({ activity, choices }: ChosenProps) {
  const total = { name: activityText(activity), count: activityMinutes(activity, choices) };
  return (
    <>
      {activityEach(activity) && (
        <p className={styles.sign}>
          <output>{t('session.activity.minutes', total)}</output>
        </p>
      )}
      <ol className={styles.plan} aria-label={t('session.activity.steps')}>
        {activityPlan(activity, choices).map((step) => (
          <li key={step.title.en}>
            {phaseTitle(step)} <span className={styles.minutes}>{t('session.minutes', { count: step.minutes })}</span>
          </li>
        ))}
      </ol>
    </>
  );
}

function optionOf(value: ActivityKind) {
  const label = t('session.activity.minutes', { name: activityText(value), count: activityMinutes(value) });
  return { value, label };
}

function newZone({ title, prompt }: ReturnType<typeof activityZones>[number]): NewZone {
  return { id: createShapeId(), title: textIn(title, locale), prompt: textIn(prompt, locale) };
}
