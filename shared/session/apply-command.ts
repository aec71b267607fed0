// A command and the state it meets -> the state after it, or why not. Nothing else decides what becomes of a session.
import { applyAgendaCommand } from './agenda-commands.ts';
import { type Applied, type CommandContext, leads } from './command-context.ts';
import { commandFamilies, type CommandOf, type SessionCommand } from './commands.ts';
import { applyGroupCommand } from '../groups/group-commands.ts';
import { applyFloorCommand } from '../activities/floor.ts';
import { applyLeadCommand } from './lead-commands.ts';
import { applyPeopleCommand } from './people-commands.ts';
import { applyRoundCommand } from './private-rounds.ts';
import type { SessionRefusal } from './refusals.ts';
import { limits } from '../protocol/limits.ts';
import { applyScoreCommand } from '../activities/scoring.ts';
import type { SessionState } from './session-state.ts';
import { applyStepCommand } from './step-commands.ts';
import { applyThumbCommand, withoutOldThumbs } from '../activities/thumbs.ts';
import { applyTimerCommand } from './timer-commands.ts';
import { applyTurnCommand } from '../activities/turns.ts';

export function applyCommand(state: SessionState, command: SessionCommand, context: CommandContext): Applied {
  const mark = `${context.person.participant} ${command.commandId}`;
  if (state.done.includes(mark)) return state;
  const refusal = mayNot(state, command, context);
  if (refusal) return refusal;
  const after = carryOut(state, command, context);
  if (typeof after === 'string' || after === state) return after;
  const revision = state.revision + 1;
  const steeredAt = isSteering(command) ? revision : state.steeredAt;
  return { ...withoutOldThumbs(after), revision, steeredAt, done: [...state.done, mark].slice(-limits.commandsKept) };
}

function carryOut(state: SessionState, command: SessionCommand, context: CommandContext): Applied {
  if (isOf('step', command)) return applyStepCommand(state, command, context);
  if (isOf('agenda', command)) return applyAgendaCommand(state, command, context);
  if (isOf('timer', command)) return applyTimerCommand(state, command, context);
  if (isOf('lead', command)) return applyLeadCommand(state, command, context);
  if (isOf('round', command)) return applyRoundCommand(state, command, context);
  if (isOf('group', command)) return applyGroupCommand(state, command, context);
  if (isOf('turn', command)) return applyTurnCommand(state, command, context);
  if (isOf('floor', command)) return applyFloorCommand(state, command, context);
  if (isOf('thumb', command)) return applyThumbCommand(state, command, context);
  if (isOf('score', command)) return applyScoreCommand(state, command, context);
  return applyPeopleCommand(state, command, context);
}

const familyOf = new Map(
  Object.entries(commandFamilies).flatMap(([family, { options }]) =>
    options.map((option) => [option.shape.type.value, family] as [string, string]),
  ),
);

function isOf<F extends keyof typeof commandFamilies>(family: F, command: SessionCommand): command is CommandOf<F> {
  return familyOf.get(command.type) === family;
}

/** What anybody who takes part may do, whatever facilitators have done meanwhile. */
const everybodys: ReadonlySet<SessionCommand['type']> = new Set([
  'raise-hand',
  'lower-hand',
  'say-ready',
  'take-over',
  'choose-group',
  'ask-help',
  'name-scribe',
  'say-sector',
  'next-turn',
  'want-floor',
  'leave-floor',
  'say-thumb',
  'give-score',
]);
/** What names all that it depends on. */
const wheneverPressed: ReadonlySet<SessionCommand['type']> = new Set([
  'hold',
  'give-word',
  'ask-ready',
  'calm',
  'move-person',
  'settle-groups',
  'link-group',
  'warn-groups',
  'group-helped',
  'next-on-floor',
  'close-thumbs',
  'ask-at-join',
]);

function isSteering({ type }: SessionCommand): boolean {
  return !everybodys.has(type) && type !== 'give-word';
}

function mayNot(state: SessionState, command: SessionCommand, { role, person }: CommandContext): SessionRefusal | null {
  if (role === 'view') return 'not-taking-part';
  if (everybodys.has(command.type)) return null;
  if (!leads(state, role, person.participant)) return 'not-leading';
  if (command.revision > state.revision) return 'moved-on';
  return !wheneverPressed.has(command.type) && command.revision < state.steeredAt ? 'moved-on' : null;
}
