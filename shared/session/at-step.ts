// What a step does by itself while it runs, as people come and go and as time passes. The same state where there is nothing to do.
import type { CommandContext } from './command-context.ts';
import { floorAtStep } from '../activities/floor.ts';
import { scoringAtStep } from '../activities/scoring.ts';
import type { SessionState } from './session-state.ts';
import { thumbsAtStep } from '../activities/thumbs.ts';
import { turnsAtStep } from '../activities/turns.ts';

type Moment = Pick<CommandContext, 'people' | 'below' | 'now'>;

export function atStep(state: SessionState, at: Moment): SessionState {
  return scoringAtStep(thumbsAtStep(floorAtStep(turnsAtStep(state, at), at), at));
}

/** Whether it may have something to do: who is here has to be known for that. */
export function isWatched({ phases, phase, turns }: Pick<SessionState, 'phases' | 'phase' | 'turns'>): boolean {
  if (turns && turns.at < turns.order.length) return true;
  const step = phases.find(({ id }) => id === phase);
  if (step === undefined) return false;
  const { groups, turnMinutes, floor, asksOn, scoring } = step;
  return groups !== null || turnMinutes !== null || floor !== null || asksOn || scoring !== null;
}
