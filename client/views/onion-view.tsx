// Stakeholders in rings around the goal, from the middle outwards.
import { textIn } from '@commonboard/shared/domain/text.ts';
import { onion } from '@commonboard/shared/domain/views/onion.ts';
import { locale } from '../ui/messages/locale.ts';
import { t } from '../ui/messages/t.ts';
import type { ViewProps } from './board-views.tsx';
import { CardChips } from './card-chip.tsx';
import styles from './views.module.css';

export function OnionView({ model, onCard }: ViewProps) {
  const { rings, unplaced } = onion(model);
  return (
    <ol className={styles.view}>
      {rings.map(({ ring, title, cards }) => (
        <li key={ring} className={styles.box}>
          <h3 className={styles.heading}>{textIn(title, locale)}</h3>
          <CardChips cards={cards} onCard={onCard} />
        </li>
      ))}
      {unplaced.length > 0 && (
        <li className={styles.box}>
          <h3 className={styles.heading}>{t('views.unplaced')}</h3>
          <CardChips cards={unplaced} onCard={onCard} />
        </li>
      )}
    </ol>
  );
}
