// The HTTP calls about boards: make, look up, join, show, rename, delete, duplicate, links.
import { readBoardRecords } from '@commonboard/shared/board/read-records.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import type { BoardInfo } from '@commonboard/shared/protocol/routes.ts';
import { setFilesCookie } from '../access/files-cookie.ts';
import { joinBoard, openLink } from '../access/join.ts';
import { linkAddresses, unsealKeys } from '../access/links.ts';
import { newBoardId } from '../access/secrets.ts';
import type { ServerParts } from '../server-parts.ts';
import { clientAddress, requestOrigin } from '../http/address.ts';
import type { Caller, Mount } from '../http/mount.ts';
import { RequestRefused } from '../http/request-refused.ts';
import { createBoard, storeBoard } from './create.ts';
import { cleanTitle, titleRefused } from './titles.ts';

export function mountBoards(mount: Mount, parts: ServerParts): void {
  const { config, store, boards, rooms, assets, now } = parts;

  mount('createBoard', async ({ body, c }) => {
    if (!parts.createLimit.take(clientAddress(c, config))) throw new RequestRefused('too-many');
    return createBoard({ store, now, origin: requestOrigin(c, config) }, body);
  });

  mount('board', ({ caller }) => infoOf(caller));

  mount('renameBoard', async ({ caller, body }) => {
    const title = cleanTitle(body.title, '');
    if (title === '') throw titleRefused();
    const { board } = caller.grant;
    await store.renameBoard(board.row.id, title);
    board.row.title = title;
    board.revision++;
    rooms.renamed(board.row.id);
    return infoOf(caller);
  });

  mount('deleteBoard', async ({ params: { id } }) => {
    await store.deleteBoard(id);
    boards.forget(id);
    rooms.discard(id);
    await assets.removeBoard(id);
  });

  mount('duplicateBoard', async ({ caller, body, c }) => {
    if (!parts.createLimit.take(clientAddress(c, config))) throw new RequestRefused('too-many');
    const { row } = caller.grant.board;
    const records = await rooms.open(row.id).use((room) => room.read((doc) => readBoardRecords(doc).records));
    const id = newBoardId();
    const letters = Array.from(`Copy of ${row.title}`);
    const title = cleanTitle(body.title, letters.slice(0, limits.titleCharsMax).join(''));
    await assets.copyBoard(row.id, id);
    const origin = requestOrigin(c, config);
    try {
      const plan = await store.findPlan(row.id);
      return await storeBoard({ store, now, origin }, { id, title, template: row.template, plan, records });
    } catch (error) {
      await assets.removeBoard(id);
      throw error;
    }
  });

  mount('links', async ({ caller, body, c }) => {
    const { board } = caller.grant;
    const keys = unsealKeys(board.row.id, board.links, body.key);
    if (!keys) throw new RequestRefused('not-found');
    return { keys, links: linkAddresses(requestOrigin(c, config), board.row.id, keys) };
  });
}

export function mountJoining(mount: Mount, { config, store, boards, now, joinLimit }: ServerParts): void {
  mount('lookUpBoard', async ({ params, body, c }) => {
    if (!joinLimit.take(clientAddress(c, config))) throw new RequestRefused('too-many');
    const { live, link } = await openLink(boards, params.id, body.key);
    return { id: live.row.id, title: live.row.title, role: link.role };
  });

  mount('joinBoard', async ({ params, body, c }) => {
    if (!joinLimit.take(clientAddress(c, config))) throw new RequestRefused('too-many');
    const { joined, filesToken } = await joinBoard({ store, boards, now }, params.id, body);
    setFilesCookie(c, joined.id, filesToken, requestOrigin(c, config).startsWith('https:'));
    return joined;
  });

  // Short codes are opened by facilitators; until there are any, no code is known.
  mount('joinByCode', ({ c }) => {
    if (!joinLimit.take(clientAddress(c, config))) throw new RequestRefused('too-many');
    throw new RequestRefused('not-found');
  });
}

function infoOf({ grant, role }: Caller): BoardInfo {
  const { id, title, template, createdAt } = grant.board.row;
  return { id, title, template, role, createdAt: new Date(createdAt).toISOString() };
}
