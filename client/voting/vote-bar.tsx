// The line that all see while a vote is open: what is asked, the way to one's ballot, and the countdown to its close.
import type { RoundView } from '@commonboard/shared/voting/round-view.ts';
import { Vote } from 'lucide-react';
import { Button } from '../ui/button.tsx';
import { t } from '../ui/messages/t.ts';
import { useSecondsUntil, useVotes } from './use-votes.ts';
import type { VotesStore } from './votes-store.ts';
import styles from './voting.module.css';

interface VoteBarProps {
  store: VotesStore;
  serverNow: () => number;
  isLeading: boolean;
  /** Missing where there is no panel to show it in. */
  onShow?: () => void;
}

export function VoteBar({ store, serverNow, isLeading, onShow }: VoteBarProps) {
  const open = useVotes(store)?.find(({ state }) => state === 'open');
  if (!open) return null;
  const mayVote = open.ownWeight > 0 && (open.ballot?.votes.length ?? 0) === 0;
  return (
    <section className={styles.notice} aria-label={t('voting.notice.label')}>
      <Vote size={18} aria-hidden="true" />
      <output className={styles.noticeText}>{t('voting.notice', { question: open.question })}</output>
      {open.closing && <Closing {...{ store, serverNow, isLeading }} round={open} closing={open.closing} />}
      {onShow && (
        <Button look={mayVote ? 'primary' : 'secondary'} onClick={onShow}>
          {mayVote ? t('voting.notice.do') : t('voting.tab')}
        </Button>
      )}
    </section>
  );
}

interface ClosingProps extends Omit<VoteBarProps, 'onShow'> {
  round: RoundView;
  closing: NonNullable<RoundView['closing']>;
}

function Closing({ store, serverNow, isLeading, round, closing }: ClosingProps) {
  const seconds = useSecondsUntil(closing.dueAt, serverNow);
  return (
    <>
      <span role="alert">{t('voting.soon.by', { name: closing.by })}</span>
      <span className={styles.seconds} aria-hidden="true">
        {seconds}
      </span>
      {isLeading && (
        <Button look="danger" onClick={() => void store.change(round.id, 'hold')}>
          {t('voting.stop')}
        </Button>
      )}
    </>
  );
}
