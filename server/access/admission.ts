// What becomes of a person who comes: whether they are in, look, or wait, and whether they lead. The settings decide for
// who is new; who has been here stays what they were.
import type { Leading, Standing } from '@commonboard/shared/protocol/access.ts';
import type { Role } from '@commonboard/shared/protocol/roles.ts';
import type { ParticipantRow } from '../storage/board-store.ts';
import type { LiveBoard } from './live-boards.ts';

const standings = { join: 'in', wait: 'waiting', look: 'look' } as const;

/** Changes `participant`, who comes with a link of this role and is not banned. */
export function admit(live: LiveBoard, participant: ParticipantRow, role: Role, isNew: boolean): void {
  participant.role = role;
  participant.leading = leadingOf(live, participant, role);
  participant.standing = standingOf(live, participant, isNew);
}

/** The first who comes with the link leads; a link that has gone astray makes nobody a facilitator by itself. */
function leadingOf(live: LiveBoard, { leading }: ParticipantRow, role: Role): Leading {
  if (role !== 'facilitate' || leading !== 'no') return leading;
  return live.participants.some((other) => other.leading === 'yes') ? 'asked' : 'yes';
}

function standingOf(live: LiveBoard, { leading, standing }: ParticipantRow, isNew: boolean): Standing {
  if (leading === 'yes') return 'in';
  return isNew || standing === 'away' ? standings[live.access.newcomers] : standing;
}
