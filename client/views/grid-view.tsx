// Stakeholders in four quarters, with what usually follows from each, and the gaps.
import { fieldOf } from '@commonboard/shared/domain/fields.ts';
import { textIn } from '@commonboard/shared/domain/text.ts';
import {
  defaultStrategy,
  powerGrid,
  quadrants,
  type GridAxes,
  type GridPlace,
  type Quadrant,
} from '@commonboard/shared/domain/views/power-interest.ts';
import { gapSentence, stakeholderGaps } from '@commonboard/shared/domain/views/stakeholder-gaps.ts';
import { locale } from '../ui/messages/locale.ts';
import { t } from '../ui/messages/t.ts';
import type { ViewProps } from './board-views.tsx';
import { CardChip, CardChips } from './card-chip.tsx';
import styles from './views.module.css';

/** As they lie on the grid. */
const inOrder: readonly Quadrant[] = ['keep-satisfied', 'key-player', 'keep-posted', 'strengthen-voice'];

export function GridView({ model, onCard, axes }: ViewProps & { axes: GridAxes }) {
  const { places, unplaced } = powerGrid(model, axes);
  const gaps = stakeholderGaps(model);
  return (
    <div className={styles.view}>
      <p className={styles.axes}>
        {t('views.axes', {
          up: textIn(fieldOf(axes.up).label, locale),
          across: textIn(fieldOf(axes.across).label, locale),
        })}
      </p>
      <div className={styles.quarters}>
        {inOrder.map((quadrant) => (
          <section key={quadrant} className={styles.box}>
            <h3 className={styles.heading}>{textIn(quadrants[quadrant], locale)}</h3>
            <Places places={places.filter((place) => place.quadrant === quadrant)} onCard={onCard} />
          </section>
        ))}
      </div>
      {unplaced.length > 0 && (
        <section className={styles.box}>
          <h3 className={styles.heading}>{t('views.unplaced')}</h3>
          <CardChips cards={unplaced} onCard={onCard} />
        </section>
      )}
      {gaps.length > 0 && (
        <section className={styles.box}>
          <h3 className={styles.heading}>{t('views.gaps')}</h3>
          <ul className={styles.lines}>
            {gaps.map((gap) => (
              <li key={`${gap.name} ${gap.ids.join(' ')} ${gapSentence(gap, locale)}`}>{gapSentence(gap, locale)}</li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function Places({ places, onCard }: { places: readonly GridPlace[]; onCard: ViewProps['onCard'] }) {
  const [first] = places;
  if (!first) return <p className={styles.none}>{t('views.nobody')}</p>;
  return (
    <>
      <p className={styles.none}>{textIn(defaultStrategy(first.quadrant, first.card).text, locale)}</p>
      <ul className={styles.plain}>
        {places.map((place) => (
          <li key={place.card.id}>
            <CardChip
              card={place.card}
              onCard={onCard}
              after={place.onTheLine.length > 0 ? t('views.on-the-line') : `${place.up} / ${place.across}`}
            />
            <Shift place={place} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Shift({ place: { quadrant, card } }: { place: GridPlace }) {
  const { shift } = defaultStrategy(quadrant, card);
  return shift && <p className={styles.none}>{textIn(shift, locale)}</p>;
}
