// Offers and the needs they meet, what is still missing, and what could go together.
import { matches } from '@commonboard/shared/domain/views/matches.ts';
import { t } from '../ui/messages/t.ts';
import type { ViewProps } from './board-views.tsx';
import { CardChip, CardChips } from './card-chip.tsx';
import styles from './views.module.css';

export function MatchesView({ model, onCard }: ViewProps) {
  const { matches: met, gaps, unused, suggestions } = matches(model);
  return (
    <div className={styles.view}>
      <Pairs heading={t('views.matches.met')} pairs={met} onCard={onCard} />
      <section className={styles.box}>
        <h3 className={styles.heading}>{t('views.matches.gaps')}</h3>
        <CardChips cards={gaps} onCard={onCard} />
      </section>
      <section className={styles.box}>
        <h3 className={styles.heading}>{t('views.matches.unused')}</h3>
        <CardChips cards={unused} onCard={onCard} />
      </section>
      {suggestions.length > 0 && <Pairs heading={t('views.matches.could')} pairs={suggestions} onCard={onCard} />}
    </div>
  );
}

interface PairsProps {
  heading: string;
  pairs: ReturnType<typeof matches>['suggestions'];
  onCard: ViewProps['onCard'];
}

function Pairs({ heading, pairs, onCard }: PairsProps) {
  return (
    <section className={styles.box}>
      <h3 className={styles.heading}>{heading}</h3>
      {pairs.length === 0 && <p className={styles.none}>{t('views.none')}</p>}
      <ul className={styles.plain}>
        {pairs.map(({ offer, need }) => (
          <li key={`${offer.id} ${need.id}`} className={styles.pair}>
            <CardChip card={offer} onCard={onCard} after={offer.fields.contact} />
            <span aria-hidden="true">→</span>
            <CardChip card={need} onCard={onCard} after={need.fields.contact} />
          </li>
        ))}
      </ul>
    </section>
  );
}
