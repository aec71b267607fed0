// Of an open vote, as announced: who voted how.
import type { Mark } from '@commonboard/shared/voting/ballot.ts';
import type { Result } from '@commonboard/shared/voting/result.ts';
import type { RoundView } from '@commonboard/shared/voting/round-view.ts';
import { t } from '../ui/messages/t.ts';
import { levelsOf } from '../ui/messages/voting-text.ts';
import styles from './voting.module.css';

export function WhoVoted({ round, result }: { round: RoundView; result: Result }) {
  if (!result.named || result.named.length === 0) return null;
  return (
    <details>
      <summary className={styles.summary}>{t('voting.result.who')}</summary>
      <ul className={styles.reasons}>
        {result.named.map(({ name, votes }, i) => (
          <li key={i}>
            <strong>{name}</strong>{' '}
            {votes.map(({ marks }) => marks.map((mark) => saidIn(round, mark)).join(', ')).join(' | ')}
          </li>
        ))}
      </ul>
    </details>
  );
}

function saidIn({ method, options }: RoundView, { option, value, second }: Mark): string {
  const words = options.find(({ id }) => id === option)?.words ?? '';
  if (second !== undefined) return `${words} ${t('voting.result.place', { across: value, up: second })}`;
  const level = levelsOf(method).find((one) => one.value === value)?.text ?? String(value);
  return t('voting.result.levels', { level: words, votes: level });
}
