// Whether the session ends when it was to end, and what would bring it back.
import { remainingMs } from './timer.ts';
import type { Phase } from './phase.ts';
import type { SessionState } from './session-state.ts';

const minuteMs = 60_000;

type Planned = Pick<SessionState, 'phases' | 'phase' | 'timer' | 'plannedEndAt' | 'turns'>;

/** When it ends if all that comes takes as long as it says. Steps that run for days, and what comes after, do not count. */
export function expectedEnd(state: Planned, now: number): number {
  return restEnds(stepsAhead(state), now + remainingOfPhase(state, now));
}

/** Late: more than 0. Null without a plan, and in a step that runs for days. */
export function driftMs(state: Planned, now: number): number | null {
  const current = state.phases.find(({ id }) => id === state.phase);
  if (state.plannedEndAt === null || current?.isLong) return null;
  return expectedEnd(state, now) - state.plannedEndAt;
}

/** The steps that come, of this stretch of the agenda. */
export function stepsAhead({ phases, phase }: Pick<SessionState, 'phases' | 'phase'>): Phase[] {
  const at = phases.findIndex(({ id }) => id === phase);
  const ahead = phases.slice(at + 1).filter(({ isSkipped }) => !isSkipped);
  const long = ahead.findIndex(({ isLong }) => isLong);
  return long === -1 ? ahead : ahead.slice(0, long);
}

export function restEnds(steps: readonly Phase[], from: number): number {
  return steps.reduce(
    (end, { minutes, until }) => (until === null ? end + minutes * minuteMs : Math.max(end, until)),
    from,
  );
}

/** Minutes for each step ahead so that the session ends in time, or as near to it as leaves half of each. Empty: nothing to gain. */
export function shortened(state: Planned, now: number): { id: string; minutes: number }[] {
  const late = driftMs(state, now);
  if (late === null || late <= 0) return [];
  const steps = stepsAhead(state).filter(({ until, minutes }) => until === null && minutes > 1);
  const leasts = steps.map(({ minutes }) => Math.ceil(minutes / 2));
  const spare = steps.reduce((sum, { minutes }, i) => sum + minutes - (leasts[i] ?? minutes), 0);
  let toSave = Math.min(spare, Math.ceil(late / minuteMs));
  let spareAhead = spare;
  return steps.flatMap(({ id, minutes }, i) => {
    const own = minutes - (leasts[i] ?? minutes);
    // Each gives by what it has to spare; what rounding leaves is given by those that come after.
    const given = spareAhead === 0 ? 0 : Math.min(own, Math.round((toSave * own) / spareAhead));
    spareAhead -= own;
    toSave -= given;
    return given > 0 ? [{ id, minutes: minutes - given }] : [];
  });
}

/** Where people speak in turn beside the step's own time: theirs first, and then what is left of that. */
function remainingOfPhase({ timer, turns }: Planned, now: number): number {
  const left = timer ? Math.max(0, remainingMs(timer, now)) : 0;
  if (!turns?.held) return left;
  const { order, at, minutes, held } = turns;
  return left + Math.max(0, order.length - at - 1) * minutes * minuteMs + remainingMs(held.timer, held.since);
}
