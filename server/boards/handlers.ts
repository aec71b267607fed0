// The HTTP calls about boards: make, look up, join, recover, show, rename, delete, duplicate.
import type { Context } from 'hono';
import type { PersonSector } from '@commonboard/shared/groups/person-sectors.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import type { BoardInfo, Joined } from '@commonboard/shared/protocol/routes.ts';
import { setFilesCookie } from '../access/files-cookie.ts';
import { createPairings } from '../access/pairings.ts';
import { hashSecret, sameHash } from '../access/secrets.ts';
import { type Joining, joinBoard, joinByCode, openLink } from '../access/join.ts';
import type { LiveBoard } from '../access/live-boards.ts';
import { recoverBoard } from '../access/recover.ts';
import { boardByCode } from '../access/short-code.ts';
import { networkOf } from '../access/try-limits.ts';
import type { ServerParts } from '../server-parts.ts';
import { clientAddress, requestOrigin } from '../http/address.ts';
import { type Caller, type Mount, pacedMount } from '../http/mount.ts';
import { RequestRefused } from '../http/request-refused.ts';
import { boardRecords } from '../sync/document/board-records.ts';
import { copyBoard } from './copy.ts';
import { createBoard } from './create.ts';
import { deleteBoard } from './delete.ts';
import { refuseStrangers, refuseTooMany } from './may-create.ts';
import { cleanTitle, titleRefused } from './titles.ts';

export function mountBoards(mount: Mount, parts: ServerParts): void {
  const { config, store, rooms, now, contentLimit, accessNews } = parts;

  mount(
    'createBoard',
    async ({ body, c }) => {
      refuseStrangers(parts, c, body.createKey);
      return createBoard({ store, now, origin: requestOrigin(c, config) }, body);
    },
    ({ c }) => refuseTooMany(parts, c),
  );

  mount('board', ({ caller }) => infoOf(caller));

  mount('renameBoard', async ({ caller, body }) => {
    const title = cleanTitle(body.title, '');
    if (title === '') throw titleRefused();
    const { board } = caller.grant;
    await store.renameBoard(board.row.id, title);
    board.row.title = title;
    board.revision++;
    rooms.renamed(board.row.id);
    accessNews.tell(board.row.id, board.goesOn);
    return infoOf(caller);
  });

  mount('deleteBoard', ({ params }) => deleteBoard(parts, params.id));

  pacedMount(mount, contentLimit)('duplicateBoard', async ({ caller, body, c }) => {
    refuseTooMany(parts, c);
    refuseStrangers(parts, c, body.createKey);
    const { row } = caller.grant.board;
    const records = await rooms.open(row.id).use((room) => room.read(boardRecords));
    const letters = Array.from(`Copy of ${row.title}`);
    const title = cleanTitle(body.title, letters.slice(0, limits.titleCharsMax).join(''));
    return copyBoard(parts, requestOrigin(c, config), row, { title, records });
  });
}

export function mountJoining(mount: Mount, parts: ServerParts): void {
  const { config, store, boards, rooms, guesses, codeTries, now, joinLimit, accessNews, harvests, sessions } = parts;
  const onWaiting = (live: LiveBoard): void => {
    live.revision++;
    rooms.accessChanged(live.row.id);
    accessNews.tell(live.row.id, live.goesOn);
  };
  const pairings = createPairings(now);
  const joining: Joining = { store, boards, guesses, codeTries, now, onWaiting };

  function enter(c: Context, { joined, filesToken }: { joined: Joined; filesToken: string }): Joined {
    setFilesCookie(c, joined.id, filesToken, requestOrigin(c, config).startsWith('https:'));
    return joined;
  }
  async function said({ joined }: { joined: Joined }, sector: PersonSector | undefined): Promise<void> {
    // Who waits to be let in is asked when they are in.
    if (sector === undefined || joined.role !== 'edit' || joined.waiting === true) return;
    await (await sessions.open(joined.id)).sectorSaid(joined.participantId, sector);
  }
  async function withResults<Entered extends { joined: Joined }>(entered: Entered, named?: boolean): Promise<Entered> {
    const { id, participantId, waiting } = entered.joined;
    if (named !== undefined) await harvests.agree(id, participantId, named);
    if (waiting === true || !(await harvests.isPublished(id)) || (await sessions.open(id)).isUnderWay) return entered;
    return { ...entered, joined: { ...entered.joined, results: true } };
  }
  function networkMayTry(c: Context): string {
    const network = networkOf(clientAddress(c, config));
    if (!joinLimit.take(network)) throw new RequestRefused('too-many');
    return network;
  }

  mount('lookUpBoard', async ({ params, body, c }) => {
    networkMayTry(c);
    const { live, link } = await openLink(boards, params.id, body.key);
    const asksPasscode = live.access.passcode !== null && link.role !== 'facilitate';
    const asksSector = link.role === 'edit' && (await sessions.open(live.row.id)).asksSector;
    return { id: live.row.id, title: live.row.title, role: link.role, asksPasscode, asksSector };
  });

  mount('joinBoard', async ({ params, body, c }) => {
    const entered = await joinBoard(joining, params.id, body, networkMayTry(c));
    await said(entered, body.sector);
    return enter(c, await withResults(entered, body.named));
  });

  mount('lookUpCode', async ({ body, c }) => {
    const { row } = await boardByCode(joining, body.code, networkMayTry(c));
    return { id: row.id };
  });

  mount('joinByCode', async ({ body, c }) => {
    const entered = await joinByCode(joining, body, networkMayTry(c));
    await said(entered, body.sector);
    return enter(c, await withResults(entered, body.named));
  });

  mount('openPairing', ({ caller: { grant }, body: { key, resume } }) => {
    const { board, participant, role, kind } = grant;
    // A token alone is not the person: it may have been left on a device.
    if (kind !== 'session' || !sameHash(participant.resumeHash, hashSecret(resume)))
      throw new RequestRefused('forbidden');
    const { code, until } = pairings.open({ id: board.row.id, participant: participant.id, role, key, resume });
    return { code, until: new Date(until).toISOString() };
  });

  mount('takePairing', async ({ body, c }) => {
    networkMayTry(c);
    const pairing = pairings.take(body.code);
    const live = pairing && (await boards.find(pairing.id));
    const person = live?.participants.find(({ id }) => id === pairing?.participant);
    if (!pairing || !live || live.deleted || !person) throw new RequestRefused('not-found');
    const { id, role, key, resume } = pairing;
    return { id, title: live.row.title, name: person.name, role, key, resume };
  });

  mount('recoverBoard', async ({ params, body, c }) => {
    const from = { network: networkMayTry(c), origin: requestOrigin(c, config) };
    const { answer, filesToken } = await recoverBoard(
      joining,
      { store, boards, rooms, accessNews },
      params.id,
      body,
      from,
    );
    enter(c, { joined: answer, filesToken });
    return answer;
  });
}

function infoOf({ grant, role }: Caller): BoardInfo {
  const { id, title, template, createdAt } = grant.board.row;
  return { id, title, template, role, createdAt: new Date(createdAt).toISOString() };
}
