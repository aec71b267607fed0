// Which zones each group gets a copy of: none, one, or a part of the board that is made of several.
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { Button } from '../../ui/button.tsx';
import { t } from '../../ui/messages/t.ts';
import styles from './groups.module.css';

interface CopiedZonesProps {
  zones: readonly { id: string; title: string }[];
  copied: readonly string[];
  /** Of the step that runs. */
  ofStep: readonly string[];
  onCopied: (ids: readonly string[]) => void;
}

export function CopiedZones({ zones, copied, ofStep, onCopied }: CopiedZonesProps) {
  const isFull = copied.length >= limits.groupZonesMax;
  const isStepChosen = ofStep.every((id) => copied.includes(id));
  return (
    <fieldset className={styles.names}>
      <legend className={styles.legend}>{t('groups.start.zone')}</legend>
      <output className={styles.quiet}>
        {copied.length === 0 ? t('groups.start.zone.none') : t('groups.start.zone.count', { count: copied.length })}
      </output>
      {ofStep.length > 1 && !isStepChosen && (
        <Button look="quiet" onClick={() => onCopied(ofStep.slice(0, limits.groupZonesMax))}>
          {t('groups.start.zone.step')}
        </Button>
      )}
      <div className={styles.zones}>
        {zones.map(({ id, title }) => (
          <label key={id} className={styles.choice}>
            <input
              type="checkbox"
              checked={copied.includes(id)}
              disabled={isFull && !copied.includes(id)}
              onChange={({ target }) => onCopied(target.checked ? [...copied, id] : copied.filter((one) => one !== id))}
            />
            {title || t('groups.start.untitled')}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
