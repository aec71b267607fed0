// Pictures over HTTP: what is refused, what is stored, who may see it. Bad input first.
import { once } from 'node:events';
import { request } from 'node:http';
import { mkdir, readdir, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import type { CreatedBoard, Joined } from '@commonboard/shared/protocol/routes.ts';
import { jpegImage, mislabelledImage, pngImage, svgImage, webpImage } from '../support/sample-images.ts';
import { call, joinAs, makeBoard, startTestServer, type TestServer } from '../support/test-server.ts';

let server: TestServer;
let board: CreatedBoard;
let editor: Joined;
beforeAll(async () => {
  server = await startTestServer();
  board = await makeBoard(server.origin);
  editor = await joinAs(server.origin, board);
});
afterAll(() => server.stop());

const red = pngImage(20, 10, [255, 0, 0]);

interface Uploaded {
  id: string;
  src: string;
  type: string;
  width: number;
  height: number;
}

async function upload(bytes: Uint8Array, type: string | null = null, token = editor.token, id: string = board.id) {
  const response = await fetch(`${server.origin}/api/boards/${id}/assets`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, ...(type === null ? {} : { 'content-type': type }) },
    body: new Uint8Array(bytes),
  });
  return { status: response.status, body: (await response.json()) as Uploaded };
}
const stored = (id: string = board.id) => readdir(join(server.dataDir, 'assets', id)).catch(() => []);
/** A PNG header that claims a size, and nothing behind it. */
function claimedPng(width: number, height: number): Uint8Array {
  const bytes = Buffer.from(red);
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

describe('what is no picture', () => {
  it.each([
    ['an SVG', svgImage, 'image/svg+xml'],
    ['an SVG that says it is a PNG', svgImage, 'image/png'],
    ['a page behind the first bytes of a PNG', mislabelledImage, 'image/png'],
    ['a PNG that says it is a JPEG', red, 'image/jpeg'],
    ['a PNG that says it is a page', red, 'text/html'],
    ['a JPEG that is cut off', jpegImage.subarray(0, 40), 'image/jpeg'],
    ['a PNG that is cut off', red.subarray(0, 20), 'image/png'],
    ['a WebP that is cut off', webpImage.subarray(0, 18), 'image/webp'],
    ['a PNG without a size', claimedPng(0, 10), 'image/png'],
    ['text', Buffer.from('hello'), 'image/png'],
    ['nothing', Buffer.alloc(0), 'image/png'],
  ])('%s is refused with 415', async (_, bytes, type) =>
    expect(await upload(bytes, type)).toMatchObject({ status: 415, body: { error: { code: 'unsupported-image' } } }),
  );

  it.each([
    [8_000, 8_000],
    [20_000, 10],
  ])('%d x %d pixels are too many', async (width, height) =>
    expect(await upload(claimedPng(width, height))).toMatchObject({
      status: 413,
      body: { error: { code: 'large-picture' } },
    }),
  );

  it('60 MB are cut off early, announced or not', async () => {
    const announced = await upload(new Uint8Array(60 * 1024 * 1024), 'image/png').catch(() => ({ status: 413 }));
    expect(announced.status).toBe(413);
    const { status, sent } = await streamed(60 * 1024 * 1024);
    expect(status).toBe(413);
    expect(sent).toBeLessThan(40 * 1024 * 1024);
  });

  it('leaves nothing behind', async () => expect(await stored()).toEqual([]));
});

/** Sends chunks without saying how many, until the server answers. */
function streamed(bytes: number): Promise<{ status: number; sent: number }> {
  const { promise, resolve, reject } = Promise.withResolvers<{ status: number; sent: number }>();
  const chunk = Buffer.alloc(256 * 1024, 1);
  let sent = 0;
  let answered = false;
  const outgoing = request(`${server.origin}/api/boards/${board.id}/assets`, {
    method: 'POST',
    headers: { authorization: `Bearer ${editor.token}`, 'transfer-encoding': 'chunked' },
  });
  outgoing.on('response', (response) => {
    answered = true;
    resolve({ status: response.statusCode ?? 0, sent });
    outgoing.destroy();
  });
  outgoing.on('error', (error) => {
    if (!answered) reject(error);
  });
  const more = (): void => {
    if (answered || sent >= bytes) return;
    sent += chunk.length;
    outgoing.write(chunk, more);
  };
  more();
  return promise;
}

describe('a picture', () => {
  it.each([
    ['PNG', red, 'image/png', 20, 10],
    ['JPEG', jpegImage, 'image/jpeg', 32, 16],
    ['WebP', webpImage, 'image/webp', 32, 16],
  ])('as %s is stored under its hash and comes back as it was', async (_, bytes, type, width, height) => {
    const { status, body } = await upload(bytes, type);
    expect({ status, body }).toMatchObject({ status: 201, body: { type, width, height, src: `asset:${body.id}` } });
    const response = await fetch(`${server.origin}/api/boards/${board.id}/assets/${body.id}`, {
      headers: { authorization: `Bearer ${editor.token}` },
    });
    expect(Buffer.from(await response.arrayBuffer()).equals(bytes)).toBe(true);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': type,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'private, max-age=31536000, immutable',
    });
  });

  it('is stored once, and asked for again costs nothing', async () => {
    const first = await upload(red);
    const second = await upload(red, 'application/octet-stream');
    expect(second.body).toEqual(first.body);
    const response = await fetch(`${server.origin}/api/boards/${board.id}/assets/${first.body.id}`, {
      headers: { authorization: `Bearer ${editor.token}`, 'if-none-match': `"${first.body.id}"` },
    });
    expect(response.status).toBe(304);
  });

  it('is shown to the board’s cookie and bearers, viewers too, and to nobody else', async () => {
    const { body } = await upload(red);
    const path = `/api/boards/${board.id}/assets/${body.id}`;
    const joined = await call(server.origin, 'POST', `/api/boards/${board.id}/join`, {
      json: { key: board.keys.view },
    });
    const cookie = (joined.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    expect((await call(server.origin, 'GET', path, { headers: { cookie } })).status).toBe(200);
    expect((await call(server.origin, 'GET', path, { token: (joined.body as Joined).token })).status).toBe(200);
    expect((await call(server.origin, 'GET', path)).status).toBe(401);
    const other = await makeBoard(server.origin);
    const stranger = await joinAs(server.origin, other);
    expect((await call(server.origin, 'GET', path, { token: stranger.token })).status).toBe(403);
    const elsewhere = `/api/boards/${other.id}/assets/${body.id}`;
    expect((await call(server.origin, 'GET', elsewhere, { token: stranger.token })).status).toBe(404);
  });

  it.each(['..%2f..%2fcommonboard.db', `${'0'.repeat(32)}.svg`, `${'0'.repeat(32)}.png`])(
    '%s is not there',
    async (name) => {
      const { status } = await call(server.origin, 'GET', `/api/boards/${board.id}/assets/${name}`, {
        token: editor.token,
      });
      expect(status).toBe(404);
    },
  );

  it('goes with the board when it is duplicated and deleted', async () => {
    const fresh = await makeBoard(server.origin);
    const owner = await joinAs(server.origin, fresh, 'facilitate');
    const { body } = await upload(red, null, owner.token, fresh.id);
    const copied = await call(server.origin, 'POST', `/api/boards/${fresh.id}/duplicate`, {
      token: owner.token,
      json: {},
    });
    const copy = copied.body as CreatedBoard;
    await call(server.origin, 'DELETE', `/api/boards/${fresh.id}`, { token: owner.token });
    expect(await stored(fresh.id)).toEqual([]);
    expect(await stored(copy.id)).toEqual([body.id]);
  });
});

describe('a board’s pictures together', () => {
  it('have a bound: 413 with a sentence, and nothing is stored', async () => {
    const full = await makeBoard(server.origin);
    const { token } = await joinAs(server.origin, full);
    const folder = join(server.dataDir, 'assets', full.id);
    await mkdir(folder, { recursive: true });
    const large = join(folder, `${'0'.repeat(32)}.png`);
    await writeFile(large, '');
    await truncate(large, limits.assetBytesPerBoardMax - red.length + 1);
    const refused = {
      status: 413,
      body: { error: { code: 'pictures-full', message: expect.stringMatching(/500 MB/) } },
    };
    expect(await upload(red, 'image/png', token, full.id)).toMatchObject(refused);
    await truncate(large, limits.assetBytesPerBoardMax - red.length);
    expect((await upload(red, 'image/png', token, full.id)).status).toBe(201);
    expect(await stored(full.id)).toHaveLength(2);
  });

  it('go with the board, also one that was still on its way', async () => {
    const gone = await makeBoard(server.origin);
    const { token } = await joinAs(server.origin, gone, 'facilitate');
    const outgoing = request(`${server.origin}/api/boards/${gone.id}/assets`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-length': String(red.length), expect: '100-continue' },
    });
    const status = new Promise<number | undefined>((resolve, reject) => {
      outgoing.once('response', (response) => resolve(response.resume().statusCode)).once('error', reject);
    });
    outgoing.flushHeaders();
    // The server has the head of it; by the next answer it has looked at the right.
    await once(outgoing, 'continue');
    outgoing.write(red.subarray(0, 20));
    expect((await call(server.origin, 'GET', `/api/boards/${gone.id}`, { token })).status).toBe(200);
    expect((await call(server.origin, 'DELETE', `/api/boards/${gone.id}`, { token })).status).toBe(204);
    outgoing.end(red.subarray(20));
    expect(await status).toBe(404);
    expect(await readdir(join(server.dataDir, 'assets'))).not.toContain(gone.id);
  });
});
