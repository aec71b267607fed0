// From a link's secret to a token. Unknown boards and wrong keys take the same way and get the same answer.
import { boardLayoutVersion } from '@commonboard/shared/board/layout-version.ts';
import { type BoardId, boardIdSchema } from '@commonboard/shared/protocol/ids.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { cleanPersonName } from '@commonboard/shared/protocol/person-name.ts';
import type { Joined, RouteBody } from '@commonboard/shared/protocol/routes.ts';
import { boardSchemaVersions } from '@commonboard/shared/schema/board-schema.ts';
import { type ClientVersion, isOlderThan } from '@commonboard/shared/schema/client-version.ts';
import { RequestRefused } from '../http/request-refused.ts';
import type { BoardStore, LinkRow, ParticipantRow } from '../storage/board-store.ts';
import { newToken } from './grants.ts';
import { linkForKey, noLinks } from './links.ts';
import type { LiveBoard, LiveBoards } from './live-boards.ts';
import { freeName, newParticipant, participantByResume } from './participants.ts';

export interface Joining {
  store: BoardStore;
  boards: LiveBoards;
  now: () => number;
}

/** Boards are made with this; a document that is newer closes the socket of an older client. */
const serverVersion: ClientVersion = { layout: boardLayoutVersion, schema: boardSchemaVersions() };

const boardFull = `${limits.participantsPerBoardMax} people have joined this board, and it takes no more. Open it on a device that has been here.`;

/** The board and the link a secret belongs to. Throws the one `not-found`. */
export async function openLink(
  boards: LiveBoards,
  id: BoardId,
  key: string,
): Promise<{ live: LiveBoard; link: LinkRow }> {
  const live = await boards.find(boardIdSchema.parse(id));
  const link = linkForKey(live?.links ?? noLinks, key);
  if (!live || live.deleted || !link) throw new RequestRefused('not-found');
  return { live, link };
}

export async function joinBoard(
  { store, boards, now }: Joining,
  id: BoardId,
  request: RouteBody<'joinBoard'>,
): Promise<{ joined: Joined; filesToken: string }> {
  const { live, link } = await openLink(boards, id, request.key);
  const client: ClientVersion = { layout: request.layout, schema: request.schema };
  if (isOlderThan(client, serverVersion)) throw new RequestRefused('too-old');
  const name = request.name === undefined ? null : cleanPersonName(request.name);
  if (request.name !== undefined && name === null) throw new RequestRefused('bad-name');

  // From here to the push there is no await: two people who join at once get two names and two colours.
  const known = participantByResume(live, request.resume);
  if (!known && live.participants.length >= limits.participantsPerBoardMax)
    throw new RequestRefused('too-many', boardFull);
  const { participant, resume } = known
    ? { participant: renamed(live, known, name), resume: request.resume ?? '' }
    : newParticipant(live, name, now());
  if (!known) live.participants.push(participant);

  const session = newToken(live, participant, link.role, 'session', client, now());
  const files = newToken(live, participant, link.role, 'files', client, now());
  try {
    await store.putParticipant(live.row.id, participant, [session.row, files.row]);
  } catch (error) {
    if (!known) live.participants.splice(live.participants.indexOf(participant), 1);
    throw error;
  }
  const { id: participantId, name: given, color } = participant;
  const joined: Joined = {
    id: live.row.id,
    title: live.row.title,
    role: link.role,
    participantId,
    name: given,
    color,
    token: session.token,
    resume,
    template: live.row.template,
  };
  return { joined, filesToken: files.token };
}

/** Changes the live participant itself, so that sockets already open show the new name. */
function renamed(live: LiveBoard, participant: ParticipantRow, name: string | null): ParticipantRow {
  if (name !== null) participant.name = freeName(live, name, participant);
  return participant;
}
