// The votes of a board in the side panel: the open one with one's ballot, a new one for who leads, and what came of the others.
import type { BoardModel } from '@commonboard/shared/domain/model.ts';
import type { RoundView } from '@commonboard/shared/voting/round-view.ts';
import { useValue, type Editor } from 'tldraw';
import { t } from '../ui/messages/t.ts';
import { ClosedRound } from './closed-round.tsx';
import { LeadRound } from './lead-round.tsx';
import { OpenRound } from './open-round.tsx';
import { StartVote, type PersonHere } from './start-vote.tsx';
import { useVotes } from './use-votes.ts';
import { selectedForVote } from './votable.ts';
import type { VotesStore } from './votes-store.ts';
import styles from './voting.module.css';

interface VotesPanelProps {
  store: VotesStore;
  editor: Editor;
  model: Pick<BoardModel, 'cards' | 'notes'>;
  isLeading: boolean;
  mayVote: boolean;
  people: readonly PersonHere[];
}

export function VotesPanel({ store, editor, model, isLeading, mayVote, people }: VotesPanelProps) {
  const rounds = useVotes(store);
  const options = useValue('what a vote would be on', () => selectedForVote(editor, model), [editor, model]);
  if (!rounds) return null;
  const open = rounds.find(({ state }) => state === 'open');
  const closed = rounds.filter((round): round is RoundView & { state: 'closed' } => round.state === 'closed');
  return (
    <div className={styles.panel}>
      {open && (
        <OpenRound key={open.id} store={store} round={open} mayVote={mayVote}>
          {isLeading && <LeadRound store={store} round={open} />}
        </OpenRound>
      )}
      {!open && isLeading && (
        // Where there are results, these are what people look for first.
        <details open={rounds.length === 0}>
          <summary className={styles.title}>{t('voting.start')}</summary>
          <div className={styles.starting}>
            <p className={styles.lead}>{t('voting.none.lead')}</p>
            <StartVote store={store} votable={options} people={people} />
          </div>
        </details>
      )}
      {rounds.length === 0 && !isLeading && <p className={styles.lead}>{t('voting.none')}</p>}
      {closed.map((round) => (
        <ClosedRound key={round.id} store={store} round={round} editor={editor} isLeading={isLeading} />
      ))}
    </div>
  );
}
