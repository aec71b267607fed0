// Where people put an option between two axes: a picture, and under it each place in numbers.
import { scaleOf } from '@commonboard/shared/voting/method.ts';
import type { OptionResult } from '@commonboard/shared/voting/result.ts';
import type { RoundView } from '@commonboard/shared/voting/round-view.ts';
import { t } from '../ui/messages/t.ts';
import styles from './voting.module.css';

interface PlacePlotProps {
  places: OptionResult['places'];
  axes: RoundView['axes'];
}

const { min, max } = scaleOf.axes;
const cross = `M${min} ${min}V${max}H${max}M${max / 2} ${min}V${max}M${min} ${max / 2}H${max}`;

export function PlacePlot({ places, axes: [across, up] }: PlacePlotProps) {
  const spots = spotsOf(places);
  return (
    <>
      <div className={styles.plot} aria-hidden="true">
        {t('voting.result.up', { axis: up, min, max })}
        <svg viewBox={`-1 -1 ${max + 2} ${max + 2}`}>
          <path d={cross} />
          {spots.map((spot) => (
            // Twice the votes, twice the area.
            <circle key={spot.id} cx={spot.across} cy={max - spot.up} r={Math.min(1, 0.3 * Math.sqrt(spot.count))} />
          ))}
        </svg>
        {t('voting.result.across', { axis: across, min, max })}
      </div>
      <p className={styles.lead}>
        {t('voting.result.levels', {
          level: t('voting.result.place', { across, up }),
          votes: spots.map((spot) => t('voting.result.spot', spot)).join(' · '),
        })}
      </p>
    </>
  );
}

/** Each place once, with the number of its votes. */
function spotsOf(places: OptionResult['places']) {
  const spots = new Map<string, { id: string; across: number; up: number; count: number }>();
  for (const [across, up] of places) {
    const id = `${across} ${up}`;
    spots.set(id, { id, across, up, count: (spots.get(id)?.count ?? 0) + 1 });
  }
  return [...spots.values()];
}
