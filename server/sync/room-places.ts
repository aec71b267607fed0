// Whether a socket may enter a room: so many for each person, so many in all, and the last places are the facilitators'.
// Rule R103.
import { limits } from '@commonboard/shared/protocol/limits.ts';
import type { Session } from './socket/session.ts';

/** full: nobody more. Else who has to go for it: of their own sockets the one that was heard of for the longest time. */
export function placeFor(session: Session, sessions: ReadonlySet<Session>): 'full' | { goes: Session | null } {
  const { participant } = session.grant;
  const own = [...sessions].filter(({ grant }) => grant.participant.id === participant.id);
  if (own.length >= limits.socketsPerParticipantMax) {
    return { goes: own.reduce((least, one) => (one.heardAt < least.heardAt ? one : least)) };
  }
  const kept = session.ownRole() === 'facilitate' ? 0 : limits.placesForFacilitators;
  return sessions.size >= limits.connectionsPerBoardMax - kept ? 'full' : { goes: null };
}

/** The room is gone, for everybody in it. */
export function sendAllAway(sessions: Set<Session>, code: number, reason: string): void {
  for (const session of sessions) {
    session.close(code, reason);
    session.grant.board.holds--;
  }
  sessions.clear();
}
