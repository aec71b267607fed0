// What one person says of one option, by the method of the vote. Each works by keyboard and by touch.
import type { Vote } from '@commonboard/shared/voting/ballot.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { objects } from '@commonboard/shared/voting/method.ts';
import type { RoundView } from '@commonboard/shared/voting/round-view.ts';
import { Minus, Plus } from 'lucide-react';
import { IconButton } from '../ui/button.tsx';
import { SelectField, TextArea } from '../ui/form-fields.tsx';
import { t } from '../ui/messages/t.ts';
import { levelsOf } from '../ui/messages/voting-text.ts';
import { dotsLeft, markOn, valuesOf, withDots, withMark } from './draft-ballot.ts';
import styles from './voting.module.css';

interface MarkInputProps {
  round: RoundView;
  option: RoundView['options'][number];
  vote: Vote;
  onVote: (vote: Vote) => void;
}

export function MarkInput(props: MarkInputProps) {
  switch (props.round.method) {
    case 'choose':
      return <Dots {...props} />;
    case 'axes':
      return <Place {...props} />;
    case 'support':
    case 'fist':
    case 'objection':
      return <Level {...props} />;
  }
}

function Dots({ round, option, vote, onVote }: MarkInputProps) {
  const dots = markOn(vote, option.id)?.value ?? 0;
  const mayMore = dots < round.perOptionMax && dotsLeft(round, vote) > 0;
  return (
    <div className={styles.dots}>
      <span className={styles.words}>{option.words}</span>
      <IconButton
        label={t('voting.fewer-dots', { item: option.words })}
        aria-disabled={dots === 0}
        onClick={() => dots > 0 && onVote(withDots(vote, option.id, dots - 1))}
      >
        <Minus size={18} aria-hidden="true" />
      </IconButton>
      <output className={styles.number} aria-label={t('voting.dots', { count: dots })}>
        {dots}
      </output>
      <IconButton
        label={t('voting.more-dots', { item: option.words })}
        aria-disabled={!mayMore}
        onClick={() => mayMore && onVote(withDots(vote, option.id, dots + 1))}
      >
        <Plus size={18} aria-hidden="true" />
      </IconButton>
    </div>
  );
}

function Level({ round, option, vote, onVote }: MarkInputProps) {
  const mark = markOn(vote, option.id);
  const isObjection = round.method === 'objection' && mark?.value === objects;
  return (
    <>
      <SelectField
        label={option.words}
        value={mark ? String(mark.value) : ''}
        options={[
          { value: '', label: t('voting.no-view') },
          ...levelsOf(round.method).map(({ value, text }) => ({ value: String(value), label: text })),
        ]}
        onValue={(value) => onVote(withMark(vote, option.id, value === '' ? null : { value: Number(value) }))}
      />
      {isObjection && (
        <TextArea
          label={t('voting.reason', { item: option.words })}
          value={mark.reason ?? ''}
          maxLength={limits.objectionCharsMax}
          onText={(reason) => onVote(withMark(vote, option.id, { value: objects, reason }))}
        />
      )}
    </>
  );
}

function Place({ round, option, vote, onVote }: MarkInputProps) {
  const mark = markOn(vote, option.id);
  const [across, up] = round.axes;
  const choices = [
    { value: '', label: t('voting.no-view') },
    ...valuesOf(round.method).map((value) => ({ value: String(value), label: String(value) })),
  ];
  // The first of the two that is said brings the other to its middle, where it is seen and can be changed.
  const say = (part: { value?: number; second?: number }): void =>
    onVote(withMark(vote, option.id, { value: mark?.value ?? middle, second: mark?.second ?? middle, ...part }));
  const take = (part: 'value' | 'second') => (text: string) =>
    text === '' ? onVote(withMark(vote, option.id, null)) : say({ [part]: Number(text) });
  return (
    <fieldset className={styles.place}>
      <legend className={styles.words}>{option.words}</legend>
      <SelectField label={across} value={mark ? String(mark.value) : ''} options={choices} onValue={take('value')} />
      <SelectField
        label={up}
        value={mark ? String(mark.second ?? middle) : ''}
        options={choices}
        onValue={take('second')}
      />
    </fieldset>
  );
}

const middle = 5;
