// Fishbowl and lightning talks: people ask for the floor themselves, and come on in the order in which they asked. Rules R196 to R198.
import { limits } from '../protocol/limits.ts';
import { type Applied, type CommandContext, leads } from '../session/command-context.ts';
import type { CommandOf } from '../session/commands.ts';
import { shuffled } from '../session/drawn.ts';
import { type Floor, type FloorForm, isFull } from './floor-state.ts';
import type { SessionPerson } from '../session/session-person.ts';
import { type SessionState, stepUnderWay } from '../session/session-state.ts';
import { startTimer } from '../session/timer.ts';

const minuteMs = 60_000;

export function applyFloorCommand(state: SessionState, command: CommandOf<'floor'>, context: CommandContext): Applied {
  const { floor } = state;
  const { now, role, person } = context;
  if (!floor) return 'moved-on';
  switch (command.type) {
    case 'want-floor':
      if ([...floor.on, ...floor.line].some(isSame(person))) return state;
      if (floor.line.length >= limits.participantsPerBoardMax) return 'full';
      return { ...state, floor: filled({ ...floor, line: [...floor.line, person] }) };
    case 'leave-floor': {
      const { participant } = command;
      if (participant !== person.participant && !leads(state, role, person.participant)) return 'not-leading';
      return off(state, floor, participant);
    }
    case 'next-on-floor':
      if (command.turn !== floor.turn) return 'moved-on';
      return floor.form.kind === 'talks' ? nextTalk(state, floor, floor.form.minutes, now) : makeRoom(state, floor);
  }
}

/** A step that gives the floor begins so; a circle when somebody is here. The same state where there is nothing to do. */
export function floorAtStep(
  state: SessionState,
  { people, below }: Pick<CommandContext, 'people' | 'below'>,
): SessionState {
  const form = stepUnderWay(state)?.floor;
  if (!form || state.floor || people.length === 0) return state;
  return { ...state, floor: begun(form, shuffled(people, below)), revision: state.revision + 1 };
}

/** Of few people some sit outside all the same. */
function begun(form: FloorForm, people: readonly SessionPerson[]): Floor {
  if (form.kind === 'talks') return { form, on: [], line: [], turn: 0 };
  const inside = Math.max(1, Math.min(form.seats, people.length - 1));
  return { form, on: people.slice(0, inside), line: [], turn: 0 };
}

/** Who waits takes what is free. A talk begins only when it is called. */
function filled(floor: Floor): Floor {
  const [first, ...line] = floor.line;
  if (floor.form.kind === 'talks' || !first || isFull(floor)) return floor;
  return filled({ ...floor, on: [...floor.on, first], line, turn: floor.turn + 1 });
}

function off(state: SessionState, floor: Floor, participant: string): SessionState {
  const isOther = (one: SessionPerson): boolean => one.participant !== participant;
  const on = floor.on.filter(isOther);
  const line = floor.line.filter(isOther);
  if (on.length === floor.on.length) {
    return line.length === floor.line.length ? state : { ...state, floor: { ...floor, line } };
  }
  const after = { ...state, floor: filled({ ...floor, on, line, turn: floor.turn + 1 }) };
  return floor.form.kind === 'talks' ? { ...after, timer: null } : after;
}

/** Where nobody has signed up, the talk is over and none begins. */
function nextTalk(state: SessionState, floor: Floor, minutes: number, now: number): SessionState {
  const [next, ...line] = floor.line;
  if (!next && floor.on.length === 0) return state;
  const timer = next ? startTimer(minutes * minuteMs, now) : null;
  return { ...state, floor: { ...floor, on: next ? [next] : [], line, turn: floor.turn + 1 }, timer };
}

function makeRoom(state: SessionState, floor: Floor): SessionState {
  const [longest] = floor.on;
  return longest ? off(state, floor, longest.participant) : state;
}

function isSame({ participant }: SessionPerson) {
  return (one: SessionPerson): boolean => one.participant === participant;
}
