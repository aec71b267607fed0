// Makes groups: who is with whom, how many, and what each works on.
import type { GroupSet } from '@commonboard/shared/groups/group-set.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { SelectField } from '../../ui/form-fields.tsx';
import { t } from '../../ui/messages/t.ts';
import { NumberField } from '../../ui/number-field.tsx';
import { CopiedZones } from './copied-zones.tsx';
import styles from './groups.module.css';

export interface GroupsWish {
  how: GroupSet['how'];
  plan: { by: 'count' | 'size'; number: number };
  zone: string | null;
  /** Further zones of which each has a copy. */
  more: string[];
  title: string;
  drawsScribes: boolean;
}

interface StartGroupsProps {
  zones: readonly { id: string; title: string }[];
  /** Chosen to begin with. */
  chosen: readonly string[];
  /** Of the step that runs. */
  ofStep: readonly string[];
  /** Closes it where it is taken. */
  onStart: (wish: GroupsWish) => Promise<void>;
  /** People are asked where they come from. */
  onAsk: () => void;
  onClose: () => void;
}

const ways = [
  ['random', 'groups.start.random'],
  ['mixed', 'groups.start.mixed'],
  ['chosen', 'groups.start.chosen'],
] as const;

export function StartGroups({ zones, chosen, ofStep, onStart, onAsk, onClose }: StartGroupsProps) {
  const [how, setHow] = useState<GroupSet['how']>('random');
  const [by, setBy] = useState<'count' | 'size'>('size');
  const [number, setNumber] = useState(4);
  const [copied, setCopied] = useState<readonly string[]>(chosen);
  const [drawsScribes, setDrawsScribes] = useState(false);
  return (
    <Dialog open onClose={onClose} title={t('groups.start')} text={t('groups.start.lead')}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          const title = t('groups.zone-title', { number: '#' });
          const [zone = null, ...more] = zones.flatMap(({ id }) => (copied.includes(id) ? [id] : []));
          void onStart({ how, plan: { by, number }, zone, more, title, drawsScribes });
        }}
      >
        <fieldset className={styles.names}>
          <legend className={styles.legend}>{t('groups.start.how')}</legend>
          {ways.map(([value, words]) => (
            <label key={value} className={styles.choice}>
              <input type="radio" name="how" checked={how === value} onChange={() => setHow(value)} />
              {t(words)}
            </label>
          ))}
          {how === 'mixed' && (
            <>
              <p className={styles.quiet}>{t('groups.start.mixed.hint')}</p>
              <Button onClick={onAsk}>{t('groups.start.mixed.ask')}</Button>
            </>
          )}
        </fieldset>
        <SelectField
          label={t('groups.start.by')}
          value={by}
          options={[
            { value: 'size', label: t('groups.start.by.size') },
            { value: 'count', label: t('groups.start.by.count') },
          ]}
          onValue={setBy}
        />
        <NumberField label={t('groups.start.number')} max={limits.groupsMax} value={number} onValue={setNumber} />
        <CopiedZones zones={zones} copied={copied} ofStep={ofStep} onCopied={setCopied} />
        {how !== 'chosen' && (
          <label className={styles.choice}>
            <input type="checkbox" checked={drawsScribes} onChange={({ target }) => setDrawsScribes(target.checked)} />
            {t('groups.start.scribes')}
          </label>
        )}
        <DialogActions>
          <Button look="primary" type="submit">
            {t('groups.start.do')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
