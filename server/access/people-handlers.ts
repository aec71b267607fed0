// The HTTP calls about people: who is here, and what a facilitator decides about one of them.
import type { BoardId } from '@commonboard/shared/protocol/ids.ts';
import type { Mount } from '../http/mount.ts';
import { RequestRefused } from '../http/request-refused.ts';
import type { ServerParts } from '../server-parts.ts';
import { changeAs } from './change-access.ts';
import { afterAction, listedPerson } from './people.ts';
import { takeBackWorkOf } from './take-back.ts';
import { noteAsking } from './waiting-room.ts';

export function mountPeople(mount: Mount, parts: ServerParts): void {
  const { rooms, visits } = parts;
  const here = (board: BoardId) => new Set([...rooms.connected(board), ...visits.here(board)]);

  mount('participants', ({ caller }) => {
    const { board } = caller.grant;
    const connected = here(board.row.id);
    return { participants: board.participants.map((person) => listedPerson(person, connected)) };
  });

  mount('changeParticipant', async ({ caller, params, body: { action, takeBack = false } }) => {
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
    const listed = listedPerson(changed, here(board.row.id));
    if (!takeBack || (action !== 'kick' && action !== 'ban')) return listed;
    return { ...listed, taken: await takeBackWorkOf(rooms, params.id, changed.id, participant.id) };
  });

  mount('entry', ({ caller: { grant } }) => {
    noteAsking(grant.board, grant.participant, parts.now());
    return { standing: grant.participant.standing };
  });
}
