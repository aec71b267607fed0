// A ballot as it is being filled in: a vote for each person of the device, and what may still be put where.
import type { Ballot, Mark, Vote } from '@commonboard/shared/voting/ballot.ts';
import { objects, scaleOf } from '@commonboard/shared/voting/method.ts';
import type { RoundView } from '@commonboard/shared/voting/round-view.ts';

export function draftOf({ ballot, ownWeight }: RoundView): Vote[] {
  return Array.from({ length: ownWeight }, (_, i) => ballot?.votes[i] ?? { marks: [], sector: null });
}

/** Who has marked nothing has not voted. */
export function ballotOf(draft: readonly Vote[]): Ballot {
  return { votes: draft.filter(({ marks }) => marks.length > 0) };
}

export function markOn({ marks }: Vote, option: string): Mark | null {
  return marks.find((mark) => mark.option === option) ?? null;
}

/** Whether the server has it like this; the order of marks says nothing. */
export function saysSame({ votes }: Ballot, { votes: others }: Ballot): boolean {
  return votes.length === others.length && votes.every((vote, i) => sayings(vote) === sayings(others[i]));
}

function sayings(vote: Vote | undefined): string {
  const marks = vote?.marks.map(({ option, value, second, reason }) => [
    option,
    value,
    second ?? null,
    (reason ?? '').trim(),
  ]);
  return JSON.stringify([vote?.sector ?? null, marks?.map((mark) => JSON.stringify(mark)).sort()]);
}

/** `null` takes it away. */
export function withMark(vote: Vote, option: string, mark: Omit<Mark, 'option'> | null): Vote {
  const others = vote.marks.filter((one) => one.option !== option);
  return { ...vote, marks: mark ? [...others, { option, ...mark }] : others };
}

export function withDots(vote: Vote, option: string, dots: number): Vote {
  return withMark(vote, option, dots > 0 ? { value: dots } : null);
}

export function dotsLeft({ budget }: Pick<RoundView, 'budget'>, { marks }: Vote): number {
  return budget - marks.reduce((sum, { value }) => sum + value, 0);
}

/** An objection without its reason, or a place with one of its two numbers. */
export function isUnfinished({ method }: Pick<RoundView, 'method'>, { marks }: Vote): boolean {
  return marks.some(
    ({ value, reason, second }) =>
      (method === 'objection' && value === objects && (reason ?? '').trim() === '') ||
      (method === 'axes' && second === undefined),
  );
}

export function valuesOf(method: RoundView['method']): number[] {
  const { min, max } = scaleOf[method];
  return Array.from({ length: max - min + 1 }, (_, i) => min + i);
}
