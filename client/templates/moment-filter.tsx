// The moments of a group's work as a row of choices; only those that some template serves.
import { moments, type Moment } from '@commonboard/shared/templates/format.ts';
import type { GalleryEntry } from '@commonboard/shared/templates/gallery-entry.ts';
import { t } from '../ui/messages/t.ts';
import styles from './moment-filter.module.css';

const names = {
  meet: 'templates.moment.meet',
  agree: 'templates.moment.agree',
  plan: 'templates.moment.plan',
  map: 'templates.moment.map',
  open: 'templates.moment.open',
  close: 'templates.moment.close',
} as const satisfies Record<Moment, string>;

interface MomentFilterProps {
  templates: readonly GalleryEntry[];
  /** Null for all. */
  moment: Moment | null;
  onChoose: (moment: Moment | null) => void;
}

export function MomentFilter({ templates, moment, onChoose }: MomentFilterProps) {
  const served = moments.filter((one) => templates.some((template) => template.moment === one));
  if (served.length < 2) return null;
  return (
    <fieldset className={styles.filter}>
      <legend className={styles.legend}>{t('templates.moments')}</legend>
      <Choice isChosen={moment === null} onChoose={() => onChoose(null)} name={t('templates.moment.all')} />
      {served.map((one) => (
        <Choice key={one} isChosen={moment === one} onChoose={() => onChoose(one)} name={t(names[one])} />
      ))}
    </fieldset>
  );
}

function Choice({ isChosen, onChoose, name }: { isChosen: boolean; onChoose: () => void; name: string }) {
  return (
    <button type="button" className={styles.choice} aria-pressed={isChosen} onClick={onChoose}>
      {name}
    </button>
  );
}
