// Scoring ideas in rounds: who scores which is the server's to say, and what was given is seen by nobody. Rules R204 and R205.
import { limits } from '../protocol/limits.ts';
import type { Applied, CommandContext } from '../session/command-context.ts';
import type { CommandOf } from '../session/commands.ts';
import { shuffled } from '../session/drawn.ts';
import {
  scoreKey,
  type Idea,
  ideaFor,
  ideasMin,
  isNameless,
  type Scoring,
  scorersMin,
  scoringRounds,
  topMax,
} from './scoring-state.ts';
import { type SessionState, stepUnderWay } from '../session/session-state.ts';

export function applyScoreCommand(
  state: SessionState,
  { of, round, idea, score }: CommandOf<'score'>,
  { person: { participant } }: CommandContext,
): Applied {
  const { scoring } = state;
  const step = stepUnderWay(state)?.scoring;
  if (!scoring || scoring.of !== of || step?.of !== of || step.round !== round || scoring.top) return 'moved-on';
  if (ideaFor(scoring, participant, round)?.id !== idea) return 'not-given';
  const key = scoreKey(round, participant);
  if (scoring.given[key] === score) return state;
  return { ...state, scoring: { ...scoring, given: { ...scoring.given, [key]: score } } };
}

/**
 * Whether the ideas of its round are still to be found on the board: what was written in private is there first. Before that, what lies
 * there when they begin to be written.
 */
export function wantsIdeas(state: SessionState): boolean {
  const step = stepUnderWay(state)?.scoring;
  if (!step || step.round === null || state.scoring?.of === step.of) return false;
  // What is still being shown was written in a step before.
  const isRevealing = state.rounds.some(({ stage }) => stage === 'revealing');
  if (isRevealing) return false;
  if (step.round === 0) return state.ideasBefore?.of !== step.of;
  return !state.rounds.some(({ stage }) => stage === 'open');
}

/** `found`: in the order in which they are read. The same state where they are too few. */
export function ideasFound(
  state: SessionState,
  found: readonly Idea[],
  { people, below }: Pick<CommandContext, 'people' | 'below'>,
): SessionState {
  const step = stepUnderWay(state)?.scoring;
  if (!step || !wantsIdeas(state)) return state;
  if (step.round === 0) {
    const ids = found.slice(0, limits.ideasBeforeMax).map(({ id }) => id);
    return { ...state, ideasBefore: { of: step.of, ids }, revision: state.revision + 1 };
  }
  const before = new Set(state.ideasBefore?.of === step.of ? state.ideasBefore.ids : []);
  const handed = handedOut(
    found.filter(({ id }) => !before.has(id)),
    { people, below },
  );
  if (!handed) return state;
  const scoring: Scoring = { of: step.of, ...handed, given: {}, top: null };
  return { ...state, scoring, ideasBefore: null, revision: state.revision + 1 };
}

/**
 * Of each person the first idea, to those who wrote them. If some have no names nobody knows whose they are: then all of them, to all who
 * are here. Null: too few ideas, or people for them.
 */
function handedOut(
  found: readonly Idea[],
  { people, below }: Pick<CommandContext, 'people' | 'below'>,
): Pick<Scoring, 'ideas' | 'scorers' | 'shifts'> | null {
  if (isNameless(found)) {
    const ideas = found.map(({ id }) => ({ id, by: null })).slice(0, limits.participantsPerBoardMax);
    if (ideas.length < ideasMin || people.length * scoringRounds < ideas.length * scorersMin) return null;
    const scorers = people.map(({ participant }) => participant);
    // As far from each other as they can be: so of so few people each idea still gets its three scores.
    const shifts = Array.from({ length: scoringRounds }, (_, i) => 1 + Math.floor((i * ideas.length) / scoringRounds));
    return { ideas: shuffled(ideas, below), scorers: shuffled(scorers, below), shifts: shuffled(shifts, below) };
  }
  const firsts = new Map(found.toReversed().flatMap((idea) => (idea.by === null ? [] : [[idea.by, idea] as const])));
  if (firsts.size < ideasMin) return null;
  const scorers = shuffled([...firsts.keys()], below);
  const all = Array.from({ length: scorers.length - 1 }, (_, i) => i + 1);
  return {
    ideas: scorers.flatMap((by) => firsts.get(by) ?? []),
    scorers,
    shifts: shuffled(all, below).slice(0, scoringRounds),
  };
}

/** They are counted when the step for that begins. */
export function scoringAtStep(state: SessionState): SessionState {
  const { scoring } = state;
  const step = stepUnderWay(state)?.scoring;
  if (!scoring || scoring.top || step?.of !== scoring.of || step.round !== null) return state;
  return { ...state, scoring: { ...scoring, given: {}, top: topOf(scoring) }, revision: state.revision + 1 };
}

/** Best by what each who scored them gave on average: somebody who has left must not cost an idea its place. */
function topOf(scoring: Scoring): NonNullable<Scoring['top']> {
  const sums = new Map(scoring.ideas.map(({ id }) => [id, { id, sum: 0, count: 0 }]));
  for (let round = 1; round <= scoringRounds; round++)
    for (const by of scoring.scorers) {
      const idea = sums.get(ideaFor(scoring, by, round)?.id ?? '');
      const score = scoring.given[scoreKey(round, by)];
      if (!idea || score === undefined) continue;
      idea.sum += score;
      idea.count += 1;
    }
  // The sum of one or two would tell what they gave.
  const scored = [...sums.values()].filter(({ count }) => count >= scorersMin);
  return scored.toSorted((a, b) => b.sum / b.count - a.sum / a.count || b.count - a.count).slice(0, topMax);
}
