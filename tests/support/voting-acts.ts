// A vote without a server: who may vote, and rounds of each method.
import { participantIdSchema } from '@commonboard/shared/protocol/ids.ts';
import type { Ballot, Mark } from '@commonboard/shared/voting/ballot.ts';
import { openRound } from '@commonboard/shared/voting/open-round.ts';
import { type Round, roundIdSchema, type RoundWish } from '@commonboard/shared/voting/round.ts';

export const voter = (letter: string) => participantIdSchema.parse(`p${letter.repeat(16)}`);
export const roundId = (letter = 'A') => roundIdSchema.parse(`v${letter.repeat(16)}`);

export const wish = (more: Partial<RoundWish> = {}): RoundWish => ({
  id: roundId(),
  question: 'Which first?',
  method: 'choose',
  budget: 3,
  perOptionMax: 2,
  axes: ['', ''],
  isSecret: true,
  sectors: [],
  options: ['shape:a', 'shape:b', 'shape:c'],
  weights: [],
  ...more,
});

/** Open for A to F and for the facilitator L. */
export function opened(more: Partial<RoundWish> = {}): Round {
  const round = openRound(wish(more), {
    rounds: [],
    wordsOf: (id) => `Words of ${id}`,
    people: 'ABCDEFL'.split('').map((letter) => ({ participant: voter(letter), name: letter, leads: letter === 'L' })),
    now: 1_000,
    step: null,
  });
  if (typeof round === 'string') throw new Error(round);
  return round;
}

export const marks = (...given: [option: string, value: number, more?: Partial<Mark>][]): Mark[] =>
  given.map(([option, value, more]) => ({ option: `shape:${option}`, value, ...more }));

export const ballot = (...given: [option: string, value: number, more?: Partial<Mark>][]): Ballot => ({
  votes: [{ marks: marks(...given), sector: null }],
});
