// What facilitators decide about one person, and how they see everybody.
import type { ListedPerson, PersonAction } from '@commonboard/shared/protocol/access.ts';
import { RequestRefused } from '../http/request-refused.ts';
import type { ParticipantRow } from '../storage/board-store.ts';

/** The person after the action. */
export function afterAction(person: ParticipantRow, action: PersonAction): ParticipantRow {
  switch (action) {
    case 'let-in':
      // Of a ban there is a word of its own to take it back.
      if (person.standing === 'banned') throw new RequestRefused('person-banned');
      return { ...person, standing: 'in' };
    case 'turn-away':
      return { ...person, standing: 'away' };
    case 'kick':
      return { ...person, epoch: person.epoch + 1 };
    case 'ban':
      return { ...person, standing: 'banned', leading: 'no', epoch: person.epoch + 1 };
    case 'unban':
      return person.standing === 'banned' ? { ...person, standing: 'in' } : person;
    case 'confirm-facilitator':
      if (person.leading !== 'asked') throw new RequestRefused('person-not-asked');
      return { ...person, leading: 'yes', standing: 'in' };
    case 'refuse-facilitator':
      return person.leading === 'asked' ? { ...person, leading: 'refused' } : person;
  }
}

export function listedPerson(person: ParticipantRow, connected: ReadonlySet<string>): ListedPerson {
  const { id, name, color, role, standing, leading, joinedAt } = person;
  const takesPart = role === 'facilitate' && leading !== 'yes' ? 'edit' : role;
  return {
    id,
    name,
    color,
    role: standing === 'look' ? 'view' : takesPart,
    standing,
    leading,
    connected: connected.has(id),
    since: new Date(joinedAt).toISOString(),
  };
}

/** Somebody has to decide about this person. */
export function needsFacilitator({ standing, leading }: ParticipantRow): boolean {
  return standing === 'waiting' || (standing !== 'banned' && leading === 'asked');
}
