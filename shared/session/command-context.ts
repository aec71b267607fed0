// What a command meets beside the state, and what comes of it.
import type { Held } from '../drafts/draft-notes.ts';
import type { Role } from '../protocol/roles.ts';
import type { SessionRefusal } from './refusals.ts';
import type { SessionPerson } from './session-person.ts';
import type { SessionState } from './session-state.ts';

export interface CommandContext {
  /** The server's clock. */
  now: number;
  role: Role;
  person: SessionPerson;
  /** Name of a person of the board who may take part; null: there is none. */
  nameOf: (participant: string) => string | null;
  /** No facilitator has been here for long enough that a deputy may take over. */
  isLeaderless: boolean;
  /** Who takes part, does not facilitate, and is here. */
  people: readonly SessionPerson[];
  /** The most that one person holds in the private round whose limits change. */
  held: Held;
  /** A whole number from 0 to n - 1, by lot. */
  below: (n: number) => number;
}

/** The state after it - the same one where it had been done before or changes nothing -, or why not. */
export type Applied = SessionState | SessionRefusal;

/** Whether this person leads the session: a facilitator, or the deputy in their place. */
export function leads({ deputy }: Pick<SessionState, 'deputy'>, role: Role, participant: string): boolean {
  return role === 'facilitate' || (deputy?.inOffice === true && deputy.participant === participant && role === 'edit');
}
