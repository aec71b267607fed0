// One's own ballot in an open vote.
import type { Vote } from '@commonboard/shared/voting/ballot.ts';
import type { RoundView } from '@commonboard/shared/voting/round-view.ts';
import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { SelectField } from '../ui/form-fields.tsx';
import { useKept } from '../ui/kept-state.ts';
import { t } from '../ui/messages/t.ts';
import { ballotOf, dotsLeft, draftOf, isUnfinished, saysSame } from './draft-ballot.ts';
import { MarkInput } from './mark-input.tsx';
import type { VotesStore } from './votes-store.ts';
import styles from './voting.module.css';

export function BallotForm({ store, round }: { store: VotesStore; round: RoundView }) {
  const { value: draft, set: setDraft, forget } = useKept(store, `ballot ${round.id}`, () => draftOf(round));
  const [at, setAt] = useState(0);
  const [isBusy, setBusy] = useState(false);
  const vote = draft[at];
  if (!vote) return null;
  const hasCast = (round.ballot?.votes.length ?? 0) > 0;
  const isAsCast = round.ballot !== null && saysSame(ballotOf(draft), round.ballot);
  const setVote = (next: Vote): void => setDraft(draft.with(at, next));

  async function cast(votes: readonly Vote[]): Promise<void> {
    setBusy(true);
    if (await store.vote(round.id, ballotOf(votes))) forget();
    setBusy(false);
  }

  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void cast(draft);
      }}
    >
      {draft.length > 1 && <Table count={draft.length} at={at} onAt={setAt} />}
      {round.method === 'choose' && (
        <output className={styles.left}>{t('voting.dots-left', { count: dotsLeft(round, vote) })}</output>
      )}
      <ul className={styles.options}>
        {round.options.map((option) => (
          <li key={option.id} className={styles.option}>
            <MarkInput round={round} option={option} vote={vote} onVote={setVote} />
          </li>
        ))}
      </ul>
      {round.sectors.length > 0 && (
        <SelectField
          label={t('voting.sector')}
          value={vote.sector ?? ''}
          options={[
            { value: '', label: t('voting.sector.none') },
            ...round.sectors.map((sector) => ({ value: sector, label: sector })),
          ]}
          onValue={(sector) => setVote({ ...vote, sector: sector === '' ? null : sector })}
        />
      )}
      <div className={styles.actions}>
        <Button
          type="submit"
          look="primary"
          busy={isBusy}
          disabled={ballotOf(draft).votes.length === 0 || draft.some((one) => isUnfinished(round, one))}
        >
          {hasCast ? t('voting.change') : t('voting.cast')}
        </Button>
        {hasCast && (
          <Button
            look="quiet"
            onClick={() => {
              setDraft(draftOf({ ...round, ballot: null }));
              void cast([]);
            }}
          >
            {t('voting.take-back')}
          </Button>
        )}
      </div>
      <output className={styles.said}>{hasCast ? t(isAsCast ? 'voting.is-cast' : 'voting.is-changed') : ''}</output>
    </form>
  );
}

/** One after the other at the same device. */
function Table({ count, at, onAt }: { count: number; at: number; onAt: (at: number) => void }) {
  return (
    <div className={styles.group}>
      <p className={styles.lead}>{t('voting.table', { count })}</p>
      <div className={styles.actions}>
        {Array.from({ length: count }, (_, i) => (
          <Button key={i} look={i === at ? 'primary' : 'secondary'} aria-pressed={i === at} onClick={() => onAt(i)}>
            {t('voting.person', { at: i + 1 })}
          </Button>
        ))}
      </div>
    </div>
  );
}
