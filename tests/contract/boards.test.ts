// The HTTP calls about boards, over a real port. Bad input first.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { boardLayoutVersion } from '@commonboard/shared/board/layout/layout-version.ts';
import { errorSentences } from '@commonboard/shared/protocol/errors.ts';
import { participantIdSchema } from '@commonboard/shared/protocol/ids.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import {
  type CreatedBoard,
  createdBoardSchema,
  type Joined,
  joinedSchema,
  type OutlineNode,
} from '@commonboard/shared/protocol/routes.ts';
import { boardSchemaVersions } from '@commonboard/shared/schema/board-schema.ts';
import { templates } from '@commonboard/shared/templates/catalogue.ts';
import { hashSecret } from '@commonboard/server/access/secrets.ts';
import { MemoryBoardStore } from '@commonboard/server/storage/memory.ts';
import { personOf } from '../support/grants.ts';
import { call, joinAs, makeBoard, startTestServer, type TestServer } from '../support/test-server.ts';

let server: TestServer;
let board: CreatedBoard;
let leader: Joined;
beforeAll(async () => {
  server = await startTestServer();
  board = await makeBoard(server.origin, { title: 'Plan', template: 'toc-backward-map' });
  leader = await joinAs(server.origin, board, 'facilitate');
});
afterAll(() => server.stop());

const post = (path: string, json?: unknown, token?: string) =>
  call(server.origin, 'POST', path, { json, ...(token === undefined ? {} : { token }) });
const join = (more: Record<string, unknown>, id: string = board.id) => post(`/api/boards/${id}/join`, more);
const badName = { status: 400, body: { error: { code: 'bad-name', message: errorSentences['bad-name'] } } };

describe('joining with what is wrong', () => {
  const oneAnswer = { status: 404, body: { error: { code: 'not-found', message: errorSentences['not-found'] } } };

  it.each([
    ['a wrong key', () => join({ key: 'x'.repeat(22) })],
    ['a key that cannot be one', () => join({ key: '' })],
    [
      'a key with text behind it',
      () => join({ key: `${board.keys.edit} - see you at ten, bring the printed plan and the sticky notes` }),
    ],
    ['an unknown board', () => join({ key: board.keys.edit }, 'AAAAAAAAAAAAAAAA')],
    ['a board id that cannot be one', () => join({ key: board.keys.edit }, 'nonsense')],
    ['the key of another board', async () => join({ key: (await makeBoard(server.origin)).keys.edit })],
    ['an unknown code', () => post('/api/join', { code: '123456' })],
    ['a look at a wrong key', () => post(`/api/boards/${board.id}/lookup`, { key: 'nope' })],
    ['a look at an unknown board', () => post('/api/boards/AAAAAAAAAAAAAAAA/lookup', { key: board.keys.edit })],
  ])('%s gets the one answer', async (_, request) => expect(await request()).toMatchObject(oneAnswer));

  it.each([
    ['10,000 letters', 'x'.repeat(10_000)],
    ['41 letters', 'x'.repeat(41)],
    ['nothing', ''],
    ['spaces', '   '],
    ['only what cannot be seen', '\u200b\u202e\u0000'],
  ])('a name of %s is refused with a sentence', async (_, name) =>
    expect(await join({ key: board.keys.edit, name })).toMatchObject(badName),
  );

  it('a name is cleaned of what cannot be seen', async () => {
    const { name } = await joinAs(server.origin, board, 'edit', { name: ' Zo\u0065\u0301\u202e\u0007  Li ' });
    expect(name).toBe('Zoé Li');
  });

  it.each([
    ['not json', '{'],
    ['no object', '[]'],
    ['a missing key', '{}'],
    ['a key of another type', '{"key":1}'],
  ])('a body that is %s is refused', async (_, body) => {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${server.origin}/api/boards/${board.id}/join`, { method: 'POST', body, headers });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { code: 'bad-request' } });
  });

  it('a body over the limit is refused', async () => {
    const { status } = await join({ key: board.keys.edit, name: 'x'.repeat(limits.bodyBytesMax) });
    expect(status).toBe(413);
  });

  it('a page older than the board is told to reload', async () => {
    const tooOld = { status: 426, body: { error: { code: 'too-old' } } };
    expect(await join({ key: board.keys.edit, layout: 0 })).toMatchObject(tooOld);
    expect(await join({ key: board.keys.edit, schema: { 'com.tldraw.store': 0 } })).toMatchObject(tooOld);
    expect(await join({ key: board.keys.edit, schema: {} })).toMatchObject(tooOld);
    expect(
      (await join({ key: board.keys.edit, layout: boardLayoutVersion, schema: boardSchemaVersions() })).status,
    ).toBe(200);
  });

  it('a board that many have joined takes no stranger, and those who were there come back', async () => {
    const store = new MemoryBoardStore();
    const crowded = await startTestServer({ store });
    try {
      const full = await makeBoard(crowded.origin);
      for (let i = 0; i < limits.participantsPerBoardMax; i++) {
        const id = participantIdSchema.parse(`p${String(i).padStart(16, '0')}`);
        const person = { ...personOf(id), name: `P${i}`, resumeHash: hashSecret(`${i}`.padStart(22, '0')) };
        await store.putParticipant(full.id, person, []);
      }
      const enter = (more: object) =>
        call(crowded.origin, 'POST', `/api/boards/${full.id}/join`, { json: { key: full.keys.edit, ...more } });
      expect(await enter({ name: 'New' })).toMatchObject({
        status: 409,
        body: { error: { code: 'board-full', message: expect.stringMatching(/joined this board/) } },
      });
      expect((await enter({ resume: '7'.padStart(22, '0') })).body).toMatchObject({ name: 'P7' });
    } finally {
      await crowded.stop();
    }
  });

  it('too many tries from one address must wait', async () => {
    const strict = await startTestServer({ joinLimit: { burst: 3, perSecond: 0 } });
    try {
      const tries = await Promise.all(
        Array.from({ length: 5 }, () =>
          call(strict.origin, 'POST', '/api/boards/AAAAAAAAAAAAAAAA/join', { json: { key: 'x' } }),
        ),
      );
      expect(tries.map(({ status }) => status).sort((a, b) => a - b)).toEqual([404, 404, 404, 429, 429]);
    } finally {
      await strict.stop();
    }
  });
});

describe('pages of another address', () => {
  const foreign = [
    { origin: 'https://elsewhere.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { origin: 'https://elsewhere.example', 'content-type': 'text/plain' },
  ] as Record<string, string>[];

  it.each(foreign)('%j may not make, change or delete anything', async (headers) => {
    const { token } = leader;
    const path = `/api/boards/${board.id}`;
    for (const [method, address, json] of [
      ['POST', '/api/boards', {}],
      ['POST', `${path}/join`, { key: board.keys.edit }],
      ['PATCH', path, { title: 'Theirs' }],
      ['DELETE', path, undefined],
      ['POST', `${path}/assets`, undefined],
    ] as const) {
      const refused = await call(server.origin, method, address, { token, headers, ...(json && { json }) });
      expect(refused).toMatchObject({
        status: 403,
        body: { error: { code: 'forbidden', message: expect.stringMatching(/another address/) } },
      });
    }
    expect((await call(server.origin, 'GET', path, { token, headers })).body).toMatchObject({ title: 'Plan' });
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'text/json'])(
    'a body sent as %s is no JSON',
    async (type) => {
      const sent = { json: {}, headers: { 'content-type': type } };
      expect(await call(server.origin, 'POST', '/api/boards', sent)).toMatchObject({ status: 400 });
    },
  );

  it('its own page and programs may', async () => {
    for (const headers of [{}, { origin: server.origin, 'sec-fetch-site': 'same-origin' }] as Record<string, string>[])
      expect((await call(server.origin, 'POST', '/api/boards', { json: {}, headers })).status).toBe(201);
  });
});

describe('joining', () => {
  it.each(['facilitate', 'edit', 'view'] as const)('with the link to %s gives that role', async (role) => {
    const back = role === 'facilitate' ? { resume: leader.resume } : {};
    const { status, body, headers } = await join({ key: board.keys[role], name: 'Ada', ...back });
    expect(status).toBe(200);
    expect(joinedSchema.parse(body)).toMatchObject({ role, id: board.id, title: 'Plan' });
    const cookie = headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Strict/);
    expect(cookie).toContain(`Path=/api/boards/${board.id}`);
    expect(cookie).not.toMatch(/Secure/);
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('says what a link leads to before joining', async () =>
    expect((await post(`/api/boards/${board.id}/lookup`, { key: board.keys.view })).body).toEqual({
      id: board.id,
      title: 'Plan',
      role: 'view',
      asksPasscode: false,
      asksSector: false,
    }));

  it('gives people who join at once different names and colours', async () => {
    const fresh = await makeBoard(server.origin);
    const joined = await Promise.all(
      Array.from({ length: 12 }, () => joinAs(server.origin, fresh, 'edit', { name: 'Ada' })),
    );
    expect(new Set(joined.map(({ name }) => name)).size).toBe(12);
    expect(joined.map(({ name }) => name)).toContain('Ada 12');
    expect(new Set(joined.map(({ color }) => color)).size).toBe(12);
    expect(new Set(joined.map(({ participantId }) => participantId)).size).toBe(12);
  });

  it('without a name gives a neutral one', async () => {
    const fresh = await makeBoard(server.origin);
    expect((await joinAs(server.origin, fresh)).name).toBe('Guest 1');
  });

  it('with `resume` gives the same participant, with the role of the key and the new name', async () => {
    const first = await joinAs(server.origin, board, 'edit', { name: 'Cy' });
    const again = await joinAs(server.origin, board, 'view', { resume: first.resume });
    const { participantId, color, resume } = first;
    expect(again).toMatchObject({ participantId, color, resume, name: 'Cy', role: 'view' });
    const renamed = await joinAs(server.origin, board, 'edit', { resume, name: 'Cyril' });
    expect(renamed).toMatchObject({ participantId, name: 'Cyril' });
    expect(renamed.token).not.toBe(first.token);
    const stranger = await joinAs(server.origin, board, 'edit', { resume: 'x'.repeat(22), name: 'Cyril' });
    expect(stranger).toMatchObject({ name: 'Cyril 2' });
    expect(stranger.participantId).not.toBe(participantId);
  });
});

describe('making a board', () => {
  it('refuses an unknown template and a title that is too long', async () => {
    expect((await post('/api/boards', { template: 'nothing' })).status).toBe(400);
    expect((await post('/api/boards', { title: 'x'.repeat(limits.titleCharsMax + 1) })).status).toBe(400);
  });

  it.each(['__proto__', 'constructor', 'toString', 'en_US', '', 'x'.repeat(100)])(
    'refuses the locale "%s"',
    async (locale) => {
      expect((await post('/api/boards', { locale, template: templates[0]?.id })).status).toBe(400);
    },
  );

  it.each(['fr', 'zh-Hant-TW', 'en-US'])('takes the locale %s', async (locale) => {
    const { status, body } = await post('/api/boards', { locale, template: templates[0]?.id });
    expect([status, createdBoardSchema.parse(body).title]).toEqual([201, expect.stringMatching(/./)]);
  });

  it.each(templates.map(({ id }) => id))('from %s is full at once', async (template) => {
    const { status, body } = await post('/api/boards', { template });
    expect(status).toBe(201);
    const created = createdBoardSchema.parse(body);
    expect(created.links.edit).toBe(`${server.origin}/b/${created.id}#${created.keys.edit}`);
    expect(new Set(Object.values(created.keys)).size).toBe(3);
    const { token } = await joinAs(server.origin, created, 'view');
    const records = await call(server.origin, 'GET', `/api/boards/${created.id}/records`, { token });
    const zones = (records.body as { records: { type?: string }[] }).records.filter(({ type }) => type === 'zone');
    expect(zones.length).toBeGreaterThan(1);
  });

  it('without anything is blank, with one page and a title', async () => {
    const { body } = await call(server.origin, 'POST', '/api/boards');
    const created = createdBoardSchema.parse(body);
    expect(created.title).toBe('Untitled board');
    const { token } = await joinAs(server.origin, created);
    const outline = await call(server.origin, 'GET', `/api/boards/${created.id}/outline`, { token });
    expect(outline.body).toMatchObject({ title: 'Untitled board', pages: [{ kind: 'page', children: [] }] });
  });
});

describe('rights', () => {
  const calls: [string, string, unknown, number, number, number][] = [
    // method, path, body, and the status for view, edit, facilitate
    ['GET', '', undefined, 200, 200, 200],
    ['GET', '/records', undefined, 200, 200, 200],
    ['GET', '/outline', undefined, 200, 200, 200],
    ['GET', '/news', undefined, 200, 200, 200],
    ['GET', '/template', undefined, 200, 200, 200],
    ['POST', '/notes', { text: 'hi' }, 403, 201, 201],
    ['PATCH', '/notes/shape:none', { text: 'hi', was: 'ho' }, 403, 409, 409],
    ['DELETE', '/notes/shape:none', undefined, 403, 204, 204],
    ['POST', '/duplicate', {}, 403, 201, 201],
    ['PATCH', '', { title: 'New' }, 403, 403, 200],
    ['POST', '/assets', { no: 'picture' }, 403, 415, 415],
  ];

  it.each(calls)('%s %s', async (method, path, json, view, edit, facilitate) => {
    const fresh = await makeBoard(server.origin);
    const address = `/api/boards/${fresh.id}${path}`;
    const withBody = json === undefined ? {} : { json };
    for (const [role, wanted] of [
      ['view', view],
      ['edit', edit],
      ['facilitate', facilitate],
    ] as const) {
      const { token } = await joinAs(server.origin, fresh, role);
      expect([role, (await call(server.origin, method, address, { token, ...withBody })).status]).toEqual([
        role,
        wanted,
      ]);
    }
    expect((await call(server.origin, method, address, withBody)).status).toBe(401);
    const stranger = await joinAs(server.origin, await makeBoard(server.origin), 'facilitate');
    const refused = await call(server.origin, method, address, { token: stranger.token, ...withBody });
    expect(refused).toMatchObject({ status: 403, body: { error: { code: 'forbidden' } } });
  });

  it('the cookie for files is good for nothing else', async () => {
    const { headers } = await join({ key: board.keys.facilitate });
    const value = /commonboard-files=([^;]+)/.exec(headers.get('set-cookie') ?? '')?.[1] ?? '';
    const path = `/api/boards/${board.id}`;
    expect((await call(server.origin, 'GET', path, { headers: { cookie: `commonboard-files=${value}` } })).status).toBe(
      401,
    );
    expect((await call(server.origin, 'GET', path, { token: value })).status).toBe(401);
  });
});

describe('a board’s life', () => {
  it('shows the links again to who holds the facilitate secret, and to nobody else', async () => {
    const { token } = leader;
    const path = `/api/boards/${board.id}/links`;
    const { body } = await post(path, { key: board.keys.facilitate }, token);
    expect(body).toEqual({ keys: board.keys, links: board.links });
    expect((await post(path, { key: board.keys.edit }, token)).status).toBe(404);
    const editor = await joinAs(server.origin, board, 'edit');
    expect((await post(path, { key: board.keys.facilitate }, editor.token)).status).toBe(403);
  });

  it('is renamed', async () => {
    const fresh = await makeBoard(server.origin);
    const { token } = await joinAs(server.origin, fresh, 'facilitate');
    const path = `/api/boards/${fresh.id}`;
    expect((await call(server.origin, 'PATCH', path, { token, json: { title: ' \u200b ' } })).status).toBe(400);
    const persian = 'برنامه\u200cها';
    const renamed = await call(server.origin, 'PATCH', path, { token, json: { title: `\u202b${persian}\u200d` } });
    expect(renamed.body).toMatchObject({ title: persian });
    expect((await call(server.origin, 'PATCH', path, { token, json: { title: ' Our  plan ' } })).body).toMatchObject({
      title: 'Our plan',
      role: 'facilitate',
    });
    expect((await call(server.origin, 'GET', path, { token })).body).toMatchObject({
      title: 'Our plan',
      template: null,
    });
  });

  it('is duplicated with its content, under new links', async () => {
    const { token } = await joinAs(server.origin, board, 'edit');
    await post(`/api/boards/${board.id}/notes`, { text: 'only here' }, token);
    const { status, body } = await post(`/api/boards/${board.id}/duplicate`, {}, token);
    const copy = createdBoardSchema.parse(body);
    expect({ status, title: copy.title }).toEqual({ status: 201, title: 'Copy of Plan' });
    expect(copy.keys.edit).not.toBe(board.keys.edit);
    const joined = await joinAs(server.origin, copy);
    const records = await call(server.origin, 'GET', `/api/boards/${copy.id}/records`, { token: joined.token });
    expect(JSON.stringify(records.body)).toContain('only here');
  });

  it('is deleted for everyone: afterwards it never was', async () => {
    const fresh = await makeBoard(server.origin);
    const { token } = await joinAs(server.origin, fresh, 'facilitate');
    const path = `/api/boards/${fresh.id}`;
    expect((await call(server.origin, 'DELETE', path, { token })).status).toBe(204);
    expect((await call(server.origin, 'GET', path, { token })).status).toBe(401);
    expect((await join({ key: fresh.keys.edit }, fresh.id)).status).toBe(404);
  });
});

describe('without a canvas', () => {
  it('a note is written into a zone and read in the outline', async () => {
    const fresh = await makeBoard(server.origin, { template: 'shared-goal-canvas' });
    const { token } = await joinAs(server.origin, fresh);
    const path = `/api/boards/${fresh.id}`;
    const pages = async () =>
      ((await call(server.origin, 'GET', `${path}/outline`, { token })).body as { pages: OutlineNode[] }).pages;
    const zone = (await pages())[0]!.children.find(({ kind }) => kind === 'zone')!;
    const { status, body } = await post(`${path}/notes`, { text: 'From outside', zone: zone.id }, token);
    expect(status).toBe(201);
    const after = (await pages())[0]!.children.find(({ id }) => id === zone.id)!;
    expect(after.children).toContainEqual(
      expect.objectContaining({ id: (body as { id: string }).id, kind: 'note', title: 'From outside' }),
    );
  });

  it.each([
    ['an empty text', { text: '' }, 400],
    ['too long a text', { text: 'x'.repeat(limits.noteCharsMax + 1) }, 400],
    ['an unknown zone', { text: 'a', zone: 'shape:none' }, 409],
  ])('a note with %s is refused', async (_, note, status) => {
    const { token } = await joinAs(server.origin, board);
    expect((await post(`/api/boards/${board.id}/notes`, note, token)).status).toBe(status);
  });
});
