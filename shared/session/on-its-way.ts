// What people made before the step that runs, in private or in groups, and that is not on the board yet: whoever reads the board for
// the step waits for it. Rule R137.
import { areGroupsEnding } from '../groups/step-groups.ts';
import type { SessionState } from './session-state.ts';

export type OnItsWay = Pick<SessionState, 'status' | 'phases' | 'phase' | 'phaseStartedAt' | 'rounds' | 'groups'>;

/** A private round is open, or being shown, or groups of a step before are still to be brought back. */
export function isWorkOnItsWay(state: OnItsWay): boolean {
  const isInPrivate = state.rounds.some(({ stage }) => stage === 'open' || stage === 'revealing');
  return isInPrivate || areGroupsEnding(state);
}
