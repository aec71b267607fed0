// Asks what becomes of the groups' zones, and brings back what they made.
import type { GroupSet } from '@commonboard/shared/groups/group-set.ts';
import { useState } from 'react';
import type { SessionStore } from '../session-store.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { t } from '../../ui/messages/t.ts';
import styles from './groups.module.css';

const choices = [
  ['lock', 'groups.bring.lock'],
  ['remove', 'groups.bring.remove'],
] as const;

export function BringGroups({ store, set, onClose }: { store: SessionStore; set: GroupSet; onClose: () => void }) {
  const [ends, setEnds] = useState<'lock' | 'remove'>('lock');
  return (
    <Dialog open onClose={onClose} title={t('groups.bring')} text={t('groups.bring.text')}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void store.send({ type: 'bring-groups', set: set.id, ends }).then((isTaken) => isTaken && onClose());
        }}
      >
        <fieldset className={styles.names}>
          <legend className={styles.legend}>{t('groups.bring.ends')}</legend>
          {choices.map(([value, words]) => (
            <label key={value} className={styles.choice}>
              <input type="radio" name="ends" checked={ends === value} onChange={() => setEnds(value)} />
              {t(words)}
            </label>
          ))}
        </fieldset>
        <DialogActions>
          <Button look="primary" type="submit">
            {t('groups.bring')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
