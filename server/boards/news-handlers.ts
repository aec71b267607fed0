// What a page without a socket asks for: the board as a tree, and every few seconds what has changed. Rules R161 and R162.
import type { BoardId, ParticipantId } from '@commonboard/shared/protocol/ids.ts';
import type { RoundView } from '@commonboard/shared/voting/round-view.ts';
import { ownRole, personOf } from '../access/grants.ts';
import { type Mount, pacedMount } from '../http/mount.ts';
import { markOf } from '../http/tagged.ts';
import type { ServerParts } from '../server-parts.ts';
import type { Room } from '../sync/room.ts';

export function mountNews(
  mount: Mount,
  { rooms, sessions, votings, drafts, visits, outlines, harvests, outlineLimit, newsLimit }: ServerParts,
): void {
  pacedMount(mount, outlineLimit)('outline', ({ params, caller }) => {
    const { board, participant } = caller.grant;
    return rooms.open(params.id).use((room) => {
      const { pages, written } = room.read(outlines.now);
      return { title: board.row.title, pages, own: ownOf(room, written, participant.id) };
    });
  });

  pacedMount(mount, newsLimit)('news', async ({ params: { id }, caller: { grant, role } }) => {
    const { board } = grant;
    const participant = personOf(grant);
    const own = ownRole(grant) ?? role;
    if (grant.kind !== 'screen') visits.note(id, participant, own === 'facilitate');
    const [session, voting, written, outline, results] = await Promise.all([
      sessions.open(id),
      votings.open(id),
      drafts.open(id),
      outlineMark(id),
      harvests.isPublished(id),
    ]);
    const isLeading = session.isLedBy(own, participant);
    return {
      title: board.row.title,
      role: own,
      paused: board.access.paused && own !== 'facilitate',
      session: `${session.view(own, participant).revision}${isLeading ? ' leads' : ''}`,
      votes: markOfVotes(voting.views({ participant, isLeading })),
      drafts: markOf(JSON.stringify([written.counts(session.rounds), written.writtenOf(participant)])),
      outline,
      results,
    };
  });

  function outlineMark(id: BoardId): Promise<string> {
    return rooms.open(id).use((room) => room.read(outlines.lately).mark);
  }
}

/** Of an open vote all counts: who is here, who has voted. A closed one changes with its revision. */
function markOfVotes(rounds: readonly RoundView[]): string {
  return markOf(JSON.stringify(rounds.map((round) => (round.state === 'open' ? round : [round.id, round.revision]))));
}

function ownOf(room: Room, written: readonly string[], participant: ParticipantId): string[] {
  return room.read((_, authors) => written.filter((id) => authors.creatorOf(id) === participant));
}
