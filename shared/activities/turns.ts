// Each person speaks in turn: in an order drawn by lot, each with the same time, passing allowed. Rule R178.
import { limits } from '../protocol/limits.ts';
import { type Applied, type CommandContext, leads } from '../session/command-context.ts';
import type { CommandOf } from '../session/commands.ts';
import { shuffled } from '../session/drawn.ts';
import { type SessionState, stepUnderWay } from '../session/session-state.ts';
import { startTimer } from '../session/timer.ts';
import type { Turns } from './turn-order.ts';

const minuteMs = 60_000;

export function applyTurnCommand(state: SessionState, command: CommandOf<'turn'>, context: CommandContext): Applied {
  const { now, role, person, people, below } = context;
  const { turns } = state;
  if (command.type === 'start-turns') {
    return people.length === 0 ? 'no-person' : begun(state, command.minutes, { people, below, now });
  }
  if (command.type === 'end-turns') return turns ? over(state, turns) : state;
  if (!turns || turns.at !== command.at) return 'moved-on';
  const isSpeaking = turns.order[turns.at]?.participant === person.participant;
  if (!isSpeaking && !leads(state, role, person.participant)) return 'not-leading';
  return nextTurn(state, turns, command.isPassing, now);
}

/** Who passes comes again at the end, once all others had their turn; who is the last has it over with. */
function nextTurn(state: SessionState, turns: Turns, isPassing: boolean, now: number): SessionState {
  const { order, at, minutes } = turns;
  const speaker = order[at];
  const again = isPassing && speaker && !order.slice(0, at).some(isSame(speaker)) && at + 1 < order.length;
  const all = again ? [...order, speaker] : order;
  if (at + 1 >= all.length || all.length > limits.participantsPerBoardMax) return over(state, turns);
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
): SessionState {
  return {
    ...state,
    turns: { order: shuffled(people, below), at: 0, minutes },
    timer: startTimer(minutes * minuteMs, now),
  };
}

/** Who has come since it began speaks after all others; where all had their turn it stays over. */
function withLate(state: SessionState, turns: Turns, people: CommandContext['people']): SessionState {
  const room = limits.participantsPerBoardMax - turns.order.length;
  const late = people.filter(({ participant }) => turns.order.every((one) => one.participant !== participant));
  if (turns.at >= turns.order.length || late.length === 0 || room <= 0) return state;
  const order = [...turns.order, ...late.slice(0, room)];
  return { ...state, turns: { ...turns, order }, revision: state.revision + 1 };
}

/** It is nobody's turn any more. */
function over(state: SessionState, turns: Turns): SessionState {
  return { ...state, turns: { ...turns, at: turns.order.length }, timer: null };
}

function isSame({ participant }: Turns['order'][number]) {
  return (one: Turns['order'][number]): boolean => one.participant === participant;
}
