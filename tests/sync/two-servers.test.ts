// Two servers on one store and one bus: what is decided about people on the one counts on the other.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { closeCodes } from '@commonboard/shared/protocol/close-codes.ts';
import { closeReasons } from '@commonboard/shared/protocol/close-reasons.ts';
import type { Joined } from '@commonboard/shared/protocol/routes.ts';
import type { SessionAnswer } from '@commonboard/shared/protocol/session-routes.ts';
import type { VotesAnswer } from '@commonboard/shared/protocol/voting-routes.ts';
import { createLocalBus } from '@commonboard/server/scale-out/local.ts';
import { MemoryBoardStore } from '@commonboard/server/storage/memory.ts';
import { AccessBoard } from '../support/access-board.ts';
import { SyncClient, until, write, written } from '../support/sync-client.ts';
import { call, makeBoard, startTestServer, type TestServer } from '../support/test-server.ts';
import { roundId, wish } from '../support/voting-acts.ts';

let here: TestServer;
let there: TestServer;
let access: AccessBoard;
let elsewhere: AccessBoard;
const clients: SyncClient[] = [];

beforeEach(async () => {
  const [store, bus] = [new MemoryBoardStore(), createLocalBus()];
  [here, there] = await Promise.all([startTestServer({ store, bus }), startTestServer({ store, bus })]);
  access = await AccessBoard.of(here.origin, await makeBoard(here.origin));
  elsewhere = new AccessBoard(there.origin, access.board, access.leader);
  // The other has the board in memory before anything is decided.
  await elsewhere.joinAs('view');
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.stop();
  await Promise.all([here.stop(), there.stop()]);
});

async function enter({ origin, board }: AccessBoard, { token }: Joined): Promise<SyncClient> {
  const client = new SyncClient(origin, board.id, token);
  clients.push(client);
  return client.ready();
}
const status = async (at: AccessBoard, { token }: Joined) => (await at.ask('GET', '', undefined, token)).status;

describe('[R100] what is decided on one server', () => {
  it('lets in there who has joined here', async () => {
    const joined = await access.joinAs('edit', { name: 'Ada' });
    const socket = await enter(elsewhere, joined);
    write(socket.doc, 'a', 1);
    const other = await enter(access, await access.joinAs('edit'));
    await until(() => expect(written(other.doc)).toEqual({ a: 1 }));
  });

  it.each([
    ['kick', closeReasons.sentAway],
    ['ban', closeReasons.banned],
  ] as const)('%s: sockets and tokens are closed there too', async (action, reason) => {
    const out = await elsewhere.joinAs('edit');
    const socket = await enter(elsewhere, out);
    // Known here only once somebody has asked.
    await enter(access, out);
    expect((await access.act(out.participantId, action)).status).toBe(200);
    expect(await socket.end()).toMatchObject({ code: closeCodes.notAllowed, reason });
    expect(await status(elsewhere, out)).toBe(403);
    const back = await elsewhere.join({ key: access.board.keys.edit, resume: out.resume });
    expect(back.status).toBe(action === 'ban' ? 403 : 200);
  });

  it('a new link: the old one and its people are out there too, and who made it goes on', async () => {
    const out = await elsewhere.joinAs('edit');
    const socket = await enter(elsewhere, out);
    const leader = await enter(elsewhere, access.leader);
    const { keys } = await access.renew('edit');
    expect(await socket.end()).toMatchObject({ reason: closeReasons.revoked });
    expect((await elsewhere.join({ key: access.board.keys.edit })).status).toBe(404);
    expect((await elsewhere.join({ key: keys.edit ?? '' })).status).toBe(200);
    const before = leader.news.length;
    await access.renew('facilitate');
    await until(() => expect(leader.news.length).toBeGreaterThan(before));
    expect(leader.closed).toBeNull();
    expect((await elsewhere.join({ key: access.board.keys.facilitate })).status).toBe(404);
    expect(await status(elsewhere, access.leader)).toBe(200);
    const { recoveryCode: code } = access.board;
    const json = { code, name: 'Cleo' };
    await call(here.origin, 'POST', `/api/boards/${access.board.id}/recover`, { json });
    expect(await leader.end()).toMatchObject({ reason: closeReasons.revoked });
  });

  it('a pause and a new title are known there', async () => {
    const socket = await enter(elsewhere, await elsewhere.joinAs('edit'));
    await access.set({ paused: true });
    await until(() => expect(socket.news.at(-1)).toMatchObject({ paused: true }));
    write(socket.doc, 'late', 1);
    await until(() => expect(socket.refusals.at(-1)).toMatchObject({ code: 'paused' }));
    await access.ask('PATCH', '', { title: 'Another' });
    await until(() => expect(socket.news.at(-1)).toMatchObject({ title: 'Another' }));
  });

  it('somebody who waits there is seen here, and let in from here', async () => {
    await access.set({ newcomers: 'wait' });
    const leader = await enter(access, access.leader);
    await until(async () => {
      const { body } = await elsewhere.join({ key: access.board.keys.edit });
      expect(body).toMatchObject({ waiting: true });
    });
    await until(() => expect(leader.news.at(-1)).toMatchObject({ waiting: 1 }));
    const waiting = (await access.people()).find(({ standing }) => standing === 'waiting');
    expect((await access.act(waiting?.id ?? '', 'let-in')).status).toBe(200);
    await until(async () => {
      const person = (await elsewhere.people()).find(({ id }) => id === waiting?.id);
      expect(person).toMatchObject({ standing: 'in' });
    });
  });

  it('a deleted board is unknown there', async () => {
    const joined = await elsewhere.joinAs('edit');
    await access.ask('DELETE', '');
    expect(await status(elsewhere, joined)).toBe(401);
    expect((await elsewhere.join({ key: access.board.keys.edit })).status).toBe(404);
    expect(
      (
        await call(there.origin, 'POST', `/api/boards/${access.board.id}/lookup`, {
          json: { key: access.board.keys.edit },
        })
      ).status,
    ).toBe(404);
  });
});

describe('[R122] a session and its votes', () => {
  const session = async (at: AccessBoard) => ((await at.ask('GET', '/session')).body as SessionAnswer).session;
  const rounds = async (at: AccessBoard) => ((await at.ask('GET', '/votes')).body as VotesAnswer).rounds;

  it('a command on one server is heard on the other, and one of there counts on what was done here', async () => {
    const joined = await elsewhere.joinAs('edit');
    const ada = await enter(elsewhere, joined);
    const { revision } = await session(access);
    const timer = { type: 'set-timer', minutes: 5, commandId: 'command-here', revision };
    expect((await access.ask('POST', '/session', timer)).status).toBe(200);
    await until(() => expect(ada.sessions.at(-1)?.session.timer?.durationMs).toBe(300_000));
    const hand = { type: 'raise-hand', commandId: 'command-there', revision };
    expect((await elsewhere.ask('POST', '/session', hand, joined.token)).status).toBe(200);
    await until(async () => expect((await session(access)).hands).toHaveLength(1));
    expect((await session(access)).timer).toEqual((await session(elsewhere)).timer);
  });

  it('a vote that opens here is voted in there, and all ballots count wherever it is closed', async () => {
    const [ada, ben] = [await access.joinAs('edit'), await elsewhere.joinAs('edit')];
    const heard = await enter(elsewhere, ben);
    const note = (await access.ask('POST', '/notes', { text: 'A garden' })).body as { id: string };
    await until(async () => expect(await session(elsewhere)).toBeTruthy());
    expect((await access.ask('POST', '/votes', wish({ options: [note.id] }))).status).toBe(201);
    await until(() => expect(heard.votes.at(-1)?.rounds[0]?.state).toBe('open'));
    const ballot = { votes: [{ marks: [{ option: note.id, value: 2 }], sector: null }] };
    const put = (at: AccessBoard, { token }: Joined) => at.ask('PUT', `/votes/${roundId()}/ballot`, ballot, token);
    expect((await put(access, ada)).status).toBe(200);
    expect((await put(elsewhere, ben)).status).toBe(200);
    await elsewhere.ask('POST', `/votes/${roundId()}`, { action: 'close' });
    await expect.poll(async () => (await rounds(access))[0]?.result?.votes, { timeout: 30_000 }).toBe(2);
    expect((await rounds(elsewhere))[0]?.result).toMatchObject({ options: [{ total: 4 }] });
  });
});
