// Where facilitators lead: what may be changed, where all look, what is switched off, who stands in for them.
import type { Applied, CommandContext } from './command-context.ts';
import type { CommandOf } from './commands.ts';
import type { SessionState } from './session-state.ts';

export function applyLeadCommand(
  state: SessionState,
  command: CommandOf<'lead'>,
  { now, person, nameOf, isLeaderless }: CommandContext,
): Applied {
  switch (command.type) {
    case 'set-rights':
      return { ...state, rights: command.rights };
    case 'bring':
      return state.off.includes('bring')
        ? 'switched-off'
        : { ...state, bring: { ...person, at: now, place: command.place } };
    case 'spotlight':
      if (command.zone !== null && state.off.includes('spotlight')) return 'switched-off';
      return { ...state, spotlight: command.zone };
    case 'calm':
      return calm(state, [...new Set(command.off)]);
    case 'set-deputy': {
      if (command.participant === null) return { ...state, deputy: null };
      const name = nameOf(command.participant);
      if (name === null) return 'no-person';
      return { ...state, deputy: { participant: command.participant, name, inOffice: false } };
    }
    case 'take-over':
      if (state.deputy?.participant !== person.participant) return 'not-leading';
      return isLeaderless ? { ...state, deputy: { ...state.deputy, inOffice: true } } : 'facilitator-here';
  }
}

/** A facilitator is here again. The same state where nobody stood in for them. */
export function endOffice(state: SessionState): SessionState {
  if (!state.deputy?.inOffice) return state;
  const revision = state.revision + 1;
  return { ...state, deputy: { ...state.deputy, inOffice: false }, revision, steeredAt: revision };
}

function calm(state: SessionState, off: SessionState['off']): SessionState {
  return {
    ...state,
    off,
    ...(off.includes('hands') && { hands: [] }),
    ...(off.includes('ready') && { ready: null }),
    ...(off.includes('spotlight') && { spotlight: null }),
  };
}
