// From active allies to active opponents, and whom the group hopes to move by one band.
import { textIn } from '@commonboard/shared/domain/text.ts';
import { allies } from '@commonboard/shared/domain/views/allies.ts';
import { locale } from '../ui/messages/locale.ts';
import { t } from '../ui/messages/t.ts';
import type { ViewProps } from './board-views.tsx';
import { CardChip, CardChips } from './card-chip.tsx';
import styles from './views.module.css';

export function AlliesView({ model, onCard }: ViewProps) {
  const { bands, unplaced } = allies(model);
  return (
    <div className={styles.view}>
      <div className={styles.lanes}>
        {bands.map(({ stance, label, cards, aimedAt }) => (
          <section key={stance} className={styles.box}>
            <h3 className={styles.heading}>{textIn(label, locale)}</h3>
            <CardChips cards={cards} onCard={onCard} />
            {aimedAt.map((card) => (
              <CardChip key={card.id} card={card} onCard={onCard} after={t('views.hoped')} />
            ))}
          </section>
        ))}
      </div>
      {unplaced.length > 0 && (
        <section className={styles.box}>
          <h3 className={styles.heading}>{t('views.unsaid')}</h3>
          <CardChips cards={unplaced} onCard={onCard} />
        </section>
      )}
    </div>
  );
}
