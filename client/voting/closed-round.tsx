// A vote that is over: its result, and what who leads makes of it.
import type { RoundView } from '@commonboard/shared/voting/round-view.ts';
import { useValue, type Editor } from 'tldraw';
import { Button } from '../ui/button.tsx';
import { ConfirmButton } from '../ui/confirm-button.tsx';
import { t } from '../ui/messages/t.ts';
import { makeDecisionCard } from './decision-card.ts';
import { RoundResult } from './round-result.tsx';
import type { VotesStore } from './votes-store.ts';
import styles from './voting.module.css';

interface ClosedRoundProps {
  store: VotesStore;
  round: RoundView;
  editor: Editor;
  isLeading: boolean;
}

export function ClosedRound({ store, round, editor, isLeading }: ClosedRoundProps) {
  const isReadonly = useValue('board is read only', () => editor.getIsReadonly(), [editor]);
  const { result } = round;
  if (!result) return null;
  return (
    <section className={styles.round} aria-label={t('voting.closed', { question: round.question })}>
      <h3 className={styles.title}>{round.question}</h3>
      <RoundResult round={round} result={result} />
      {isLeading && (
        <div className={styles.actions}>
          {!isReadonly && (
            <Button onClick={() => makeDecisionCard(editor, round, result, new Date())}>{t('voting.decision')}</Button>
          )}
          <ConfirmButton
            look="quiet"
            question={t('voting.remove.ask')}
            onConfirm={() => store.change(round.id, 'remove')}
          >
            {t('voting.remove')}
          </ConfirmButton>
        </div>
      )}
    </section>
  );
}
