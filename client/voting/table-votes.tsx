// Devices that a table shares: how many votes each of them has.
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { t } from '../ui/messages/t.ts';
import { NumberField } from '../ui/number-field.tsx';
import type { PersonHere } from './start-vote.tsx';
import styles from './voting.module.css';

interface TableVotesProps {
  people: readonly PersonHere[];
  weights: ReadonlyMap<string, number>;
  onWeights: (weights: ReadonlyMap<string, number>) => void;
}

export function TableVotes({ people, weights, onWeights }: TableVotesProps) {
  return (
    <fieldset className={styles.group}>
      <legend className={styles.label}>{t('voting.start.tables')}</legend>
      {people.map(({ participantId, name }) => (
        <NumberField
          key={participantId}
          label={t('voting.start.votes-of', { name })}
          max={limits.ballotWeightMax}
          value={weights.get(participantId) ?? 1}
          onValue={(weight) => onWeights(new Map(weights).set(participantId, weight))}
        />
      ))}
    </fieldset>
  );
}
