// Passcode, recovery code, short code, the key for making boards, guessing, and that no secret lies about. Bad input first.
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { errorSentences } from '@commonboard/shared/protocol/errors.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import type { Joined, RouteResponse } from '@commonboard/shared/protocol/routes.ts';
import { openSqliteStore } from '@commonboard/server/storage/sqlite.ts';
import { AccessBoard } from '../support/access-board.ts';
import { call, joinAs, makeBoard, startTestServer, type TestServer } from '../support/test-server.ts';

type Recovered = RouteResponse<'recoverBoard'>;

let server: TestServer;
let access: AccessBoard;
let now = Date.now();
beforeEach(async () => {
  now = Date.now();
  server = await startTestServer({ now: () => now, ticks: () => now, joinLimit: { burst: 1e6, perSecond: 0 } });
  access = await AccessBoard.of(server.origin, await makeBoard(server.origin));
});
afterEach(() => server.stop());

const notFound = { status: 404, body: { error: { code: 'not-found', message: errorSentences['not-found'] } } };
const refused = (status: number, code: string) => ({ status, body: { error: { code, message: expect.any(String) } } });
const recover = (code: string, more: object = {}, id: string = access.board.id) =>
  call(server.origin, 'POST', `/api/boards/${id}/recover`, { json: { code, ...more } });

describe('a passcode', () => {
  const edit = (more: object = {}) => access.join({ key: access.board.keys.edit, ...more });

  it.each([
    ['three letters', 'abc'],
    ['spaces', '      '],
    ['far too long', 'x'.repeat(limits.passcodeCharsMax + 1)],
  ])('of %s is not taken, with a sentence', async (_, passcode) => {
    expect(await access.ask('PATCH', '/access', { passcode })).toMatchObject(refused(400, 'bad-passcode'));
    expect((await edit()).status).toBe(200);
  });

  it('[R79] is asked for only where the key is right, in the same words for all else', async () => {
    await access.set({ passcode: 'blue river' });
    expect(await access.join({ key: 'x'.repeat(22), passcode: 'blue river' })).toMatchObject(notFound);
    expect(await access.join({ key: 'x'.repeat(22) })).toMatchObject(notFound);
    expect(await edit()).toMatchObject(refused(403, 'passcode-needed'));
    expect(await edit({ passcode: '  ' })).toMatchObject(refused(403, 'passcode-needed'));
    expect(await edit({ passcode: 'Blue river' })).toMatchObject(refused(403, 'passcode-wrong'));
    expect(await access.join({ key: access.board.keys.view })).toMatchObject(refused(403, 'passcode-needed'));
    // Pasted with what was around it, and typed with composed letters.
    expect((await edit({ passcode: ' blue river \n' })).status).toBe(200);
    const lookup = await call(server.origin, 'POST', `/api/boards/${access.board.id}/lookup`, {
      json: { key: access.board.keys.edit },
    });
    expect(lookup.body).toMatchObject({ asksPasscode: true });
  });

  it('[R79] is not asked of who facilitates, and of who has been here', async () => {
    const { resume } = await access.joinAs('edit');
    await access.set({ passcode: 'blue river' });
    expect((await access.join({ key: access.board.keys.facilitate })).status).toBe(200);
    expect((await edit({ resume })).status).toBe(200);
    expect((await edit({ resume: 'x'.repeat(22) })).status).toBe(403);
  });

  it('[R79] can be changed and cleared', async () => {
    expect(await access.set({ passcode: 'one two' })).toMatchObject({ hasPasscode: true });
    await access.set({ passcode: 'three four' });
    expect((await edit({ passcode: 'one two' })).status).toBe(403);
    expect((await edit({ passcode: 'three four' })).status).toBe(200);
    expect(await access.set({ passcode: null })).toMatchObject({ hasPasscode: false });
    expect((await edit()).status).toBe(200);
  });

  it('[R79] cannot be guessed for long, and time gives tries back', async () => {
    await access.set({ passcode: 'blue river' });
    const tries = [];
    for (let i = 0; i < 44; i++) tries.push((await edit({ passcode: `guess ${i}` })).status);
    expect(tries).toEqual([...Array<number>(40).fill(403), ...Array<number>(4).fill(429)]);
    expect(await edit({ passcode: 'blue river' })).toMatchObject(refused(429, 'too-many'));
    now += 60_000;
    expect((await edit({ passcode: 'blue river' })).status).toBe(200);
  });

  it('[R79] is typed right by a whole venue behind one address', async () => {
    await access.set({ passcode: 'blue river' });
    const joined = await Promise.all(Array.from({ length: 60 }, () => edit({ passcode: 'blue river' })));
    expect(new Set(joined.map(({ status }) => status))).toEqual(new Set([200]));
    for (let i = 0; i < 60; i++) expect((await edit({ passcode: 'blue river' })).status).toBe(200);
  });
});

describe('the recovery code', () => {
  it.each([
    ['nothing', ''],
    ['another', '2222-2222-2222-2222-2222'],
    ['what is no code at all', 'x'.repeat(64)],
  ])('[R80] %s gets the one answer', async (_, code) => expect(await recover(code)).toMatchObject(notFound));

  it('[R80] of another board, or for an unknown board, gets the one answer', async () => {
    const other = await makeBoard(server.origin);
    expect(await recover(other.recoveryCode)).toMatchObject(notFound);
    expect(await recover(access.board.recoveryCode, {}, 'AAAAAAAAAAAAAAAA')).toMatchObject(notFound);
  });

  it('[R80] can be read aloud, and makes all links anew', async () => {
    const { board } = access;
    expect(board.recoveryCode).toMatch(/^([2-9A-HJ-NP-Z]{4}-){4}[2-9A-HJ-NP-Z]{4}$/);
    await access.joinAs('edit');
    const { status, body } = await recover(board.recoveryCode.toLowerCase().replaceAll('-', ' '), { name: 'Cleo' });
    expect(status).toBe(200);
    const recovered = body as Recovered;
    expect(recovered).toMatchObject({ id: board.id, role: 'facilitate', name: 'Cleo' });
    for (const role of ['facilitate', 'edit', 'view'] as const) {
      expect(recovered.keys[role]).not.toBe(board.keys[role]);
      expect(recovered.links[role]).toContain(recovered.keys[role]);
      expect((await access.join({ key: board.keys[role] })).status).toBe(404);
      expect((await access.join({ key: recovered.keys[role], resume: recovered.resume })).status).toBe(200);
    }
    expect((await access.ask('GET', '')).status).toBe(403);
    // Who led before asks like anybody.
    expect((await access.join({ key: recovered.keys.facilitate, resume: access.leader.resume })).body).toMatchObject({
      role: 'edit',
      asked: true,
    });
    const links = await access.ask('POST', '/links', { key: recovered.keys.facilitate }, recovered.token);
    expect(links.body).toMatchObject({ keys: recovered.keys });
  });

  it('[R80] brings back a creator who was banned, and lets no open code stand', async () => {
    const { board } = access;
    const hostile = await access.joinAs('facilitate');
    await access.act(hostile.participantId, 'confirm-facilitator');
    const code = await access.openCode();
    await access.act(access.leader.participantId, 'ban', hostile.token);
    const { body } = await recover(board.recoveryCode, { resume: access.leader.resume });
    expect(body).toMatchObject({ participantId: access.leader.participantId, role: 'facilitate' });
    expect((await access.ask('GET', '', undefined, hostile.token)).status).toBe(403);
    expect(await access.byCode(code)).toMatchObject(notFound);
  });

  it('[R80] is replaced by a new one', async () => {
    const { body } = await access.ask('POST', '/recovery');
    const { recoveryCode } = body as { recoveryCode: string };
    expect(await recover(access.board.recoveryCode)).toMatchObject(notFound);
    expect((await recover(recoveryCode)).status).toBe(200);
  });
});

describe('a short code', () => {
  it.each(['', '12345678', 'abcdefgh', '0'.repeat(64)])('[R81] %j, which is not open, is unknown', async (code) => {
    await access.openCode();
    expect(await access.byCode(code)).toMatchObject(notFound);
  });

  it('[R81] is opened by facilitators only', async () => {
    const editor = await access.joinAs('edit');
    expect((await access.ask('POST', '/code', {}, editor.token)).status).toBe(403);
    expect(await access.ask('POST', '/code', { minutes: limits.shortCodeMinutesMax + 1 })).toMatchObject(
      refused(400, 'bad-request'),
    );
  });

  it('[R81] lets people take part, however they type it, until it is closed', async () => {
    const code = await access.openCode();
    expect(code).toMatch(/^\d{8}$/);
    const { status, body } = await access.byCode(` ${code.slice(0, 4)}-${code.slice(4)} `, { name: 'Cleo' });
    expect(status).toBe(200);
    expect(body).toMatchObject({ id: access.board.id, role: 'edit', name: 'Cleo' });
    expect((await access.ask('GET', '/access')).body).toMatchObject({ shortCode: { code } });
    await access.ask('DELETE', '/code');
    expect(await access.byCode(code)).toMatchObject(notFound);
    expect((await access.ask('GET', '/access')).body).toMatchObject({ shortCode: null });
  });

  it('[R81] names its board, so that who has been there comes as the same person', async () => {
    const named = (code: string) => call(server.origin, 'POST', '/api/join/lookup', { json: { code } });
    const code = await access.openCode();
    expect(await named(code)).toMatchObject({ status: 200, body: { id: access.board.id } });
    const ana = await access.joinAs('view', { name: 'Ana' });
    const back = await access.byCode(code, { name: 'Ana', resume: ana.resume });
    expect(back.body).toMatchObject({ participantId: ana.participantId, name: 'Ana', role: 'edit' });
    expect((await access.people()).filter(({ name }) => name.startsWith('Ana'))).toHaveLength(1);
    // The secret of another board is none here.
    const { resume } = await joinAs(server.origin, await makeBoard(server.origin));
    expect((await access.byCode(code, { resume })).body).not.toMatchObject({ resume });
    await access.act(ana.participantId, 'ban');
    expect(await access.byCode(code, { resume: ana.resume })).toMatchObject(refused(403, 'banned'));
    await access.ask('DELETE', '/code');
    expect(await named(code)).toMatchObject(notFound);
  });

  it('[R81] ends by itself, and when another takes its place', async () => {
    const first = await access.openCode();
    const second = await access.openCode({ minutes: 10 });
    expect(await access.byCode(first)).toMatchObject(notFound);
    now += 9 * 60_000;
    expect((await access.byCode(second)).status).toBe(200);
    now += 60_000;
    expect(await access.byCode(second)).toMatchObject(notFound);
  });

  it('[R81] who came by it comes back without a link, until the link to take part is made anew', async () => {
    const joined = (await access.byCode(await access.openCode())).body as Joined;
    await access.ask('DELETE', '/code');
    const back = await access.join({ key: joined.resume });
    expect(back.body).toMatchObject({ participantId: joined.participantId, role: 'edit' });
    // Who came by a link has a secret that is no key.
    const byLink = await access.joinAs('edit');
    expect(await access.join({ key: byLink.resume })).toMatchObject(notFound);
    await access.renew('edit');
    expect((await access.ask('GET', '', undefined, joined.token)).status).toBe(403);
    expect(await access.join({ key: joined.resume })).toMatchObject(notFound);
  });

  it('[R81] asks for the passcode, makes people wait, and opens nothing while the link is off', async () => {
    const code = await access.openCode();
    await access.set({ passcode: 'blue river', newcomers: 'wait' });
    expect(await access.byCode(code)).toMatchObject(refused(403, 'passcode-needed'));
    expect((await access.byCode(code, { passcode: 'blue river' })).body).toMatchObject({ waiting: true });
    await access.ask('DELETE', '/links/edit');
    expect(await access.byCode(code, { passcode: 'blue river' })).toMatchObject(notFound);
    expect(await access.ask('POST', '/code', {})).toMatchObject(refused(409, 'link-off'));
  });
});

describe('the key for making boards', () => {
  const make = (json: object, headers: Record<string, string> = {}) =>
    call(closed.origin, 'POST', '/api/boards', { json, headers });
  const createKey = 'our-own-server';
  let closed: TestServer;
  beforeEach(async () => {
    closed = await startTestServer({ config: { createKey }, now: () => now, ticks: () => now });
  });
  afterEach(() => closed.stop());

  it('[R82] nobody makes or copies a board without it', async () => {
    for (const json of [{}, { createKey: '' }, { createKey: 'our-own-serve' }, { createKey: 'Our-own-server' }])
      expect(await make(json)).toMatchObject(refused(403, 'create-key'));
    expect((await call(closed.origin, 'POST', `/api/boards?createKey=${createKey}`, { json: {} })).status).toBe(403);
    const { status, body } = await make({ createKey });
    expect(status).toBe(201);
    const board = body as Awaited<ReturnType<typeof makeBoard>>;
    const { token } = await joinAs(closed.origin, board, 'facilitate');
    const copy = (json: object) => call(closed.origin, 'POST', `/api/boards/${board.id}/duplicate`, { token, json });
    expect(await copy({})).toMatchObject(refused(403, 'create-key'));
    expect((await copy({ createKey })).status).toBe(201);
    expect((await call(closed.origin, 'GET', '/api/config')).body).toMatchObject({ needsCreateKey: true });
    expect((await call(server.origin, 'GET', '/api/config')).body).toMatchObject({ needsCreateKey: false });
  });

  it('[R82] cannot be guessed for long', async () => {
    const tries = [];
    for (let i = 0; i < 42; i++) tries.push((await make({ createKey: `guess ${i}` })).status);
    expect(tries.slice(-2)).toEqual([429, 429]);
    expect((await make({ createKey })).status).toBe(429);
    now += 60_000;
    expect((await make({ createKey })).status).toBe(201);
  });
});

it('[R83] no secret is in the database, the log or an answer to somebody else', async () => {
  const dataDir = join(server.dataDir, 'sql');
  const createKey = 'our-own-server';
  const own = await startTestServer({ store: await openSqliteStore(dataDir, null), config: { createKey } });
  const board = await makeBoard(own.origin, { createKey });
  const here = await AccessBoard.of(own.origin, board);
  await here.set({ passcode: 'blue river', newcomers: 'look' });
  const code = await here.openCode();
  const editor = await here.joinAs('edit', { passcode: 'blue river' });
  const byCode = (await here.byCode(code, { passcode: 'blue river' })).body as Joined;
  const { keys } = await here.renew('edit');
  await here.join({ key: board.keys.view, passcode: 'not this one' });
  const recovered = (
    await call(own.origin, 'POST', `/api/boards/${board.id}/recover`, { json: { code: board.recoveryCode } })
  ).body as Recovered;
  const secrets = [
    createKey,
    'blue river',
    'not this one',
    code,
    board.recoveryCode,
    board.recoveryCode.replaceAll('-', ''),
    ...Object.values(board.keys),
    keys.edit ?? '',
    ...Object.values(recovered.keys),
    ...[here.leader, editor, byCode, recovered].flatMap(({ token, resume }) => [token, resume]),
  ];
  const seen = await Promise.all([
    here.ask('GET', '/participants', undefined, recovered.token),
    here.ask('GET', '/records', undefined, recovered.token),
    here.ask('GET', '', undefined, recovered.token),
    call(own.origin, 'GET', '/api/config'),
  ]);
  await own.stop();
  const files = await Promise.all((await readdir(dataDir)).map((name) => readFile(join(dataDir, name))));
  expect(files.reduce((sum, { length }) => sum + length, 0)).toBeGreaterThan(10_000);
  const everything = Buffer.concat([...files, Buffer.from(own.logged.join('\n')), Buffer.from(JSON.stringify(seen))]);
  for (const secret of secrets) {
    expect(secret.length).toBeGreaterThan(7);
    expect(everything.includes(secret), 'a secret lies about').toBe(false);
  }
});
