// A vote that is open: what is asked and promised, one's ballot, how many have voted, and what who leads can do.
import type { RoundView } from '@commonboard/shared/voting/round-view.ts';
import { Button } from '../ui/button.tsx';
import { ConfirmButton } from '../ui/confirm-button.tsx';
import { t } from '../ui/messages/t.ts';
import { methodSays } from '../ui/messages/voting-text.ts';
import { BallotForm } from './ballot-form.tsx';
import type { VotesStore } from './votes-store.ts';
import styles from './voting.module.css';

interface OpenRoundProps {
  store: VotesStore;
  round: RoundView;
  isLeading: boolean;
  /** Takes part, and does not only look. */
  mayVote: boolean;
}

export function OpenRound({ store, round, isLeading, mayVote }: OpenRoundProps) {
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
      {isLeading && (
        <>
          <Roster round={round} />
          <div className={styles.actions}>
            <Button disabled={round.closing !== null} onClick={() => void store.change(round.id, 'close')}>
              {t('voting.close')}
            </Button>
            <ConfirmButton
              look="quiet"
              question={t('voting.cancel.ask', { count: castIn(round) })}
              onConfirm={() => store.change(round.id, 'remove')}
            >
              {t('voting.cancel')}
            </ConfirmButton>
          </div>
        </>
      )}
    </section>
  );
}

function castIn({ progress }: RoundView): number {
  return progress ? progress.here.voted + progress.away.voted + progress.leading.voted : 0;
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

function Roster({ round: { roster } }: { round: RoundView }) {
  return (
    <details>
      <summary className={styles.summary}>{t('voting.roster', { count: roster.length })}</summary>
      <p className={styles.lead}>{t('voting.roster.note')}</p>
      <ul className={styles.reasons}>
        {roster.map(({ participant, name, weight }) => (
          <li key={participant}>{weight > 1 ? t('voting.roster.weight', { name, votes: weight }) : name}</li>
        ))}
      </ul>
    </details>
  );
}
