// Who is powerful, has a rightful say, cannot wait: in gentle words, since such a list is passed on.
import { textIn } from '@commonboard/shared/domain/text.ts';
import { salience, salienceWords } from '@commonboard/shared/domain/views/salience.ts';
import { locale } from '../ui/messages/locale.ts';
import { t } from '../ui/messages/t.ts';
import type { ViewProps } from './board-views.tsx';
import { CardChips } from './card-chip.tsx';
import styles from './views.module.css';

export function SalienceView({ model, onCard }: ViewProps) {
  const { classes, unsaid } = salience(model);
  return (
    <div className={styles.view}>
      {classes
        .filter(({ cards }) => cards.length > 0)
        .map(({ salience: name, cards }) => (
          <section key={name} className={styles.box}>
            <h3 className={styles.heading}>{textIn(salienceWords[name], locale)}</h3>
            <CardChips cards={cards} onCard={onCard} />
          </section>
        ))}
      {unsaid.length > 0 && (
        <section className={styles.box}>
          <h3 className={styles.heading}>{t('views.unsaid')}</h3>
          <CardChips cards={unsaid} onCard={onCard} />
        </section>
      )}
    </div>
  );
}
