// Circles of causes by name and sign: which make themselves stronger, which hold themselves back.
import { textIn } from '@commonboard/shared/domain/text.ts';
import { loopKinds, loops } from '@commonboard/shared/domain/views/loops.ts';
import { locale } from '../ui/messages/locale.ts';
import { t } from '../ui/messages/t.ts';
import type { ViewProps } from './board-views.tsx';
import styles from './views.module.css';

export function LoopsView({ model, onCard }: ViewProps) {
  const { loops: all, hasMore } = loops(model);
  return (
    <div className={styles.view}>
      {all.map(({ name, sign, titles, cardIds, hasDelay }) => (
        <section key={name} className={styles.box}>
          <h3 className={styles.heading}>
            {name}: {textIn(loopKinds[sign ?? 'unsaid'], locale)}
          </h3>
          <button type="button" className={styles.sentence} dir="auto" onClick={() => onCard(cardIds[0] ?? '')}>
            {[...titles, titles[0] ?? ''].map((title) => title || t('cards.untitled')).join(' → ')}
          </button>
          {hasDelay && <p className={styles.none}>{t('views.delay')}</p>}
        </section>
      ))}
      {hasMore && <p className={styles.none}>{t('views.more-loops')}</p>}
    </div>
  );
}
