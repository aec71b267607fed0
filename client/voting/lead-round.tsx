// What who leads sees of a vote that is open beside others: who may vote, and the ways to end it.
import type { RoundView } from '@commonboard/shared/voting/round-view.ts';
import { Button } from '../ui/button.tsx';
import { ConfirmButton } from '../ui/confirm-button.tsx';
import { t } from '../ui/messages/t.ts';
import type { VotesStore } from './votes-store.ts';
import styles from './voting.module.css';

interface LeadRoundProps {
  store: VotesStore;
  round: RoundView;
}

export function LeadRound({ store, round }: LeadRoundProps) {
  return (
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
  );
}

function castIn({ progress }: RoundView): number {
  return progress ? progress.here.voted + progress.away.voted + progress.leading.voted : 0;
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
