// What a step does by itself while it runs, as people come and go and as time passes. The same state where there is nothing to do.
import type { CommandContext } from './command-context.ts';
import { floorAtStep } from './floor.ts';
import type { SessionState } from './session-state.ts';
import { thumbsAtStep } from './thumbs.ts';
import { turnsAtStep } from './turns.ts';

type Moment = Pick<CommandContext, 'people' | 'below' | 'now'>;

export function atStep(state: SessionState, at: Moment): SessionState {
  return thumbsAtStep(floorAtStep(turnsAtStep(state, at), at), at);
}

/** Whether it may have something to do: who is here has to be known for that. */
export function isWatched({ phases, phase, turns }: Pick<SessionState, 'phases' | 'phase' | 'turns'>): boolean {
  if (turns && turns.at < turns.order.length) return true;
  const step = phases.find(({ id }) => id === phase);
  return (
    step !== undefined && (step.groups !== null || step.turnMinutes !== null || step.floor !== null || step.asksOn)
  );
}
