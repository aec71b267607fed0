// A wish -> an open vote; an open vote -> a closed one with its result. Nothing else decides what becomes of a vote.
import { limits } from '../protocol/limits.ts';
import { countBallots, type Ballots } from './count.ts';
import type { VotingRefusal } from './refusals.ts';
import type { ClosingAct, Member, Round, RoundWish, StepRun } from './round.ts';

export interface Opening {
  /** Those there are. */
  rounds: readonly Pick<Round, 'id' | 'state'>[];
  /** Words of a record on the board; null: it is not there, or has none. */
  wordsOf: (record: string) => string | null;
  /** Who takes part at this moment. */
  people: readonly Omit<Member, 'weight'>[];
  now: number;
  /** Null where a person opens it. */
  step: StepRun | null;
}

export function openRound({ options, weights, ...asked }: RoundWish, opening: Opening): Round | VotingRefusal {
  if (opening.rounds.some(({ state }) => state === 'open')) return 'another-open';
  if (opening.rounds.length >= limits.roundsPerBoardMax) return 'full';
  const onBallot = [...new Set(options)].map((id) => ({
    id,
    words: (opening.wordsOf(id) ?? '').trim().slice(0, limits.optionWordsCharsMax),
  }));
  if (onBallot.some(({ words }) => words === '')) return 'no-options';
  const weightOf = new Map(weights.map(({ participant, weight }) => [participant, weight]));
  const roster = opening.people.map((person) => ({ ...person, weight: weightOf.get(person.participant) ?? 1 }));
  if (weights.some(({ participant }) => !roster.some((member) => member.participant === participant)))
    return 'no-person';
  return {
    ...asked,
    perOptionMax: Math.min(asked.perOptionMax, asked.budget),
    revision: 1,
    options: onBallot,
    roster,
    openedAt: opening.now,
    step: opening.step,
    closing: null,
    state: 'open',
    result: null,
  };
}

/**
 * About to close, or to be cancelled, in sight of all. Where it is already, or closed, nothing changes; what is asked for while
 * the other counts down takes its place, and all of the time is left.
 */
export function beginClosing(round: Round, act: ClosingAct, by: string, now: number): Round {
  if (round.state !== 'open' || round.closing?.act === act) return round;
  return changed(round, { closing: { act, dueAt: now + limits.countdownMs, by } });
}

export function holdClosing(round: Round): Round {
  return round.closing && round.state === 'open' ? changed(round, { closing: null }) : round;
}

export function closeRound(round: Round, ballots: Ballots): Round {
  if (round.state === 'closed') return round;
  return changed(round, { closing: null, state: 'closed', result: countBallots(round, ballots) });
}

function changed(round: Round, changes: Partial<Round>): Round {
  return { ...round, ...changes, revision: round.revision + 1 };
}
