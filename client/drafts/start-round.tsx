// Opens a private round by hand: what is announced, how many notes, where they go.
import type { PrivateRound } from '@commonboard/shared/drafts/private-round.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { Dialog, DialogActions } from '../ui/dialog.tsx';
import { SelectField } from '../ui/form-fields.tsx';
import { t } from '../ui/messages/t.ts';
import { NumberField } from '../ui/number-field.tsx';
import styles from './drafts.module.css';

export type RoundWish = Pick<PrivateRound, 'isAnonymous' | 'notesMax' | 'best' | 'zone'>;

export interface ZoneChoice {
  id: string;
  title: string;
}

interface StartRoundProps {
  zones: readonly ZoneChoice[];
  /** Chosen to begin with. */
  zone: string | null;
  /** Closes it where it is taken. */
  onStart: (wish: RoundWish) => Promise<void>;
  onClose: () => void;
}

const noZone = '';
const bests = ['0', '1', '2', '3'] as const;

export function StartRound({ zones, zone: first, onStart, onClose }: StartRoundProps) {
  const [names, setNames] = useState<'anonymous' | 'named'>('anonymous');
  const [notesMax, setNotesMax] = useState(5);
  const [best, setBest] = useState<(typeof bests)[number]>('0');
  const [zone, setZone] = useState(first ?? noZone);
  return (
    <Dialog open onClose={onClose} title={t('drafts.start')} text={t('drafts.start.lead')}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void onStart({
            isAnonymous: names === 'anonymous',
            notesMax,
            best: best === '0' ? null : Number(best),
            zone: zone === noZone ? null : zone,
          });
        }}
      >
        <fieldset className={styles.names}>
          <legend className={styles.legend}>{t('drafts.start.names')}</legend>
          {(['anonymous', 'named'] as const).map((value) => (
            <label key={value} className={styles.choice}>
              <input type="radio" name="names" checked={names === value} onChange={() => setNames(value)} />
              {value === 'anonymous' ? t('drafts.start.anonymous') : t('drafts.start.named')}
            </label>
          ))}
          <p className={styles.quiet}>{t('drafts.start.fixed')}</p>
        </fieldset>
        <NumberField label={t('drafts.limit')} max={limits.draftsPerPersonMax} value={notesMax} onValue={setNotesMax} />
        <SelectField
          label={t('drafts.best.limit')}
          value={best}
          options={bests.map((value) => ({
            value,
            label: value === '0' ? t('drafts.best.all') : t('drafts.notes', { count: Number(value) }),
          }))}
          onValue={setBest}
        />
        <SelectField
          label={t('drafts.start.zone')}
          value={zone}
          options={[
            { value: noZone, label: t('drafts.start.page') },
            ...zones.map(({ id, title }) => ({ value: id, label: title || t('drafts.start.untitled') })),
          ]}
          onValue={setZone}
        />
        <DialogActions>
          <Button look="primary" type="submit">
            {t('drafts.start.do')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
