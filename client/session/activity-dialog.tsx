// Puts an activity into the agenda: which one, on what question, in which zone.
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { activityMinutes } from '@commonboard/shared/session/activities.ts';
import { activityKinds, type ActivityKind } from '@commonboard/shared/session/activity-kinds.ts';
import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { Dialog, DialogActions } from '../ui/dialog.tsx';
import { SelectField, TextArea } from '../ui/form-fields.tsx';
import { activityText, aboutActivity } from '../ui/messages/session-text.ts';
import { t } from '../ui/messages/t.ts';
import styles from './agenda-steps.module.css';
import type { StepPlace } from './step-dialog.tsx';

export interface ActivityWish {
  activity: ActivityKind;
  zone: string | null;
  question: string;
}

interface ActivityDialogProps {
  places: readonly StepPlace[];
  onAdd: (wish: ActivityWish) => void;
  onClose: () => void;
}

const noZone = '';

export function ActivityDialog({ places, onAdd, onClose }: ActivityDialogProps) {
  const [activity, setActivity] = useState<ActivityKind>('one-two-four-all');
  const [zone, setZone] = useState(places[0]?.value ?? noZone);
  const [question, setQuestion] = useState('');
  return (
    <Dialog open onClose={onClose} title={t('session.activity')} text={t('session.activity.lead')}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          onAdd({ activity, zone: zone === noZone ? null : zone, question: question.trim() });
        }}
      >
        <SelectField
          label={t('session.activity.which')}
          value={activity}
          options={activityKinds.map((value) => ({
            value,
            label: t('session.activity.minutes', { name: activityText(value), count: activityMinutes(value) }),
          }))}
          onValue={setActivity}
        />
        <p className={styles.sign}>
          <output>{aboutActivity(activity)}</output>
        </p>
        <TextArea
          label={t('session.step.question')}
          value={question}
          maxLength={limits.phaseQuestionCharsMax / 2}
          onText={setQuestion}
        />
        <SelectField
          label={t('session.activity.zone')}
          value={zone}
          options={[
            ...places.map(({ value, label }) => ({ value, label })),
            { value: noZone, label: t('session.activity.zone.none') },
          ]}
          onValue={setZone}
        />
        <DialogActions>
          <Button look="primary" type="submit">
            {t('session.activity.do')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
