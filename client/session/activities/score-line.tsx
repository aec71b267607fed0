// One's idea to score in the round that runs, and at the end the ten best. Scores are never shown before, and then only their sums.
import {
  ideaFor,
  isNameless,
  scores,
  scoringRounds,
  type ScoringView,
} from '@commonboard/shared/activities/scoring-state.ts';
import type { SessionView } from '@commonboard/shared/session/session-view.ts';
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { t } from '../../ui/messages/t.ts';
import { currentPhase } from '../phase-text.ts';
import type { SessionStore } from '../session-store.ts';
import styles from '../session.module.css';

interface ScoreLineProps {
  store: SessionStore;
  view: SessionView;
  participantId: string;
  /** Of ideas, by their ids. */
  words: ReadonlyMap<string, string>;
}

export function ScoreLine(props: ScoreLineProps) {
  const { view, participantId } = props;
  const step = currentPhase(view)?.scoring;
  if (!step || step.round === 0) return null;
  const scoring = view.scoring?.of === step.of ? view.scoring : null;
  const idea = scoring && step.round !== null ? ideaFor(scoring, participantId, step.round) : null;
  return (
    <section className={styles.turns} aria-label={t('session.score')}>
      {!scoring && (
        <output className={styles.turnsText}>
          {step.round === null ? t('session.score.none') : t('session.score.waiting')}
        </output>
      )}
      {scoring && step.round === null && <Top {...props} scoring={scoring} />}
      {scoring && step.round !== null && (
        <Round key={step.round} {...props} scoring={scoring} round={step.round} idea={idea?.id ?? null} />
      )}
    </section>
  );
}

interface RoundProps extends ScoreLineProps {
  scoring: ScoringView;
  round: number;
  idea: string | null;
}

function Round({ store, participantId, words, scoring, round, idea }: RoundProps) {
  // What it was is known to this page only; after a reload it says that there was a score.
  const [own, setOwn] = useState<number | null>(null);
  const { of, who, ideas, scorers, top } = scoring;
  const count = t('session.score.count', { done: who.length, count: scorers.length });
  if (top) return <output className={styles.turnsText}>{t('session.score.counted')}</output>;
  if (idea === null)
    return (
      <output className={styles.turnsText}>
        {t(isNameless(ideas) ? 'session.score.late' : 'session.score.others')} {count}
      </output>
    );
  return (
    <>
      <output className={styles.turnsText}>
        <strong>{t('session.score.ask', { round, rounds: scoringRounds })}</strong>{' '}
        <q>{words.get(idea) ?? t('session.score.gone')}</q>
        {isNameless(ideas) && <> {t('session.score.nameless')}</>}
      </output>
      <fieldset className={styles.scale} aria-label={t('session.score.scale')}>
        {scores.map((score) => (
          <Button
            key={score}
            look={own === score ? 'primary' : 'secondary'}
            aria-pressed={own === score}
            onClick={() => {
              setOwn(score);
              void store.send({ type: 'give-score', of, round, idea, score });
            }}
          >
            {score}
          </Button>
        ))}
      </fieldset>
      <span className={styles.live}>
        {who.some((one) => one === participantId) && t('session.score.own')} {count}
      </span>
    </>
  );
}

function Top({ scoring: { top, ideas }, words }: ScoreLineProps & { scoring: ScoringView }) {
  if (!top || top.length === 0) return <output className={styles.turnsText}>{t('session.score.none')}</output>;
  return (
    <div className={styles.turnsText}>
      <output>
        <strong>{t('session.score.top', { count: top.length, ideas: ideas.length })}</strong>
      </output>
      <ol className={styles.top}>
        {top.map(({ id, sum, count }) => (
          <li key={id}>
            {words.get(id) ?? t('session.score.gone')}{' '}
            <strong>{t('session.score.sum', { sum, most: count * scores.length })}</strong>
          </li>
        ))}
      </ol>
    </div>
  );
}
