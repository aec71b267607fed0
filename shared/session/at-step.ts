// What a step does by itself while it runs, as people come and go. The same state where there is nothing to do.
import type { CommandContext } from './command-context.ts';
import { floorAtStep } from './floor.ts';
import type { SessionState } from './session-state.ts';
import { turnsAtStep } from './turns.ts';

type Moment = Pick<CommandContext, 'people' | 'below' | 'now'>;

export function atStep(state: SessionState, at: Moment): SessionState {
  return floorAtStep(turnsAtStep(state, at), at);
}

/** Whether it may have something to do: who is here has to be known for that. */
export function isWatched({ phases, phase }: Pick<SessionState, 'phases' | 'phase'>): boolean {
  const step = phases.find(({ id }) => id === phase);
  return step !== undefined && (step.groups !== null || step.turnMinutes !== null || step.floor !== null);
}
