// Ballots -> result. Levels are counted, never averaged: what lies between "no view" and "need to talk" is no number.
import { limits } from '../protocol/limits.ts';
import type { Ballot, Mark, Vote } from './ballot.ts';
import { objects, scaleOf, type VoteMethod } from './method.ts';
import type { OptionCount, OptionResult, Result } from './result.ts';
import type { Round } from './round.ts';

type Asked = Pick<Round, 'method' | 'options' | 'roster' | 'isSecret' | 'sectors'>;

/** By participant. */
export type Ballots = ReadonlyMap<string, Ballot>;

export function countBallots(round: Asked, ballots: Ballots): Result {
  const cast = [...ballots].filter(([, { votes }]) => votes.length > 0);
  const votes = cast.flatMap(([, ballot]) => ballot.votes);
  const counted = round.roster.filter(({ participant, leads }) => !leads || cast.some(([id]) => id === participant));
  return {
    votes: votes.length,
    possible: counted.reduce((sum, { weight }) => sum + weight, 0),
    options: ranked(
      round.method,
      round.options.map(({ id }) => resultOf(round.method, id, votes)),
    ),
    split: splitBySector(round, votes),
    named: round.isSecret ? null : cast.map(([id, ballot]) => ({ ...ballot, name: nameIn(round, id) })),
  };
}

function resultOf(method: VoteMethod, option: string, votes: readonly Vote[]): Omit<OptionResult, 'rank'> {
  const marks = marksOn(option, votes);
  return {
    ...countOf(method, option, votes),
    reasons: marks.flatMap(({ reason }) => (reason === undefined ? [] : [reason.trim()])).sort(),
    places: marks
      .flatMap(({ value, second }): [number, number][] => (second === undefined ? [] : [[value, second]]))
      .sort(([a, b], [c, d]) => a - c || b - d),
  };
}

function countOf(method: VoteMethod, option: string, votes: readonly Vote[]): OptionCount {
  const marks = marksOn(option, votes);
  const { min, max } = scaleOf[method];
  const levels = method === 'choose' || method === 'axes' ? 0 : max - min + 1;
  const spread = Array.from({ length: levels }, (_, i) => marks.filter(({ value }) => value === min + i).length);
  const dots = marks.reduce((sum, { value }) => sum + value, 0);
  return { option, votes: marks.length, total: method === 'choose' ? dots : marks.length, spread };
}

/** Most dots first, or fewest objections; equal ones share a rank and the next one leaves as many out. */
function ranked(method: VoteMethod, options: readonly Omit<OptionResult, 'rank'>[]): OptionResult[] {
  const weight = (one: OptionCount): number => (method === 'choose' ? one.total : -(one.spread[objects] ?? 0));
  const hasOrder = method === 'choose' || method === 'objection';
  return options.map((one) => ({
    ...one,
    rank: hasOrder ? 1 + options.filter((other) => weight(other) > weight(one)).length : null,
  }));
}

/** All sectors or none: one that is left out could be found by subtracting the others. */
function splitBySector({ method, options, sectors }: Asked, votes: readonly Vote[]): Result['split'] {
  if (sectors.length === 0) return null;
  const groups = [...sectors, null]
    .map((sector) => ({ sector, of: votes.filter((vote) => vote.sector === sector) }))
    .filter(({ of }) => of.length > 0);
  if (groups.length < 2 || groups.some(({ of }) => of.length < limits.sectorVotesMin)) return null;
  return groups.map(({ sector, of }) => ({
    sector,
    votes: of.length,
    options: options.map(({ id }) => countOf(method, id, of)),
  }));
}

function marksOn(option: string, votes: readonly Vote[]): Mark[] {
  return votes.flatMap(({ marks }) => marks.filter((mark) => mark.option === option));
}

function nameIn({ roster }: Pick<Round, 'roster'>, participant: string): string {
  return roster.find((member) => member.participant === participant)?.name ?? '';
}
