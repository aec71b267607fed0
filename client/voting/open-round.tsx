// A vote that is open: what is asked and promised, one's ballot, how many have voted.
import type { RoundView } from '@commonboard/shared/voting/round-view.ts';
import type { ReactNode } from 'react';
import { t } from '../ui/messages/t.ts';
import { methodSays } from '../ui/messages/voting-text.ts';
import { BallotForm } from './ballot-form.tsx';
import type { VotesStore } from './votes-store.ts';
import styles from './voting.module.css';

interface OpenRoundProps {
  store: VotesStore;
  round: RoundView;
  /** Takes part, and does not only look. */
  mayVote: boolean;
  /** For who leads. */
  children?: ReactNode;
}

export function OpenRound({ store, round, mayVote, children }: OpenRoundProps) {
  return (
    <section className={styles.round} aria-label={round.question}>
      <h3 className={styles.title}>{round.question}</h3>
      <p className={styles.lead}>{methodSays(round.method)}</p>
      <p className={styles.promise}>
        {round.isSecret ? t('voting.secret') : t('voting.open-named')} {t('voting.hidden')}
      </p>
      {mayVote && round.ownWeight > 0 ? (
        <BallotForm store={store} round={round} />
      ) : (
        <p className={styles.lead}>{mayVote ? t('voting.late') : t('voting.look')}</p>
      )}
      <Progress round={round} />
      {children}
    </section>
  );
}

/** Counts only; those who are away stand apart, and nobody waits for who leads. */
function Progress({ round: { progress } }: { round: RoundView }) {
  if (!progress) return null;
  const { here, away, leading } = progress;
  return (
    <ul className={styles.progress}>
      <li>{t('voting.progress', here)}</li>
      {away.people > 0 && <li>{t('voting.progress.away', away)}</li>}
      {leading.people > 0 && <li>{t('voting.progress.leading', leading)}</li>}
    </ul>
  );
}
