// What came of a vote: a ranking or levels, with bars and numbers.
import { outlookOf } from '@commonboard/shared/voting/outlook.ts';
import type { OptionResult, Result } from '@commonboard/shared/voting/result.ts';
import type { RoundView } from '@commonboard/shared/voting/round-view.ts';
import { t } from '../ui/messages/t.ts';
import { levelsOf, outlookText } from '../ui/messages/voting-text.ts';
import { PlacePlot } from './place-plot.tsx';
import { SectorSplit } from './sector-split.tsx';
import styles from './voting.module.css';
import { WhoVoted } from './who-voted.tsx';

export function RoundResult({ round, result }: { round: RoundView; result: Result }) {
  const ordered = result.options.toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
  const most = Math.max(1, ...result.options.map(({ total }) => total));
  return (
    <div className={styles.group}>
      <p className={styles.lead}>{t('voting.result.votes', { count: result.votes, possible: result.possible })}</p>
      <ol className={styles.options} aria-label={t('voting.result')}>
        {ordered.map((one) => (
          <li key={one.option} className={styles.option}>
            <p className={styles.ranked}>
              {one.rank !== null && <span className={styles.rank}>{t('voting.result.rank', { rank: one.rank })}</span>}
              <span className={styles.words}>{wordsIn(round, one.option)}</span>
              {isTie(result, one) && <span className={styles.tag}>{t('voting.result.tie')}</span>}
            </p>
            {round.method === 'choose' && (
              <Bar text={t('voting.result.dots', { count: one.total, voters: one.votes })} share={one.total / most} />
            )}
            <Levels round={round} one={one} />
          </li>
        ))}
      </ol>
      <SectorSplit round={round} result={result} />
      <WhoVoted round={round} result={result} />
    </div>
  );
}

function Levels({ round: { method, axes }, one }: { round: RoundView; one: OptionResult }) {
  const outlook = outlookOf(method, one);
  return (
    <>
      {levelsOf(method).map(({ value, text }, i) => {
        const votes = one.spread[i] ?? 0;
        return (
          <Bar
            key={value}
            text={t('voting.result.levels', { level: text, votes })}
            share={votes / Math.max(1, one.votes)}
          />
        );
      })}
      {one.places.length > 0 && <PlacePlot places={one.places} axes={axes} />}
      {one.reasons.length > 0 && (
        <ul className={styles.reasons}>
          {one.reasons.map((reason, i) => (
            <li key={i}>{reason}</li>
          ))}
        </ul>
      )}
      {outlook && <p className={styles.outlook}>{outlookText(outlook)}</p>}
    </>
  );
}

/** The number stands beside it; the bar itself says nothing to who listens. */
function Bar({ text, share }: { text: string; share: number }) {
  return (
    <div className={styles.bar}>
      <span className={styles.barText}>{text}</span>
      <span className={styles.track} aria-hidden="true">
        <span className={styles.fill} style={{ inlineSize: `${Math.round(share * 100)}%` }} />
      </span>
    </div>
  );
}

function isTie({ options }: Result, { rank, total }: OptionResult): boolean {
  return rank !== null && total > 0 && options.filter((other) => other.rank === rank).length > 1;
}

function wordsIn({ options }: RoundView, option: string): string {
  return options.find(({ id }) => id === option)?.words ?? '';
}
