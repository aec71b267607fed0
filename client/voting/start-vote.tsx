// The form that opens a vote: on what is selected, in plain words first.
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { type ParticipantId, participantIdSchema } from '@commonboard/shared/protocol/ids.ts';
import { type VoteMethod, voteMethods } from '@commonboard/shared/voting/method.ts';
import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { SelectField } from '../ui/form-fields.tsx';
import { useKept } from '../ui/kept-state.ts';
import { linesOf } from '../ui/lines-of.ts';
import { t } from '../ui/messages/t.ts';
import { methodText, votedOnText } from '../ui/messages/voting-text.ts';
import { NumberField } from '../ui/number-field.tsx';
import { SectorsField } from '../ui/sector-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { newRoundId } from './open-votes.ts';
import { TableVotes } from './table-votes.tsx';
import type { Votable } from './votable.ts';
import type { VotesStore } from './votes-store.ts';
import styles from './voting.module.css';

export interface PersonHere {
  participantId: ParticipantId;
  name: string;
}

interface StartVoteProps {
  store: VotesStore;
  /** What it may be on. */
  votable: Votable;
  people: readonly PersonHere[];
}

/** Those that need no explanation. */
const plainMethods = 3;

export function StartVote({ store, votable, people }: StartVoteProps) {
  const { value: question, set: setQuestion } = useKept(store, 'question of a new vote', () => '');
  const [method, setMethod] = useState<VoteMethod>('choose');
  const [budget, setBudget] = useState(3);
  const [perOption, setPerOption] = useState(2);
  const [isSecret, setSecret] = useState(true);
  const { value: axes, set: setAxes } = useKept<[string, string]>(store, 'axes of a new vote', () => ['', '']);
  const { value: sectors, set: setSectors } = useKept(store, 'sectors of a new vote', () => '');
  const [weights, setWeights] = useState<ReadonlyMap<string, number>>(new Map());
  const [isBusy, setBusy] = useState(false);
  const [on, setOn] = useState<'titles' | 'items'>('titles');
  const hasTitles = votable.titles.length > 0;
  const options = hasTitles && on === 'titles' ? votable.titles : votable.items;
  const problem = problemWith(options.length);

  async function open(): Promise<void> {
    setBusy(true);
    const isOpen = await store.open({
      id: newRoundId(),
      question,
      method,
      budget,
      perOptionMax: Math.min(perOption, budget),
      axes,
      isSecret,
      sectors: linesOf(sectors, { most: limits.sectorsMax, charsMax: limits.sectorCharsMax }),
      options: [...options],
      weights: weightList(weights),
    });
    setBusy(false);
    if (isOpen) setQuestion('');
  }

  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void open();
      }}
    >
      <p className={styles.lead}>{problem ?? t('voting.start.on', { count: options.length })}</p>
      {hasTitles && (
        <SelectField
          label={t('voting.start.what')}
          value={on}
          options={(['titles', 'items'] as const).map((value) => ({ value, label: votedOnText(value) }))}
          onValue={setOn}
        />
      )}
      <TextField
        label={t('voting.start.question')}
        value={question}
        maxLength={limits.roundQuestionCharsMax}
        onChange={({ target }) => setQuestion(target.value)}
      />
      <SelectField label={t('voting.start.method')} value={method} options={methodChoices} onValue={setMethod} />
      {method === 'choose' && (
        <div className={styles.pair}>
          <NumberField label={t('voting.start.budget')} value={budget} max={limits.voteBudgetMax} onValue={setBudget} />
          <NumberField label={t('voting.start.per-item')} value={perOption} max={budget} onValue={setPerOption} />
        </div>
      )}
      {method === 'axes' && (
        <div className={styles.pair}>
          {([0, 1] as const).map((at) => (
            <TextField
              key={at}
              label={at === 0 ? t('voting.start.axis-across') : t('voting.start.axis-up')}
              value={axes[at]}
              maxLength={limits.axisCharsMax}
              required
              onChange={({ target }) => setAxes(at === 0 ? [target.value, axes[1]] : [axes[0], target.value])}
            />
          ))}
        </div>
      )}
      <label className={styles.check}>
        <input type="checkbox" checked={isSecret} onChange={({ target }) => setSecret(target.checked)} />
        {t('voting.start.secret')}
      </label>
      <details>
        <summary className={styles.summary}>{t('voting.start.more')}</summary>
        <SectorsField text={sectors} onText={setSectors} />
        <TableVotes people={people} weights={weights} onWeights={setWeights} />
      </details>
      <Button type="submit" look="primary" busy={isBusy} disabled={problem !== null || question.trim() === ''}>
        {t('voting.start.do')}
      </Button>
    </form>
  );
}

const methodChoices = voteMethods.map((value, i) => ({
  value,
  label: i < plainMethods ? methodText(value) : `${t('voting.start.more')}: ${methodText(value)}`,
}));

function problemWith(count: number): string | null {
  if (count === 0) return t('voting.start.nothing');
  return count > limits.roundOptionsMax ? t('voting.start.too-many', { most: limits.roundOptionsMax }) : null;
}

function weightList(weights: ReadonlyMap<string, number>) {
  return Array.from(weights, ([participant, weight]) => ({
    participant: participantIdSchema.parse(participant),
    weight,
  }));
}
