// The HTTP calls about people: who is here, and what a facilitator decides about one of them.
import type { Mount } from '../http/mount.ts';
import { RequestRefused } from '../http/request-refused.ts';
import type { ServerParts } from '../server-parts.ts';
import { changeAs } from './change-access.ts';
import { afterAction, listedPerson } from './people.ts';
import { noteAsking } from './waiting-room.ts';

export function mountPeople(mount: Mount, parts: ServerParts): void {
  const { rooms } = parts;

  mount('participants', ({ caller }) => {
    const { board } = caller.grant;
    const connected = rooms.connected(board.row.id);
    return { participants: board.participants.map((person) => listedPerson(person, connected)) };
  });

  mount('changeParticipant', async ({ caller, params, body: { action } }) => {
    const { board, participant } = caller.grant;
    if (params.person === participant.id) {
      throw new RequestRefused('yourself');
    }
    const changed = await changeAs(parts, caller, (live) => {
      const person = live.participants.find(({ id }) => id === params.person);
      if (!person) throw new RequestRefused('no-person');
      const after = afterAction(person, action);
      return { change: { participants: [after] }, result: after };
    });
    return listedPerson(changed, rooms.connected(board.row.id));
  });

  mount('entry', ({ caller: { grant } }) => {
    noteAsking(grant.board, grant.participant, parts.now());
    return { standing: grant.participant.standing };
  });
}
