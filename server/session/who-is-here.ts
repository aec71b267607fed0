// Who is on a board just now and takes part in it without facilitating: with a socket, or by asking for news.
import type { SessionPerson } from '@commonboard/shared/session/session-person.ts';
import { facilitates } from '../access/facilitates.ts';
import type { LiveBoard } from '../access/live-boards.ts';
import type { Rooms } from '../sync/rooms.ts';
import type { Visits } from '../sync/visits.ts';

export function whoIsHere(
  { row: { id: board }, participants }: LiveBoard,
  { rooms, visits }: { rooms: Pick<Rooms, 'connected'>; visits: Pick<Visits, 'here'> },
): SessionPerson[] {
  const here = new Set([...rooms.connected(board), ...visits.here(board)]);
  return participants.flatMap((person) => {
    const { id, name, standing, role } = person;
    const isMeant = here.has(id) && standing === 'in' && role !== 'view' && !facilitates(person);
    return isMeant ? [{ participant: id, name }] : [];
  });
}
