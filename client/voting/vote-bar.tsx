// The line that all see while a vote is open: what is asked, the way to one's ballot, and the countdown to its end.
import type { RoundView } from '@commonboard/shared/voting/round-view.ts';
import { Vote } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from '../ui/button.tsx';
import { t } from '../ui/messages/t.ts';
import { soonText } from '../ui/messages/voting-text.ts';
import { useSecondsUntil, useVotes } from './use-votes.ts';
import type { VotesStore } from './votes-store.ts';
import styles from './voting.module.css';

/** One run of a step that votes. */
interface StepWithVote {
  phase: string;
  startedAt: number;
  /** What people made before it is not on the board yet. */
  isWaiting: boolean;
}

interface VoteBarProps {
  store: VotesStore;
  serverNow: () => number;
  isLeading: boolean;
  /** The step that runs, where it has a vote. */
  step?: StepWithVote;
  /** Missing where there is no panel to show it in. */
  onShow?: () => void;
}

export function VoteBar({ store, serverNow, isLeading, step, onShow }: VoteBarProps) {
  const rounds = useVotes(store);
  const open = rounds?.find(({ state }) => state === 'open');
  if (!open)
    return isLeading && step && rounds && !hasVoted(rounds, step) ? (
      <Missing store={store} isWaiting={step.isWaiting} />
    ) : null;
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

function hasVoted(rounds: readonly RoundView[], { phase, startedAt }: StepWithVote): boolean {
  return rounds.some(({ step }) => step?.phase === phase && step.startedAt === startedAt);
}

/** A vote that opens with its step is here by then. */
const opensWithinMs = 1_500;

/** Nothing was there to vote on, or another vote was open, when the step began; or it waits for what is not there yet. */
function Missing({ store, isWaiting }: { store: VotesStore; isWaiting: boolean }) {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), opensWithinMs);
    return () => clearTimeout(timer);
  }, []);
  if (!isLate) return null;
  return (
    <section className={styles.notice} aria-label={t('voting.notice.label')}>
      <Vote size={18} aria-hidden="true" />
      <span className={styles.noticeText}>{isWaiting ? t('voting.step.waiting') : t('voting.step.missing')}</span>
      <Button onClick={() => void store.openStep()}>
        {isWaiting ? t('voting.step.open-now') : t('voting.step.open')}
      </Button>
    </section>
  );
}

interface ClosingProps extends Omit<VoteBarProps, 'onShow' | 'step'> {
  round: RoundView;
  closing: NonNullable<RoundView['closing']>;
}

function Closing({ store, serverNow, isLeading, round, closing }: ClosingProps) {
  const seconds = useSecondsUntil(closing.dueAt, serverNow);
  return (
    <>
      <span role="alert">{soonText(closing)}</span>
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
