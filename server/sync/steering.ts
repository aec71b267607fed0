// What a room is told by whoever runs the session: what people may write, and what they hear of it. The room asks anew each time.
import type { BoardId, ParticipantId } from '@commonboard/shared/protocol/ids.ts';
import type { Role } from '@commonboard/shared/protocol/roles.ts';
import { personOf } from '../access/grants.ts';
import type { Session } from './socket/session.ts';
import { freeToWrite, type WriteRule } from './gate/write-rule.ts';

/** What of presence facilitators can switch off for a calm board. */
export type SilencedPart = 'laser' | 'reactions' | 'chat';

export interface Steering {
  rule(): WriteRule;
  /** People write in private: nobody hears where others point, look or write. */
  isHushed(): boolean;
  silenced(): ReadonlySet<SilencedPart>;
  /** A participant has removed records, or put others in their place. Gives what facilitators are told of it. */
  removed(person: { id: ParticipantId; name: string }, records: ReadonlySet<string>): Uint8Array | null;
  /** The session as this person may see it, as a message; null: there is nothing to say. */
  news(role: Role, participant: ParticipantId): Uint8Array | null;
}

/** Asked for when a room loads; rejects where it cannot be read. */
export type FindSteering = (board: BoardId) => Promise<Steering>;

const nothing: ReadonlySet<SilencedPart> = new Set();

export const unsteered: Steering = {
  rule: () => freeToWrite,
  isHushed: () => false,
  silenced: () => nothing,
  removed: () => null,
  news: () => null,
};

export function tellSession(steering: Pick<Steering, 'news'>, session: Session): void {
  const role = session.ownRole();
  const news = session.full && role !== null ? steering.news(role, personOf(session.grant)) : null;
  if (news) session.send(news);
}

/** Those who facilitate hear of it where there is something to say. */
export function tellRemoved(
  steering: Steering,
  sessions: Iterable<Session>,
  by: Session,
  records: ReadonlySet<string>,
): void {
  const alarm = steering.removed(by.grant.participant, records);
  if (!alarm) return;
  for (const session of sessions) if (session.full && session.ownRole() === 'facilitate') session.send(alarm);
}
