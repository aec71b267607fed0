// Goals with their key results and five lights each; two of them follow from the figures.
import { textIn } from '@commonboard/shared/domain/text.ts';
import { goalTree, lightLabels, lightNames, type LitCard } from '@commonboard/shared/domain/views/goals.ts';
import { Circle, CircleCheck, CircleX } from 'lucide-react';
import { locale } from '../ui/messages/locale.ts';
import { t } from '../ui/messages/t.ts';
import type { ViewProps } from './board-views.tsx';
import { CardChip } from './card-chip.tsx';
import { measured } from './measured.ts';
import styles from './views.module.css';

export function GoalsView({ model, onCard }: ViewProps) {
  const { goals, loose } = goalTree(model);
  return (
    <div className={styles.view}>
      {goals.map((goal) => (
        <section key={goal.card.id} className={styles.box}>
          <Lit one={goal} onCard={onCard} />
          <div className={styles.under}>
            {goal.keyResults.map((one) => (
              <Lit key={one.card.id} one={one} onCard={onCard} />
            ))}
          </div>
        </section>
      ))}
      {loose.length > 0 && (
        <section className={styles.box}>
          <h3 className={styles.heading}>{t('views.goals.loose')}</h3>
          {loose.map((one) => (
            <Lit key={one.card.id} one={one} onCard={onCard} />
          ))}
        </section>
      )}
    </div>
  );
}

function Lit({ one: { card, lights }, onCard }: { one: LitCard; onCard: ViewProps['onCard'] }) {
  return (
    <div>
      <CardChip card={card} onCard={onCard} after={measured(card)} />
      <ul className={styles.lights}>
        {lightNames.map((name) => (
          <li key={name} data-light={String(lights[name])}>
            {lights[name] === true ? (
              <CircleCheck size={16} aria-hidden="true" />
            ) : lights[name] === false ? (
              <CircleX size={16} aria-hidden="true" />
            ) : (
              <Circle size={16} aria-hidden="true" />
            )}
            {textIn(lightLabels[name], locale)}:{' '}
            {lights[name] === null ? t('cards.not-said') : lights[name] ? t('cards.yes') : t('cards.no')}
          </li>
        ))}
      </ul>
    </div>
  );
}
