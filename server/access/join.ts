// From a secret - a link's, a short code, one's own for coming back - to a token. Unknown boards and wrong secrets take the
// same way and get the same answer.
import { boardLayoutVersion } from '@commonboard/shared/board/layout/layout-version.ts';
import { type BoardId, boardIdSchema } from '@commonboard/shared/protocol/ids.ts';
import { cleanPersonName } from '@commonboard/shared/protocol/person-name.ts';
import type { Role } from '@commonboard/shared/protocol/roles.ts';
import type { Joined, RouteBody } from '@commonboard/shared/protocol/routes.ts';
import { boardSchemaVersions } from '@commonboard/shared/schema/board-schema.ts';
import { type ClientVersion, isOlderThan } from '@commonboard/shared/schema/client-version.ts';
import { RequestRefused } from '../http/request-refused.ts';
import type { LinkRow, ParticipantRow } from '../storage/board-store.ts';
import { admit } from './admission.ts';
import { newToken } from './grants.ts';
import { linkForKey, noLinks } from './links.ts';
import { type LiveBoard, type LiveBoards, linkEpoch } from './live-boards.ts';
import { freeName, newParticipant, participantByResume } from './participants.ts';
import { isPasscode, samePasscodeCheck } from './passcode.ts';
import { needsFacilitator } from './people.ts';
import { hashSecret } from './secrets.ts';
import { boardByCode, type ByCode } from './short-code.ts';
import type { GuessLimits } from './try-limits.ts';
import { noteAsking, placeAmong } from './waiting-room.ts';

export interface Joining extends ByCode {
  guesses: GuessLimits;
  /** Somebody waits for a facilitator. */
  onWaiting: (live: LiveBoard) => void;
}

type Newcomer = Omit<RouteBody<'joinBoard'>, 'key'>;
type Entered = { joined: Joined; filesToken: string };

/** By which right somebody comes. */
interface Arrival {
  live: LiveBoard;
  role: Role;
  byCode: boolean;
}

/** Boards are made with this; a document that is newer closes the socket of an older client. */
const serverVersion: ClientVersion = { layout: boardLayoutVersion, schema: boardSchemaVersions() };

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
  joining: Joining,
  id: BoardId,
  { key, ...newcomer }: RouteBody<'joinBoard'>,
  network: string,
): Promise<Entered> {
  const back = await backByCode(joining.boards, id, key);
  if (back) return enter(joining, back, { ...newcomer, resume: key }, network);
  const { live, link } = await openLink(joining.boards, id, key);
  return enter(joining, { live, role: link.role, byCode: false }, newcomer, network);
}

/** Who came by a short code has no link: their own secret is the way back, as long as the link to take part is the same. */
async function backByCode(boards: LiveBoards, id: BoardId, key: string): Promise<Arrival | null> {
  const live = await boards.find(boardIdSchema.parse(id));
  const epoch = live && linkEpoch(live, 'edit');
  if (!live || epoch === null) return null;
  const hash = hashSecret(key);
  const isBack = live.participants.some((person) => person.resumeHash === hash && person.codeEpoch === epoch);
  return isBack ? { live, role: 'edit', byCode: true } : null;
}

export async function joinByCode(
  joining: Joining,
  { code, ...newcomer }: RouteBody<'joinByCode'>,
  network: string,
): Promise<Entered> {
  const live = await boardByCode(joining, code, network);
  return enter(joining, { live, role: 'edit', byCode: true }, newcomer, network);
}

async function enter(joining: Joining, arrival: Arrival, newcomer: Newcomer, network: string): Promise<Entered> {
  const { live, role, byCode } = arrival;
  const epoch = linkEpoch(live, role);
  const client: ClientVersion = { layout: newcomer.layout, schema: newcomer.schema };
  if (isOlderThan(client, serverVersion)) throw new RequestRefused('too-old');
  const name = newcomer.name === undefined ? null : cleanPersonName(newcomer.name);
  if (newcomer.name !== undefined && name === null) throw new RequestRefused('bad-name');
  await checkPasscode(joining, arrival, newcomer, network);
  // The passcode took its time.
  if (live.deleted || epoch === null || linkEpoch(live, role) !== epoch) throw new RequestRefused('not-found');

  // From here to the push there is no await: two people who join at once get two names and two colours.
  const known = participantByResume(live, newcomer.resume);
  if (known?.standing === 'banned') throw new RequestRefused('banned');
  const { participant, resume } = known
    ? { participant: renamed(live, known, name), resume: newcomer.resume ?? '' }
    : newParticipant(live, name, role, joining.now());
  admit(live, participant, role, !known);
  if (byCode) participant.codeEpoch = epoch;
  const going = known ? [] : placeAmong(live, participant, network, joining.now());
  if (!going) {
    // Of those who wait, some may have gone in a minute.
    throw new RequestRefused(isWaiting(participant) ? 'too-many' : 'board-full');
  }
  for (const one of going) live.participants.splice(live.participants.indexOf(one), 1);
  if (!known) live.participants.push(participant);
  if (isWaiting(participant)) noteAsking(live, participant, joining.now(), network);
  return withTokens(joining, { live, role, participant, resume, client, isNew: !known, going });
}

function isWaiting({ standing }: ParticipantRow): boolean {
  return standing === 'waiting';
}

/** Who leads, and who has been here, is not asked. */
async function checkPasscode(
  { guesses }: Joining,
  { live, role }: Arrival,
  { passcode, resume }: Newcomer,
  network: string,
): Promise<void> {
  const asked = live.access.passcode;
  if (!asked || role === 'facilitate' || participantByResume(live, resume)) return;
  if (passcode === undefined || passcode.trim() === '') throw new RequestRefused('passcode-needed');
  const same = samePasscodeCheck(asked, passcode);
  if (same) {
    if (await same) return;
    throw new RequestRefused('passcode-wrong');
  }
  const board = live.row.id;
  const tries = [guesses.passcodeHere.take(`${board} ${network}`), guesses.passcodeAnywhere.take(board)];
  if (tries.includes(null)) throw new RequestRefused('too-many');
  if (!(await isPasscode(asked, passcode))) throw new RequestRefused('passcode-wrong');
  for (const giveBack of tries) giveBack?.();
}

interface Entering {
  live: LiveBoard;
  role: Role;
  participant: ParticipantRow;
  resume: string;
  client: ClientVersion;
  isNew: boolean;
  /** Those who waited and make room for this one. */
  going: readonly ParticipantRow[];
}

async function withTokens({ store, now, onWaiting }: Joining, entering: Entering): Promise<Entered> {
  const { live, role, participant, client, isNew, going } = entering;
  const session = newToken(live, participant, role, 'session', client, now());
  const files = newToken(live, participant, role, 'files', client, now());
  try {
    const tokens = [session.row, files.row];
    if (going.length === 0) await store.putParticipant(live.row.id, participant, tokens);
    else
      await store.changeAccess(live.row.id, { participants: [participant], tokens, gone: going.map(({ id }) => id) });
  } catch (error) {
    if (isNew) live.participants.splice(live.participants.indexOf(participant), 1);
    live.participants.push(...going);
    throw error;
  }
  if (needsFacilitator(participant)) onWaiting(live);
  return { joined: joinedAs(entering, session.token), filesToken: files.token };
}

function joinedAs({ live, role, participant, resume }: Entering, token: string): Joined {
  const { id, name, color, standing, leading } = participant;
  const takesPart = role === 'facilitate' && leading !== 'yes' ? 'edit' : role;
  const own = standing === 'look' ? 'view' : takesPart;
  return {
    id: live.row.id,
    title: live.row.title,
    role: own,
    ...(own !== role && { linkRole: role }),
    participantId: id,
    name,
    color,
    token,
    resume,
    template: live.row.template,
    ...(standing === 'waiting' && { waiting: true }),
    ...(role === 'facilitate' && leading === 'asked' && { asked: true }),
  };
}

/** Changes the live participant itself, so that sockets already open show the new name. */
function renamed(live: LiveBoard, participant: ParticipantRow, name: string | null): ParticipantRow {
  if (name !== null) participant.name = freeName(live, name, participant);
  return participant;
}
