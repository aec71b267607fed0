// Each person speaks in turn: in an order drawn by lot, each with the same time, passing allowed. Rule R178.
import { limits } from '../protocol/limits.ts';
import { type Applied, type CommandContext, leads } from '../session/command-context.ts';
import type { CommandOf } from '../session/commands.ts';
import { shuffled } from '../session/drawn.ts';
import { type SessionState, stepUnderWay } from '../session/session-state.ts';
import { pauseTimer, remainingMs, resumeTimer, startTimer } from '../session/timer.ts';
import type { Timer } from '../session/timer-state.ts';
import type { Turns } from './turn-order.ts';

const minuteMs = 60_000;

export function applyTurnCommand(state: SessionState, command: CommandOf<'turn'>, context: CommandContext): Applied {
  const { now, role, person, people, below } = context;
  const { turns } = state;
  if (command.type === 'start-turns') {
    if (people.length === 0) return 'no-person';
    return begun(state, command.minutes, { people, below, now }, heldBy(state, now));
  }
  if (command.type === 'end-turns')
    return turns && isGoingOn(turns) ? over(state, { ...turns, isCut: true }, now) : state;
  if (!turns || turns.at !== command.at) return 'moved-on';
  const isSpeaking = turns.order[turns.at]?.participant === person.participant;
  const isLeading = leads(state, role, person.participant);
  if (!isSpeaking && !isLeading) return 'not-leading';
  return nextTurn(state, turns, { isPassing: command.isPassing, isLeading }, now);
}

/**
 * Who passes comes again at the end, once all others had their turn, and is then not asked a third time unless who leads puts them
 * there; who is the last has it over with.
 */
function nextTurn(
  state: SessionState,
  turns: Turns,
  { isPassing, isLeading }: { isPassing: boolean; isLeading: boolean },
  now: number,
): SessionState {
  const { order, at, minutes } = turns;
  const speaker = order[at];
  const isLast = at + 1 >= order.length;
  const mayAgain = order.length < limits.participantsPerBoardMax && !isLast;
  const again = isPassing && speaker && mayAgain && (isLeading || !order.slice(0, at).some(isSame(speaker)));
  if (isLast) return over(state, turns, now);
  const all = again ? [...order, speaker] : order;
  return { ...state, turns: { ...turns, order: all, at: at + 1 }, timer: startTimer(minutes * minuteMs, now) };
}

/**
 * A step in which all speak in turn begins so when somebody is here, and who comes later is put at the end. The same state where there is
 * nothing to do.
 */
export function turnsAtStep(state: SessionState, at: Pick<CommandContext, 'people' | 'below' | 'now'>): SessionState {
  const step = stepUnderWay(state);
  if (state.turns) return withLate(state, state.turns, at.people);
  if (!step || step.turnMinutes === null || at.people.length === 0) return state;
  return { ...begun(state, step.turnMinutes, at), revision: state.revision + 1 };
}

function begun(
  state: SessionState,
  minutes: number,
  { people, below, now }: Pick<CommandContext, 'people' | 'below' | 'now'>,
  held: Turns['held'] = null,
): SessionState {
  return {
    ...state,
    turns: { order: shuffled(people, below), at: 0, minutes, isCut: false, held },
    timer: startTimer(minutes * minuteMs, now),
  };
}

/** What is left of the step's own time; of a round that is begun anew, what it held. */
function heldBy({ turns, timer }: SessionState, now: number): Turns['held'] {
  if (turns && isGoingOn(turns)) return turns.held;
  return timer && remainingMs(timer, now) > 0 ? { timer, since: now } : null;
}

/** Who has come since it began speaks after all others; where all had their turn it stays over. */
function withLate(state: SessionState, turns: Turns, people: CommandContext['people']): SessionState {
  const room = limits.participantsPerBoardMax - turns.order.length;
  const late = people.filter(({ participant }) => turns.order.every((one) => one.participant !== participant));
  if (!isGoingOn(turns) || late.length === 0 || room <= 0) return state;
  const order = [...turns.order, ...late.slice(0, room)];
  return { ...state, turns: { ...turns, order }, revision: state.revision + 1 };
}

/** It is nobody's turn any more. */
function over(state: SessionState, turns: Turns, now: number): SessionState {
  const { held, order } = turns;
  return { ...state, turns: { ...turns, at: order.length, held: null }, timer: held && runningOn(held, now) };
}

/** One that was paused before stays so. */
function runningOn({ timer, since }: NonNullable<Turns['held']>, now: number): Timer {
  return timer.pausedAt === null ? resumeTimer(pauseTimer(timer, since), now) : timer;
}

function isGoingOn({ at, order }: Turns): boolean {
  return at < order.length;
}

function isSame({ participant }: Turns['order'][number]) {
  return (one: Turns['order'][number]): boolean => one.participant === participant;
}
