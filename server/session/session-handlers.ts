// The HTTP calls of a session: how it stands, and one command.
import { randomInt } from 'node:crypto';
import type { Held } from '@commonboard/shared/drafts/draft-notes.ts';
import type { DetailedCode } from '@commonboard/shared/protocol/errors.ts';
import type { BoardId } from '@commonboard/shared/protocol/ids.ts';
import type { SessionAnswer } from '@commonboard/shared/protocol/session-routes.ts';
import type { SessionCommand } from '@commonboard/shared/session/commands.ts';
import { sessionRefusals, type SessionRefusal } from '@commonboard/shared/session/refusals.ts';
import { ownRole } from '../access/grants.ts';
import type { Caller, Mount } from '../http/mount.ts';
import { RequestRefused } from '../http/request-refused.ts';
import type { ServerParts } from '../server-parts.ts';
import type { BoardSession } from './board-session.ts';
import { whoIsHere } from './who-is-here.ts';

const codes: Partial<Record<SessionRefusal, DetailedCode>> = {
  'moved-on': 'moved-on',
  'not-leading': 'not-yours',
  'not-taking-part': 'not-yours',
  'switched-off': 'not-yours',
  'facilitator-here': 'not-yours',
  'not-choosing': 'not-yours',
  'not-in-group': 'not-yours',
  'not-given': 'not-yours',
};

export function mountSession(mount: Mount, { sessions, drafts, rooms, visits, commandLimit, now }: ServerParts): void {
  const answer = (session: BoardSession, { grant, role }: Caller): SessionAnswer => ({
    now: now(),
    session: session.view(ownRole(grant) ?? role, grant.participant.id),
  });

  /** Read only where a command depends on it. */
  async function heldIn({ rounds }: BoardSession, board: BoardId, command: SessionCommand): Promise<Held> {
    const round = command.type === 'limit-round' ? rounds.find(({ id }) => id === command.round) : null;
    return round ? (await drafts.open(board)).most(round) : { notes: 0, marked: 0 };
  }

  mount('session', async ({ caller, params }) => {
    const { id } = caller.grant.participant;
    const own = await rooms.open(params.id).use((room) => room.read((_, authors) => authors.clientsOf(id)));
    return { ...answer(await sessions.open(params.id), caller), own };
  });

  mount('sessionCommand', async ({ caller, params, body }) => {
    const { board, participant } = caller.grant;
    if (!commandLimit.take(`${board.row.id} ${participant.id}`)) throw new RequestRefused('too-many');
    const session = await sessions.open(params.id);
    // A paused board takes no changes; its people still raise a hand.
    const outcome = await session.run(body, {
      role: ownRole(caller.grant) ?? caller.role,
      person: { participant: participant.id, name: participant.name },
      nameOf: (id) => board.participants.find((person) => person.id === id && person.standing === 'in')?.name ?? null,
      isLeaderless: sessions.isLeaderless(params.id),
      people: whoIsHere(board, { rooms, visits }),
      held: await heldIn(session, params.id, body),
      below: (n) => randomInt(n),
    });
    if (outcome === 'done') return answer(session, caller);
    if (outcome === 'busy') throw new RequestRefused('too-many');
    const code = codes[outcome] ?? 'not-now';
    const state = code === 'not-yours' ? {} : answer(session, caller);
    throw new RequestRefused(code, sessionRefusals[outcome], { ...state, reason: outcome });
  });
}
