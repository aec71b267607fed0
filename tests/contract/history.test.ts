// The HTTP calls about a board's past, over a real port: who may do what, what is refused, what comes back. Rules R92 to R98.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { versionRecords } from '@commonboard/shared/board/history/version-records.ts';
import type { DeletedThing, MissingThing, Version } from '@commonboard/shared/protocol/history.ts';
import { boardIdSchema } from '@commonboard/shared/protocol/ids.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import type { Role } from '@commonboard/shared/protocol/roles.ts';
import type { CreatedBoard, Joined } from '@commonboard/shared/protocol/routes.ts';
import { MemoryBoardStore, type MemoryTables } from '@commonboard/server/storage/memory.ts';
import { pngImage, webpImage } from '../support/sample-images.ts';
import { SyncClient, until } from '../support/sync-client.ts';
import { call, joinAs, makeBoard, startTestServer, type TestServer } from '../support/test-server.ts';

let tables: MemoryTables;
let server: TestServer;
let board: CreatedBoard;
let people: Record<Role, Joined>;
let time = Date.UTC(2026, 0, 1);
const clients: SyncClient[] = [];

beforeEach(async () => {
  tables = { boards: new Map(), tokens: new Map() };
  time = Date.now();
  server = await startTestServer({
    store: new MemoryBoardStore(tables),
    now: () => time,
    historyBeatMs: 5,
    roomIdleMs: 60_000,
  });
  board = await makeBoard(server.origin, { title: 'Plan' });
  const [facilitate, edit, view] = await Promise.all([
    joinAs(server.origin, board, 'facilitate', { name: 'Fay' }),
    joinAs(server.origin, board, 'edit', { name: 'Eli' }),
    joinAs(server.origin, board, 'view', { name: 'Vic' }),
  ]);
  people = { facilitate, edit, view };
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.stop();
  await server.stop();
});

const ask = (role: Role | null, method: string, path: string, json?: unknown) =>
  call(server.origin, method, `/api/boards/${board.id}${path}`, {
    ...(role === null ? {} : { token: people[role].token }),
    ...(json === undefined ? {} : { json }),
  });

async function keep(name: string, role: Role = 'edit'): Promise<Version> {
  const { status, body } = await ask(role, 'POST', '/versions', { name });
  expect(status).toBe(201);
  return body as Version;
}

async function addNote(text: string, role: Role = 'edit'): Promise<string> {
  const { body } = await ask(role, 'POST', '/notes', { text });
  return (body as { id: string }).id;
}

async function versions(): Promise<Version[]> {
  const { body } = await ask('edit', 'GET', '/versions');
  return (body as { versions: Version[] }).versions;
}

async function named(): Promise<Version[]> {
  return (await versions()).filter(({ kind }) => kind === 'named');
}

async function deleted(role: Role = 'edit'): Promise<DeletedThing[]> {
  const { body } = await ask(role, 'GET', '/deleted');
  return (body as { things: DeletedThing[] }).things;
}

async function texts(): Promise<string[]> {
  const { body } = await ask('view', 'GET', '/outline');
  const { pages } = body as { pages: { children: { title: string }[] }[] };
  return pages.flatMap(({ children }) => children.map(({ title }) => title)).sort();
}

async function enter(role: Role = 'edit'): Promise<SyncClient> {
  const client = new SyncClient(server.origin, board.id, people[role].token);
  clients.push(client);
  return client.ready();
}

async function remove(client: SyncClient, ...ids: string[]): Promise<void> {
  for (const id of ids) await until(() => expect(client.doc.getMap('rec').has(id)).toBe(true));
  client.doc.transact(() => {
    for (const id of ids) client.doc.getMap('rec').delete(id);
  });
  await until(() => expect(client.settled).toBe(client.sent));
}

const picture = (role: Role | null, version: string, bytes: Uint8Array, type = 'image/png') =>
  fetch(`${server.origin}/api/boards/${board.id}/versions/${version}/picture`, {
    method: 'POST',
    headers: { 'content-type': type, ...(role && { authorization: `Bearer ${people[role].token}` }) },
    body: new Uint8Array(bytes),
  });

describe('[R95] who may do what', () => {
  const unknown = 'AAAAAAAAAAAAAAAA';
  it.each<[what: string, method: string, path: string, body: unknown, facilitate: number, edit: number]>([
    ['list versions', 'GET', '/versions', undefined, 200, 200],
    ['keep a version', 'POST', '/versions', { name: 'Now' }, 201, 201],
    ['keep one without a name', 'POST', '/versions', { name: ' ' }, 400, 400],
    ['keep one with a long name', 'POST', '/versions', { name: 'x'.repeat(limits.versionNameCharsMax + 1) }, 400, 400],
    ['name a version', 'PATCH', `/versions/${unknown}`, { name: 'New' }, 404, 403],
    ['remove a version', 'DELETE', `/versions/${unknown}`, undefined, 204, 403],
    ['get one', 'GET', `/versions/${unknown}/state`, undefined, 404, 404],
    ['get its picture', 'GET', `/versions/${unknown}/picture`, undefined, 404, 404],
    ['compare it', 'GET', `/versions/${unknown}/changes`, undefined, 404, 404],
    ['restore it', 'POST', `/versions/${unknown}/restore`, undefined, 404, 403],
    ['copy it', 'POST', `/versions/${unknown}/copy`, undefined, 404, 403],
    ['bring back from it', 'POST', `/versions/${unknown}/bring-back`, { ids: ['shape:x'] }, 404, 404],
    ['list what was deleted', 'GET', '/deleted', undefined, 200, 200],
    ['bring back nothing', 'POST', '/deleted/bring-back', { ids: [] }, 400, 400],
    ['bring back what others made', 'POST', '/deleted/bring-back', { ids: ['shape:x'] }, 200, 403],
  ])('to %s', async (_, method, path, body, facilitate, edit) => {
    const answers = await Promise.all(
      (['facilitate', 'edit', 'view', null] as const).map((role) => ask(role, method, path, body)),
    );
    expect(answers.map(({ status }) => status)).toEqual([facilitate, edit, 403, 401]);
  });

  it('a version of another board is none of this one', async () => {
    const { id } = await keep('Ours');
    const other = await makeBoard(server.origin);
    const { token } = await joinAs(server.origin, other, 'facilitate');
    for (const [method, path] of [
      ['GET', 'state'],
      ['POST', 'restore'],
      ['POST', 'copy'],
    ] as const) {
      const answer = await call(server.origin, method, `/api/boards/${other.id}/versions/${id}/${path}`, { token });
      expect(answer.status).toBe(404);
    }
  });
});

describe('versions', () => {
  it('[R92] a damaged one says so and does not open, and the board stays as it is', async () => {
    await addNote('one');
    const { id } = await keep('Broken');
    const stored = tables.boards.get(boardIdSchema.parse(board.id))?.history.versions.get(id);
    if (stored) stored.snapshot = stored.snapshot.map((byte) => byte ^ 1);
    for (const [method, path] of [
      ['GET', 'state'],
      ['GET', 'changes'],
      ['POST', 'restore'],
      ['POST', 'copy'],
    ] as const) {
      const { status, body } = await ask('facilitate', method, `/versions/${id}/${path}`);
      expect([status, body]).toEqual([
        409,
        { error: { code: 'damaged', message: expect.stringContaining('damaged') } },
      ]);
    }
    expect(await texts()).toEqual(['one']);
  });

  it('[R93] with as many named ones as fit, the next is refused with a sentence, until one is removed', async () => {
    const first = await keep('0', 'facilitate');
    const history = tables.boards.get(boardIdSchema.parse(board.id))?.history;
    const stored = history?.versions.get(first.id);
    for (let i = 1; i < limits.namedVersionsMax; i++)
      if (stored)
        history?.versions.set(`x${i}`, { ...stored, id: `${'x'.repeat(14)}${(i % 90) + 10}` as typeof stored.id });
    expect(await ask('edit', 'POST', '/versions', { name: 'One more' })).toMatchObject({
      status: 409,
      body: { error: { code: 'no-room' } },
    });
    await ask('facilitate', 'DELETE', `/versions/${first.id}`);
    await keep('One more');
  });

  it('a named one is listed with who kept it; a facilitator names it anew', async () => {
    await addNote('one');
    const kept = await keep('  Before \u202elunch ');
    expect(await named()).toMatchObject([
      { id: kept.id, kind: 'named', name: 'Before lunch', by: 'Eli', hasPicture: false },
    ]);
    expect((await ask('facilitate', 'PATCH', `/versions/${kept.id}`, { name: 'After lunch' })).status).toBe(204);
    expect(await named()).toMatchObject([{ name: 'After lunch', by: 'Eli' }]);
  });

  it('[R92] its content is what the board held, and comes compressed', async () => {
    await addNote('one');
    const { id } = await keep('One');
    await addNote('two');
    const response = await fetch(`${server.origin}/api/boards/${board.id}/versions/${id}/state`, {
      headers: { authorization: `Bearer ${people.edit.token}` },
    });
    expect(response.headers.get('content-encoding')).toBe('gzip');
    const shapes = versionRecords(new Uint8Array(await response.arrayBuffer())).filter(
      ({ typeName }) => typeName === 'shape',
    );
    expect(shapes.length).toBe(1);
  });

  it('[R98] its picture must be a PNG, and the first one stays', async () => {
    const { id } = await keep('One');
    const [red, blue] = [pngImage(4, 4, [255, 0, 0]), pngImage(4, 4, [0, 0, 255])];
    expect((await picture('view', id, red)).status).toBe(403);
    expect((await picture('edit', id, webpImage)).status).toBe(415);
    expect((await picture('edit', id, red.subarray(0, 20))).status).toBe(415);
    expect((await picture('edit', id, new Uint8Array(limits.versionPictureBytesMax + 1))).status).toBe(413);
    expect((await picture('edit', id, red)).status).toBe(204);
    expect((await picture('facilitate', id, blue)).status).toBe(204);
    const kept = await fetch(`${server.origin}/api/boards/${board.id}/versions/${id}/picture`, {
      headers: { authorization: `Bearer ${people.edit.token}` },
    });
    expect(Buffer.from(await kept.arrayBuffer()).equals(red)).toBe(true);
    expect(kept.headers.get('content-security-policy')).toContain('sandbox');
    expect(await named()).toMatchObject([{ hasPicture: true }]);
  });

  it('[R93] one is kept each hour while the board changes, and none where nothing changed', async () => {
    await addNote('one');
    await until(async () => expect((await versions()).map(({ kind }) => kind)).toEqual(['hourly']));
    await addNote('two');
    time += limits.versionEveryMs - 1;
    await keep('In between');
    expect((await versions()).map(({ kind }) => kind)).toEqual(['named', 'hourly']);
    time += limits.versionEveryMs + 1;
    await addNote('three');
    await until(async () => expect((await versions()).map(({ kind }) => kind)).toEqual(['hourly', 'named', 'hourly']));
    time += limits.versionEveryMs * 3;
    await addNote('four');
    await until(async () => expect((await versions()).length).toBe(4));
  });
});

describe('[R94] a restore', () => {
  it('in place is seen by everybody, and is taken back by the version kept before', async () => {
    const client = await enter();
    const [first] = [await addNote('one'), await addNote('two')];
    const { id } = await keep('Two notes');
    await remove(client, first);
    await addNote('three');
    expect(await texts()).toEqual(['three', 'two']);
    const { body } = await ask('facilitate', 'POST', `/versions/${id}/restore`);
    const { before, changed } = body as { before: string; changed: number };
    expect(changed).toBe(2);
    expect(await texts()).toEqual(['one', 'two']);
    await until(() => expect(client.doc.getMap('rec').has(first)).toBe(true));
    expect((await versions()).find((version) => version.id === before)).toMatchObject({
      kind: 'before-restore',
      by: 'Fay',
    });
    await ask('facilitate', 'POST', `/versions/${before}/restore`);
    expect(await texts()).toEqual(['three', 'two']);
    await until(() => expect(client.doc.getMap('rec').has(first)).toBe(false));
  });

  it('does not lose what somebody writes at the same time', async () => {
    const client = await enter();
    await addNote('one');
    const { id } = await keep('One note');
    await addNote('two');
    const note = new Y.Map<unknown>();
    client.ws.pause();
    client.doc.getMap('rec').set('shape:offline', note);
    note.set('', { written: 'at the same time' });
    await ask('facilitate', 'POST', `/versions/${id}/restore`);
    client.ws.resume();
    await until(() => expect(client.settled).toBe(client.sent));
    const other = await enter('facilitate');
    expect(other.doc.getMap('rec').has('shape:offline')).toBe(true);
    expect(await texts()).toEqual(['one']);
  });

  it('[R97] leaves what comes back to who made it', async () => {
    const client = await enter();
    const made = await addNote('mine');
    const { id } = await keep('Mine');
    await remove(client, made);
    await ask('facilitate', 'POST', `/versions/${id}/restore`);
    await remove(client, made);
    expect(await deleted('edit')).toMatchObject([{ id: made, mayBringBack: true }]);
    expect((await ask('edit', 'POST', '/deleted/bring-back', { ids: [made] })).body).toEqual({ brought: 1 });
  });

  it('beside makes a new board of the version, with the date in its title', async () => {
    await addNote('one');
    const { id } = await keep('One note');
    await addNote('two');
    const { status, body } = await ask('facilitate', 'POST', `/versions/${id}/copy`);
    expect(status).toBe(201);
    const copy = body as CreatedBoard;
    expect(copy.title).toBe(`Plan, as of ${new Date(time).toISOString().slice(0, 10)}`);
    const { token } = await joinAs(server.origin, copy, 'edit');
    const outline = await call(server.origin, 'GET', `/api/boards/${copy.id}/outline`, { token });
    expect(JSON.stringify(outline.body)).toContain('one');
    expect(JSON.stringify(outline.body)).not.toContain('two');
    expect(await texts()).toEqual(['one', 'two']);
  });

  it('says what is missing now, what changed and what came since; single things come back from a version', async () => {
    const client = await enter();
    const [first, second] = [await addNote('one'), await addNote('two')];
    const { id } = await keep('Two notes');
    await remove(client, first);
    await addNote('three');
    client.doc.getMap<Y.Map<unknown>>('rec').get(second)?.set('p.color', 'red');
    await until(() => expect(client.settled).toBe(client.sent));
    const { body } = await ask('edit', 'GET', `/versions/${id}/changes`);
    const missing: MissingThing[] = [
      { id: first, kind: 'note', card: null, title: 'one', inside: 0, mayBringBack: true },
    ];
    expect(body).toEqual({ missing, changed: 1, added: 1 });
    expect((await ask('edit', 'POST', `/versions/${id}/bring-back`, { ids: [first] })).body).toEqual({ brought: 1 });
    expect(await texts()).toEqual(['one', 'three', 'two']);
  });
});

describe('[R96] what was deleted', () => {
  it('is listed with who deleted it and when, and comes back as it was', async () => {
    const client = await enter('facilitate');
    const [first, second] = [await addNote('one'), await addNote('two')];
    await remove(client, first, second);
    expect(await texts()).toEqual([]);
    const things = await deleted();
    expect(things).toMatchObject([
      { title: 'two', kind: 'note', by: 'Fay', mayBringBack: true },
      { title: 'one', kind: 'note', by: 'Fay', mayBringBack: true },
    ]);
    expect(Math.abs(Date.parse(things[0]?.at ?? '') - Date.now())).toBeLessThan(60_000);
    expect((await ask('facilitate', 'POST', '/deleted/bring-back', { ids: [first] })).body).toEqual({ brought: 1 });
    expect(await texts()).toEqual(['one']);
    expect((await deleted()).map(({ title }) => title)).toEqual(['two']);
    await until(() => expect(client.doc.getMap('rec').has(first)).toBe(true));
  });

  it('by a restore is listed too; what is old is not', async () => {
    await addNote('one');
    const { id } = await keep('One');
    await addNote('two', 'facilitate');
    await ask('facilitate', 'POST', `/versions/${id}/restore`);
    expect(await deleted()).toMatchObject([{ title: 'two', by: 'Fay', mayBringBack: false }]);
    time += limits.deletedKeptMs + 60_000;
    expect(await deleted()).toEqual([]);
    await until(async () => {
      const history = tables.boards.get(boardIdSchema.parse(board.id))?.history;
      expect(history?.deleted()).toEqual([]);
    });
  });

  it('is not what an update only replaced', async () => {
    const client = await enter();
    const id = await addNote('one');
    const map = client.doc.getMap<Y.Map<unknown>>('rec');
    await until(() => expect(map.has(id)).toBe(true));
    client.doc.transact(() => {
      const copy = map.get(id)?.clone() ?? new Y.Map();
      map.set(id, copy);
    });
    await until(() => expect(client.settled).toBe(client.sent));
    expect(await deleted()).toEqual([]);
  });
});

it('[R93] one is kept when the last person has left, if something changed since the newest', async () => {
  const away = await startTestServer({ roomIdleMs: 5 });
  const own = await makeBoard(away.origin);
  const { token } = await joinAs(away.origin, own);
  const kinds = async (): Promise<string[]> => {
    const { body } = await call(away.origin, 'GET', `/api/boards/${own.id}/versions`, { token });
    return (body as { versions: Version[] }).versions.map(({ kind }) => kind);
  };
  const visit = async (text?: string): Promise<void> => {
    const client = await new SyncClient(away.origin, own.id, token).ready();
    if (text !== undefined) await call(away.origin, 'POST', `/api/boards/${own.id}/notes`, { token, json: { text } });
    client.stop();
  };
  await visit();
  await visit('one');
  await until(async () => expect(await kinds()).toEqual(['left']));
  await visit();
  await visit('two');
  // Within the hour, the newer takes the place of the older.
  await until(async () => {
    const { body } = await call(away.origin, 'GET', `/api/boards/${own.id}/versions`, { token });
    const [newest] = (body as { versions: Version[] }).versions;
    const path = `/api/boards/${own.id}/versions/${newest?.id}/changes`;
    expect((await call(away.origin, 'GET', path, { token })).body).toMatchObject({ missing: [], changed: 0, added: 0 });
  });
  await away.stop();
});

it('[R92] everything goes with the board', async () => {
  await keep('One');
  await ask('facilitate', 'DELETE', '');
  expect(tables.boards.size).toBe(0);
  expect((await ask('edit', 'GET', '/versions')).status).toBeGreaterThanOrEqual(401);
});
