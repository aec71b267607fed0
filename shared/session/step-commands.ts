// From step to step: start, next, back, jump, break, end, and what counts down before it happens.
import { limits } from '../protocol/limits.ts';
import type { Applied, CommandContext } from './command-context.ts';
import type { CommandOf } from './commands.ts';
import { restEnds, stepsAhead } from './drift.ts';
import { newPhase, type Phase } from './phase.ts';
import { endRound, endsRound, openRoundOf, roundsAtStep } from './private-rounds.ts';
import { isUnderWay, newSession, type Pending, type SessionState } from './session-state.ts';
import { startTimer } from './timer.ts';

const minuteMs = 60_000;

export function applyStepCommand(state: SessionState, command: CommandOf<'step'>, context: CommandContext): Applied {
  if (command.type === 'hold') return state.pending?.id === command.pending ? { ...state, pending: null } : 'moved-on';
  if (state.pending) return 'counting';
  switch (command.type) {
    case 'start':
      return start(state, command.isRehearsal, context.now);
    case 'reset':
      return isUnderWay(state) && state.status !== 'rehearsing' ? 'running' : reset(state);
    case 'next':
      return at(state, command.phase, () => goOn(state, nextStep(state)?.id ?? null, command.commandId, context));
    case 'back':
      return at(state, command.phase, () => {
        const before = stepBefore(state);
        return before ? goOn(state, before.id, command.commandId, context) : 'no-step';
      });
    case 'jump':
      return jump(state, command, context);
    case 'finish':
      return at(state, command.phase, () => goOn(state, null, command.commandId, context));
    case 'take-break':
      return at(state, command.phase, () => takeBreak(state, command, context));
  }
}

/** Does what was counted down for. Where the step it leads to is gone, nothing happens. */
export function runPending(state: SessionState, now: number): SessionState {
  const { pending } = state;
  if (!pending) return state;
  const revision = state.revision + 1;
  const free: SessionState = { ...state, pending: null, revision, steeredAt: revision };
  if (pending.act === 'reveal') return endRound(free, 'revealing');
  if (!isUnderWay(state)) return free;
  if (pending.act === 'finish') return finish(free);
  if (pending.brings) return enterBreak(free, pending.brings, now);
  const to = free.phases.find(({ id }) => id === pending.to);
  return to ? enter(free, to, now) : free;
}

/** What was counted down for is given up. */
export function dropPending(state: SessionState): SessionState {
  const revision = state.revision + 1;
  return { ...state, pending: null, revision, steeredAt: revision };
}

/** The next step that is not skipped; null: the end. */
export function nextStep({ phases, phase }: Pick<SessionState, 'phases' | 'phase'>): Phase | null {
  const here = phases.findIndex(({ id }) => id === phase);
  return phases.slice(here + 1).find(({ isSkipped }) => !isSkipped) ?? null;
}

/** Leaving this step cannot be undone: what was private is shown, what was voted is counted. */
export function isForGood(
  state: Pick<SessionState, 'phases' | 'phase' | 'rounds' | 'scoring'>,
  to: Phase | null,
): boolean {
  const current = state.phases.find(({ id }) => id === state.phase);
  return to === null || endsRound(state, to) || (current?.vote ?? null) !== null || countsScores(state, to);
}

/** After it nobody can score any more. */
function countsScores({ scoring }: Pick<SessionState, 'scoring'>, to: Phase): boolean {
  return to.scoring?.round === null && scoring?.of === to.scoring.of && scoring.top === null;
}

function start(state: SessionState, isRehearsal: boolean, now: number): Applied {
  if (isUnderWay(state)) return 'running';
  // The first step would show at once what was written, with no countdown.
  if (openRoundOf(state)) return 'round-open';
  const begun: SessionState = {
    ...newSession(state.phases),
    ...keptOver(state),
    status: isRehearsal ? 'rehearsing' : 'running',
    before: isRehearsal ? state.phases : null,
  };
  const first = nextStep(begun);
  if (!first) return 'no-agenda';
  return enter({ ...begun, plannedEndAt: restEnds(stepsAhead(begun), now) }, first, now);
}

/** What was written in private goes back to its people. */
function reset(state: SessionState): SessionState {
  return { ...newSession(state.before ?? state.phases), ...keptOver(endRound(state, 'cancelled')) };
}

/** What belongs to the board and its people, not to one run of the agenda. */
function keptOver({ revision, steeredAt, done, deputy, off, rounds, groups, closedZones, sectors }: SessionState) {
  return { revision, steeredAt, done, deputy, off, rounds, groups, closedZones, sectors };
}

function at(state: SessionState, pressedOn: string | null, act: () => Applied): Applied {
  if (!isUnderWay(state)) return 'not-running';
  return state.phase === pressedOn ? act() : 'moved-on';
}

/** At once, or after a countdown where it is for good. Null: to the end. */
function goOn(state: SessionState, to: string | null, commandId: string, context: CommandContext): Applied {
  const step = to === null ? null : (state.phases.find(({ id }) => id === to) ?? null);
  if (to !== null && !step) return 'no-step';
  if (step && !isForGood(state, step)) return enter(state, step, context.now);
  return { ...state, pending: countdown(step ? 'go' : 'finish', to, commandId, context) };
}

function countdown(act: Pending['act'], to: string | null, id: string, { now, person }: CommandContext): Pending {
  return { id, act, to, dueAt: now + limits.countdownMs, by: person, brings: null };
}

function jump(
  state: SessionState,
  { phase, to, commandId }: CommandOf<'step'> & { type: 'jump' },
  context: CommandContext,
): Applied {
  return at(state, phase, () => (to === state.phase ? 'current-step' : goOn(state, to, commandId, context)));
}

function takeBreak(
  state: SessionState,
  { minutes, commandId }: CommandOf<'step'> & { type: 'take-break' },
  context: CommandContext,
): Applied {
  if (state.phases.length >= limits.phasesMax) return 'full';
  const step = newPhase(`break-${state.revision + 1}`, {
    title: { en: 'Break' },
    kind: 'break',
    minutes,
    until: context.now + minutes * minuteMs,
  });
  if (!isForGood(state, step)) return enterBreak(state, step, context.now);
  return { ...state, pending: { ...countdown('go', step.id, commandId, context), brings: step } };
}

function enterBreak(state: SessionState, step: Phase, now: number): SessionState {
  const here = state.phases.findIndex(({ id }) => id === state.phase);
  return enter({ ...state, phases: state.phases.toSpliced(here + 1, 0, step) }, step, now);
}

function enter(state: SessionState, step: Phase, now: number): SessionState {
  const wasLong = state.phases.find(({ id }) => id === state.phase)?.isLong === true;
  const entered: SessionState = {
    ...state,
    phases: state.phases.map((one) => (one.id === step.id ? { ...one, isSkipped: false } : one)),
    phase: step.id,
    phaseStartedAt: now,
    timer: timerOf(step, now),
    rights: step.rights,
    ready: null,
    spotlight: null,
    turns: null,
    floor: null,
    thumbs: null,
  };
  const begun = roundsAtStep(entered, step, now);
  if (!wasLong || step.isLong) return begun;
  // What was planned for the day on which it began says nothing of today.
  return { ...begun, plannedEndAt: restEnds([step, ...stepsAhead(begun)], now) };
}

function timerOf({ minutes, until, isLong }: Phase, now: number) {
  if (isLong) return null;
  const ms = until === null ? minutes * minuteMs : until - now;
  return ms > 0 ? startTimer(ms, now) : null;
}

function finish(state: SessionState): SessionState {
  return {
    ...endRound(state, 'revealing'),
    // Who gave what is for nobody, and nobody counts it any more.
    scoring: state.scoring && { ...state.scoring, given: {} },
    ideasBefore: null,
    status: 'finished',
    phase: null,
    phaseStartedAt: null,
    timer: null,
    rights: 'free',
    bring: null,
    spotlight: null,
    hands: [],
    ready: null,
    turns: null,
    floor: null,
    thumbs: null,
  };
}

function stepBefore({ phases, phase }: SessionState): Phase | null {
  const here = phases.findIndex(({ id }) => id === phase);
  return phases.slice(0, Math.max(0, here)).findLast(({ isSkipped }) => !isSkipped) ?? null;
}
