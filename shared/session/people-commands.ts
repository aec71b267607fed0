// Hands that are raised, who gets the word, and who is ready.
import { limits } from '../protocol/limits.ts';
import type { ParticipantId } from '../protocol/ids.ts';
import { type Applied, type CommandContext, leads } from './command-context.ts';
import type { CommandOf } from './commands.ts';
import type { SessionState } from './session-state.ts';

export function applyPeopleCommand(
  state: SessionState,
  command: CommandOf<'people'>,
  { now, role, person }: CommandContext,
): Applied {
  const { participant } = person;
  switch (command.type) {
    case 'raise-hand':
      if (state.off.includes('hands')) return 'switched-off';
      if (state.hands.some((hand) => hand.participant === participant)) return state;
      return state.hands.length < limits.handsMax
        ? { ...state, hands: [...state.hands, { ...person, at: now }] }
        : 'full';
    case 'lower-hand':
      if (command.participant !== participant && !leads(state, role, participant)) return 'not-leading';
      return { ...state, hands: withoutHand(state, command.participant) };
    case 'give-word':
      if (!state.hands.some((hand) => hand.participant === command.participant)) return 'no-person';
      return {
        ...state,
        hands: withoutHand(state, command.participant),
        spoken: { ...state.spoken, [command.participant]: (state.spoken[command.participant] ?? 0) + 1 },
      };
    case 'ask-ready':
      if (state.off.includes('ready')) return 'switched-off';
      return { ...state, ready: command.isAsked ? { at: now, who: [] } : null };
    case 'say-ready':
      return state.ready ? sayReady(state, state.ready, participant, command.isReady) : 'moved-on';
  }
}

function sayReady(
  state: SessionState,
  { at, who }: NonNullable<SessionState['ready']>,
  participant: ParticipantId,
  isReady: boolean,
): Applied {
  const others = who.filter((one) => one !== participant);
  if (isReady && others.length >= limits.participantsPerBoardMax) return 'full';
  return { ...state, ready: { at, who: isReady ? [...others, participant] : others } };
}

function withoutHand({ hands }: SessionState, participant: ParticipantId): SessionState['hands'] {
  return hands.filter((hand) => hand.participant !== participant);
}
