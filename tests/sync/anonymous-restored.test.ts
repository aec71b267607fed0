// A note of an anonymous round that goes and comes back, in each way in which it can, is nobody's as before.
import { beforeEach, describe, expect, it } from 'vitest';
import type { TLRecord } from '@tldraw/tlschema';
import { recordMaps } from '@commonboard/shared/board/layout/layout.ts';
import { putRecord } from '@commonboard/shared/board/layout/write-record.ts';
import type { Joined, RouteResponse } from '@commonboard/shared/protocol/routes.ts';
import { AccessBoard } from '../support/access-board.ts';
import { PrivateBoard } from '../support/private-round.ts';
import { syncBoard } from '../support/sync-board.ts';
import { type SyncClient, until } from '../support/sync-client.ts';
import { startTestServer } from '../support/test-server.ts';

const on = syncBoard();

let board: PrivateBoard;
let ada: Joined;
let leader: SyncClient;
let note: TLRecord;

beforeEach(async () => {
  board = await PrivateBoard.of(on.server.origin);
  on.board = board.access.board;
  ada = await board.access.joinAs('edit');
  await board.open();
  await board.write(ada.token, 'an insult');
  await board.reveal();
  const { records } = (await board.access.ask('GET', '/records')).body as { records: TLRecord[] };
  note = records.find((record) => JSON.stringify(record).includes('an insult'))!;
  leader = await on.withToken(board.access.leader.token).ready();
});

const settled = () => until(() => expect(leader.settled).toBe(leader.sent));

async function remove(): Promise<void> {
  recordMaps(leader.doc).delete(note.id);
  await settled();
  expect(await board.words()).toEqual([]);
}

const waysBack: [how: string, bringBack: () => Promise<void>][] = [
  [
    'of what was deleted',
    async () => {
      await remove();
      const { body } = await board.access.ask('POST', '/deleted/bring-back', { ids: [note.id] });
      expect(body).toEqual({ brought: 1 });
    },
  ],
  [
    'with a version',
    async () => {
      const { body } = await board.access.ask('POST', '/versions', { name: 'Shown' });
      await remove();
      const { id } = body as RouteResponse<'keepVersion'>;
      expect((await board.access.ask('POST', `/versions/${id}/restore`)).status).toBe(200);
    },
  ],
  [
    'of a version',
    async () => {
      const { body } = await board.access.ask('POST', '/versions', { name: 'Shown' });
      await remove();
      const { id } = body as RouteResponse<'keepVersion'>;
      const back = await board.access.ask('POST', `/versions/${id}/bring-back`, { ids: [note.id] });
      expect(back.body).toEqual({ brought: 1 });
    },
  ],
  [
    'as a canvas undoes it',
    async () => {
      await remove();
      putRecord(leader.doc, note);
      await settled();
    },
  ],
];

describe.each(waysBack)('brought back %s', (_, bringBack) => {
  it('[R97] [R150] [R153] it is in nobody’s own part, and its author can be silenced', async () => {
    const { access } = board;
    await bringBack();
    expect(await board.words()).toEqual(['an insult']);
    for (const token of [undefined, ada.token])
      expect((await access.ask('GET', '/outline', undefined, token)).body).toMatchObject({ own: [] });
    const { revision } = (await access.ask('GET', '/harvest')).body as { revision: number };
    const published = await access.ask('POST', '/harvest/publish', { revision, missing: [], pictures: [] });
    expect(published.status).toBe(200);
    for (const token of [undefined, ada.token])
      expect((await access.ask('GET', '/harvest/own', undefined, token)).body).toMatchObject({ notes: [] });
    const silenced = await access.ask('POST', '/private-rounds/silence', { note: note.id });
    expect(silenced).toMatchObject({ status: 200, body: { isSilenced: true } });
    expect(await board.words()).toEqual([]);
    await board.open();
    expect((await board.drafts(ada.token)).isSilenced).toBe(true);
  });
});

it('[R97] [R150] nor is it after a restart, when nobody knows any more whose it was', async () => {
  const { board: made, leader: lea } = board.access;
  const { body } = await board.access.ask('POST', '/versions', { name: 'Shown' });
  const { id } = body as RouteResponse<'keepVersion'>;
  await remove();
  for (const [path, json] of [['/deleted/bring-back', { ids: [note.id] }], [`/versions/${id}/restore`]] as const) {
    await on.server.stop();
    on.server = await startTestServer({ store: on.controls.store });
    board = new PrivateBoard(new AccessBoard(on.server.origin, made, lea));
    expect((await board.access.ask('POST', path, json)).status).toBe(200);
    expect((await board.access.ask('GET', '/outline')).body).toMatchObject({ own: [] });
    const silenced = await board.access.ask('POST', '/private-rounds/silence', { note: note.id });
    expect(silenced).toMatchObject({ status: 200, body: { isSilenced: false } });
    expect(await board.words()).toEqual([]);
  }
});
