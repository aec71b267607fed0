// Asks for how many people a board is to be made, so that its zones have room. Who does not know yet goes on without.
import { useState, type FormEvent } from 'react';
import { textIn } from '@commonboard/shared/domain/text.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import type { GalleryEntry } from '@commonboard/shared/templates/gallery-entry.ts';
import { Button } from '../ui/button.tsx';
import { Dialog, DialogActions } from '../ui/dialog.tsx';
import { locale } from '../ui/messages/locale.ts';
import { t } from '../ui/messages/t.ts';
import { TextField } from '../ui/text-field.tsx';
import styles from './people-dialog.module.css';

interface PeopleDialogProps {
  template: GalleryEntry;
  /** Without a number, the zones are as for the smallest group. */
  onMake: (people?: number) => void;
  onClose: () => void;
}

export function PeopleDialog({ template, onMake, onClose }: PeopleDialogProps) {
  const [min, max] = template.group;
  const [said, setSaid] = useState(String(min));
  const [error, setError] = useState<string | null>(null);
  function submit(event: FormEvent): void {
    event.preventDefault();
    const people = Number(said);
    const isFitting = Number.isInteger(people) && people >= min && people <= Math.min(max, limits.peopleMax);
    if (!isFitting) return setError(t('templates.people.wrong', { min, max }));
    onMake(people);
  }
  return (
    <Dialog open onClose={onClose} title={textIn(template.title, locale)} text={t('templates.people.text')}>
      <form className={styles.form} onSubmit={submit} noValidate>
        <TextField
          type="number"
          inputMode="numeric"
          label={t('templates.people.label')}
          hint={t('templates.people.hint', { min, max })}
          min={min}
          max={max}
          value={said}
          error={error}
          onChange={({ target }) => setSaid(target.value)}
          onFocus={({ currentTarget }) => currentTarget.select()}
        />
        <DialogActions>
          <Button onClick={() => onMake()}>{t('templates.people.skip')}</Button>
          <Button type="submit" look="primary">
            {t('templates.people.make')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
