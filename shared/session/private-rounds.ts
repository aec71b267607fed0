// The private rounds of a session: opened by a step or by hand, at most one at a time; ended by a reveal, which counts down like
// all that is for good, or by being cancelled. Rules R140 to R142.
import type { Held } from '../drafts/draft-notes.ts';
import type { PrivateRound } from '../drafts/private-round.ts';
import { privateRoundIdSchema } from '../drafts/private-round.ts';
import { limits } from '../protocol/limits.ts';
import type { Applied, CommandContext } from './command-context.ts';
import type { CommandOf } from './commands.ts';
import type { Phase } from './phase.ts';
import type { SessionState } from './session-state.ts';

export function applyRoundCommand(state: SessionState, command: CommandOf<'round'>, context: CommandContext): Applied {
  if (command.type === 'open-round') {
    const { isAnonymous, notesMax, best, zone } = command;
    if (openRoundOf(state)) return 'round-open';
    return withRound(state, { phase: null, isAnonymous, notesMax, best: bestOf(best, notesMax), zone }, context.now);
  }
  const round = openRoundOf(state);
  if (round?.id !== command.round) return 'no-round';
  switch (command.type) {
    case 'limit-round': {
      const after = { ...round, notesMax: command.notesMax, best: bestOf(command.best, command.notesMax) };
      return losesNotes(round, after, context.held) ? 'written-more' : changed(state, after);
    }
    case 'reveal-round':
      if (state.pending) return 'counting';
      return {
        ...state,
        pending: {
          id: command.commandId,
          act: 'reveal',
          to: null,
          dueAt: context.now + limits.countdownMs,
          by: context.person,
          brings: null,
        },
      };
    case 'cancel-round':
      if (state.pending) return 'counting';
      return endRound(state, 'cancelled');
  }
}

/** The one in which people write. */
export function openRoundOf({ rounds }: Pick<SessionState, 'rounds'>): PrivateRound | null {
  return rounds.find(({ stage }) => stage === 'open') ?? null;
}

/** Whether going there reveals what is open. It stays open over a break, and when its own step is gone to again. */
export function endsRound(state: Pick<SessionState, 'rounds'>, to: Pick<Phase, 'id' | 'kind'> | null): boolean {
  const round = openRoundOf(state);
  if (!round) return false;
  return to === null || (to.kind !== 'break' && to.id !== round.phase);
}

/** The open one, if any, is shown or given back. */
export function endRound(state: SessionState, stage: 'revealing' | 'cancelled'): SessionState {
  const round = openRoundOf(state);
  return round ? changed(state, { ...round, stage }) : state;
}

/** As a step is entered: what was open ends, and a private step opens a round of its own. */
export function roundsAtStep(state: SessionState, step: Phase, now: number): SessionState {
  const ended = endsRound(state, step) ? endRound(state, 'revealing') : state;
  if (!step.isPrivate || openRoundOf(ended)) return ended;
  return withRound(
    ended,
    {
      phase: step.id,
      isAnonymous: step.isAnonymous,
      notesMax: step.notesMax ?? limits.draftsPerPersonUsual,
      best: null,
      zone: step.zones[0] ?? null,
    },
    now,
  );
}

/** All that people wrote in it is on the board. The same state where that was known. */
export function roundRevealed(state: SessionState, id: string): SessionState {
  const round = state.rounds.find((one) => one.id === id);
  if (round?.stage !== 'revealing') return state;
  const revision = state.revision + 1;
  return { ...changed(state, { ...round, stage: 'revealed' }), revision };
}

function withRound(
  state: SessionState,
  asked: Omit<PrivateRound, 'id' | 'stage' | 'openedAt'>,
  now: number,
): SessionState {
  const id = privateRoundIdSchema.parse(`r${state.revision + 1}`);
  const round: PrivateRound = { ...asked, id, stage: 'open', openedAt: now };
  return { ...state, rounds: [...state.rounds, round].slice(-limits.privateRoundsMax) };
}

function changed(state: SessionState, round: PrivateRound): SessionState {
  return { ...state, rounds: state.rounds.map((one) => (one.id === round.id ? round : one)) };
}

/** Whether somebody has written, or chosen, more than is taken from then on. */
function losesNotes(before: PrivateRound, after: PrivateRound, { notes, marked }: Held): boolean {
  const isFewer = after.notesMax < before.notesMax && notes > after.notesMax;
  const isFewerBest = after.best !== null && (before.best === null || after.best < before.best) && marked > after.best;
  return isFewer || isFewerBest;
}

/** To choose as many as one may write is to choose nothing. */
function bestOf(best: number | null, notesMax: number): number | null {
  return best !== null && best < notesMax ? best : null;
}
