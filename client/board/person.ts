// A person on the board as the bar shows them: once, in however many windows they have it open.
import type { ParticipantId } from '@commonboard/shared/protocol/ids.ts';
import type { Role } from '@commonboard/shared/protocol/roles.ts';

export interface Person {
  participantId: ParticipantId;
  name: string;
  /** #rrggbb */
  color: string;
  role: Role;
  isMe: boolean;
  /** Their view is known: who only looks keeps it to themselves, and a canvas may still be loading. */
  isFollowable: boolean;
}

/** I come first, then the others by name. */
export function inOrder(people: readonly Person[]): readonly Person[] {
  return people.toSorted((a, b) => Number(b.isMe) - Number(a.isMe) || a.name.localeCompare(b.name));
}
