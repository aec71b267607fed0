// The theory of change as a story, with what is missing said in brackets.
import { narrative } from '@commonboard/shared/domain/views/narrative.ts';
import { locale } from '../ui/messages/locale.ts';
import { t } from '../ui/messages/t.ts';
import type { ViewProps } from './board-views.tsx';
import styles from './views.module.css';

export function NarrativeView({ model, onCard }: ViewProps) {
  const { stories, isShortened } = narrative(model, locale);
  return (
    <div className={styles.view}>
      {stories.map(({ impactId, sentences }) => (
        <div key={impactId} className={styles.box}>
          {sentences.map(({ cardId, depth, text }, i) => (
            <button
              key={`${cardId} ${i}`}
              type="button"
              className={styles.sentence}
              style={{ marginInlineStart: Math.min(depth, 6) * 16 }}
              dir="auto"
              onClick={() => onCard(cardId)}
            >
              {text}
            </button>
          ))}
        </div>
      ))}
      {isShortened && <p className={styles.none}>{t('views.shortened')}</p>}
    </div>
  );
}
