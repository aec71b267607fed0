// The agenda itself, before the session and while it runs: steps added, changed, moved, taken out, skipped, shortened.
import { limits } from '../protocol/limits.ts';
import { activitySteps } from '../activities/activities.ts';
import type { Applied, CommandContext } from './command-context.ts';
import type { CommandOf } from './commands.ts';
import { shortened } from './drift.ts';
import { newPhase, type Phase, phasePart, type WrittenPhase } from './phase.ts';
import type { SessionState } from './session-state.ts';

export function applyAgendaCommand(
  state: SessionState,
  command: CommandOf<'agenda'>,
  { now, person }: CommandContext,
): Applied {
  const { phases } = state;
  if (command.type === 'add-phase') {
    if (!hasRoomFor(state, 1)) return 'full';
    return placed(state, [newStep(state, command.step)], command.after);
  }
  if (command.type === 'add-activity') {
    const { activity, after } = command;
    const id = `activity-${state.revision + 1}`;
    const steps = activitySteps(activity, { ...command, id, by: person.participant });
    if (!hasRoomFor(state, steps.length)) return 'full';
    // Whoever met in another activity may meet again in this one.
    return placed({ ...state, met: [] }, steps, after);
  }
  if (command.type === 'shorten') return state.phase === command.phase ? shorten(state, now) : 'moved-on';
  const step = phases.find(({ id }) => id === command.step);
  if (!step) return 'no-step';
  switch (command.type) {
    case 'change-phase':
      return changeStep(state, step, command.changes);
    case 'move-phase':
      if (command.after === step.id) return 'no-step';
      return placed({ ...state, phases: without(phases, step) }, [step], command.after);
    case 'remove-phase':
      return isBusy(state, step) ? 'current-step' : { ...state, phases: without(phases, step) };
    case 'skip-phase':
      return isBusy(state, step) ? 'current-step' : changed(state, { ...step, isSkipped: command.isSkipped });
  }
}

/** A break that is counted down to comes in too. */
function hasRoomFor({ phases, pending }: SessionState, count: number): boolean {
  return phases.length + (pending?.brings ? 1 : 0) + count <= limits.phasesMax;
}

function newStep({ revision }: SessionState, written: WrittenPhase): Phase {
  const { title, kind } = written;
  return newPhase(`step-${revision + 1}`, { ...phasePart(written), title: { en: title }, kind });
}

/** The vote of the step that runs is open: without it, leaving the step would count it with no countdown. */
function changeStep(state: SessionState, step: Phase, changes: Parameters<typeof phasePart>[0]): Applied {
  const after = { ...step, ...phasePart(changes) };
  const isOtherVote = JSON.stringify(after.vote ?? null) !== JSON.stringify(step.vote ?? null);
  const isRunning = state.phase === step.id;
  if (isRunning && isOtherVote) return 'current-step';
  // Its rights hold at once, where they are what is changed: others may have been set by hand. Its timer has buttons of its own.
  const hasRights = isRunning && changes.rights !== undefined;
  return { ...changed(state, after), ...(hasRights && { rights: after.rights }) };
}

function changed(state: SessionState, step: Phase): SessionState {
  return { ...state, phases: state.phases.map((one) => (one.id === step.id ? step : one)) };
}

function placed(state: SessionState, steps: readonly Phase[], after: string | null): Applied {
  const at = after === null ? -1 : state.phases.findIndex(({ id }) => id === after);
  if (after !== null && at === -1) return 'no-step';
  return { ...state, phases: state.phases.toSpliced(at + 1, 0, ...steps) };
}

function shorten(state: SessionState, now: number): SessionState {
  const minutesOf = new Map(shortened(state, now).map(({ id, minutes }) => [id, minutes]));
  return {
    ...state,
    phases: state.phases.map((step) => ({ ...step, minutes: minutesOf.get(step.id) ?? step.minutes })),
  };
}

function without(phases: readonly Phase[], step: Phase): Phase[] {
  return phases.filter(({ id }) => id !== step.id);
}

/** It runs, or is about to. */
function isBusy({ phase, pending }: SessionState, { id }: Phase): boolean {
  return phase === id || pending?.to === id;
}
