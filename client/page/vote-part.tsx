// The vote that is open, with one's ballot, and what came of those that are closed.
import { mayEdit, type Role } from '@commonboard/shared/protocol/roles.ts';
import type { RoundView } from '@commonboard/shared/voting/round-view.ts';
import { t } from '../ui/messages/t.ts';
import { soonText } from '../ui/messages/voting-text.ts';
import { OpenRound } from '../voting/open-round.tsx';
import { RoundResult } from '../voting/round-result.tsx';
import { useSecondsUntil } from '../voting/use-votes.ts';
import type { VotesStore } from '../voting/votes-store.ts';
import styles from './page.module.css';
import { useKeptFocus } from './use-kept-focus.ts';

interface VotePartProps {
  store: VotesStore;
  rounds: readonly RoundView[];
  role: Role;
  serverNow: () => number;
}

export function VotePart({ store, rounds, role, serverNow }: VotePartProps) {
  const heading = useKeptFocus();
  const open = rounds.find(({ state }) => state === 'open');
  const closed = rounds.filter(({ state }) => state === 'closed');
  return (
    <section className={styles.part} aria-labelledby="page-votes">
      <h2 ref={heading} id="page-votes" tabIndex={-1} className={styles.partTitle}>
        {open ? t('voting.tab') : t('page.votes')}
      </h2>
      {open?.closing && <Closing closing={open.closing} serverNow={serverNow} />}
      {open && <OpenRound key={open.id} store={store} round={open} mayVote={mayEdit(role)} />}
      {closed.map((round) => (
        <article key={round.id} className={styles.result} aria-label={t('voting.closed', { question: round.question })}>
          <h3 className={styles.stepTitle}>{round.question}</h3>
          {round.result && <RoundResult round={round} result={round.result} />}
        </article>
      ))}
    </section>
  );
}

interface ClosingProps extends Pick<VotePartProps, 'serverNow'> {
  closing: NonNullable<RoundView['closing']>;
}

function Closing({ closing, serverNow }: ClosingProps) {
  const seconds = useSecondsUntil(closing.dueAt, serverNow);
  return (
    <p className={styles.closing}>
      <span role="alert">{soonText(closing)}</span>
      <span aria-hidden="true">{seconds}</span>
    </p>
  );
}
