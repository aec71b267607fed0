// A card as a line in a view: its title; a click leads to where it lies.
import type { Card } from '@commonboard/shared/domain/model.ts';
import { t } from '../ui/messages/t.ts';
import styles from './views.module.css';

interface CardChipProps {
  card: Card;
  onCard: (id: string) => void;
  /** Beside the title, in small. */
  after?: string | undefined;
}

export function CardChip({ card, onCard, after }: CardChipProps) {
  return (
    <button type="button" className={styles.chip} dir="auto" onClick={() => onCard(card.id)}>
      {card.title || t('cards.untitled')}
      {after !== undefined && after !== '' && <span className={styles.after}>{after}</span>}
    </button>
  );
}

export function CardChips({ cards, onCard }: { cards: readonly Card[]; onCard: (id: string) => void }) {
  if (cards.length === 0) return <p className={styles.none}>{t('views.nobody')}</p>;
  return (
    <ul className={styles.plain}>
      {cards.map((card) => (
        <li key={card.id}>
          <CardChip card={card} onCard={onCard} />
        </li>
      ))}
    </ul>
  );
}
