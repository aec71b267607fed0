// Votes as they leave a board: those that are counted, in the order in which they were held. Who voted how never leaves it, and a
// redacted copy has the words of cards only.
import type { Round } from '../../voting/round.ts';
import type { OptionResult, Result } from '../../voting/result.ts';
import type { Text } from '../text.ts';

type Counted = Pick<Round, 'question' | 'method' | 'axes' | 'isSecret' | 'openedAt'>;

export interface VoteOutcome extends Counted {
  votes: number;
  /** How many there could have been. */
  possible: number;
  /** Highest first where the method makes an order, else as they stood on the ballot. */
  options: readonly OutcomeOption[];
  /** Only where every sector has enough votes to tell of nobody. */
  split: Result['split'];
}

export interface OutcomeOption extends OptionResult {
  words: string;
}

/** What of a board may be told. */
export interface Telling {
  redacted: boolean;
  /** Words of the cards that are in the copy, by id. */
  cards: ReadonlyMap<string, string>;
  /** Ids of what is on the board and not in the copy. */
  leftOut: ReadonlySet<string>;
}

const notTold: Text = { en: '(left out)' };

export function voteOutcomes(rounds: readonly Round[], telling: Telling): VoteOutcome[] {
  return rounds
    .filter(({ step }) => step?.isRehearsal !== true)
    .toSorted((a, b) => a.openedAt - b.openedAt)
    .flatMap((round) => (round.state === 'closed' && round.result ? [outcomeOf(round, round.result, telling)] : []));
}

function outcomeOf(round: Round, { votes, possible, options, split }: Result, telling: Telling): VoteOutcome {
  const { question, method, axes, isSecret, openedAt } = round;
  const told = options.map((option) => ({
    ...option,
    reasons: telling.redacted ? [] : option.reasons,
    words: wordsOf(round.options.find(({ id }) => id === option.option)?.words ?? '', option.option, telling),
  }));
  return {
    question,
    method,
    axes,
    isSecret,
    openedAt,
    votes,
    possible,
    options: told.toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0)),
    split,
  };
}

/** As they stood on the ballot; in a redacted copy as they stand on a card that is in it. */
function wordsOf(words: string, id: string, { redacted, cards, leftOut }: Telling): string {
  if (redacted) return cards.get(id) ?? notTold.en;
  return leftOut.has(id) ? notTold.en : words;
}
