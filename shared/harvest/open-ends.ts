// What a group leaves open, for everybody to read: what the checks have to say - of people nothing -, where a vote has shown that the
// group is divided, and what was parked.
import { checkBoard } from '../domain/checks/check-board.ts';
import { findingSentence } from '../domain/checks/finding.ts';
import { oneWay } from '../domain/harvest/table.ts';
import { voteOutcomes, type OutcomeOption, type VoteOutcome } from '../domain/harvest/vote-outcomes.ts';
import type { BoardModel } from '../domain/model.ts';
import type { PublishedBoard } from './published-board.ts';

const pointsMax = 25;

/** `today` as `2027-03-31`. */
export function openEnds({ named, model, rounds, without }: PublishedBoard, today: string, locale: string): string[] {
  const said = [...checkLines(named, today, locale), ...parkedLines(named)].map(without);
  return [...new Set([...dividedLines(voteOutcomes(rounds, telling(model))), ...said])].slice(0, pointsMax);
}

/** Words of a published board are its own. */
function telling({ cards }: BoardModel) {
  return {
    redacted: false,
    cards: new Map(cards.map(({ id, title }) => [id, title] as const)),
    leftOut: new Set<string>(),
  };
}

/** Those of stakeholders say what the group thinks of somebody. */
function checkLines(board: BoardModel, today: string, locale: string): string[] {
  const stakeholders = new Set(board.cards.filter(({ kind }) => kind === 'stakeholder').map(({ id }) => id));
  return checkBoard(board, { today, participants: null, locale, off: [] })
    .filter(
      ({ level, rule, ids }) => level !== 'hint' && !rule.startsWith('S') && !ids.some((id) => stakeholders.has(id)),
    )
    .map((one) => findingSentence(one, locale));
}

function parkedLines({ cards }: BoardModel): string[] {
  return cards
    .filter(({ kind, fields }) => fields.status === 'parked' && kind !== 'stakeholder')
    .map(({ title }) => `Parked: ${oneWay(title)}`);
}

/** For people who have voted, too: nothing of who. */
export function dividedLines(votes: readonly VoteOutcome[]): string[] {
  return votes.flatMap((vote) =>
    vote.options.flatMap((option) => {
      const why = whyDivided(vote, option);
      return why === null ? [] : [`${why}: ${oneWay(option.words)} (${oneWay(vote.question)})`];
    }),
  );
}

const divided = 'The group is divided';
/** Each side has at least one vote in so many. */
const sideShare = 4;
/** Of a hundred. */
const apartMin = 30;

function whyDivided({ method }: VoteOutcome, { spread, places }: OutcomeOption): string | null {
  const count = (from: number, to: number): number => spread.slice(from, to).reduce((sum, one) => sum + one, 0);
  switch (method) {
    case 'support':
      return isSplit(count(0, 3), count(5, 8), count(0, 8)) ? divided : null;
    case 'fist':
      return isSplit(count(4, 6), count(0, 2), count(0, 6)) ? divided : null;
    case 'objection':
      return (spread[1] ?? 0) > 0 ? `Objections: ${spread[1]}` : null;
    case 'axes':
      return [0, 1].some((axis) => apart(places.map((place) => place[axis] ?? 0)) > apartMin) ? divided : null;
    case 'choose':
      return null;
  }
}

function isSplit(one: number, other: number, all: number): boolean {
  return Math.min(one, other) * sideShare >= all && all > 0;
}

function apart(values: readonly number[]): number {
  return values.length < 2 ? 0 : Math.max(...values) - Math.min(...values);
}
