// What the server says of itself and how it serves the page: health, settings, OpenAPI, headers.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '@commonboard/shared/protocol/routes.ts';
import { call, makeBoard, startTestServer, type TestServer } from '../support/test-server.ts';

let server: TestServer;
let clientDir: string;
beforeAll(async () => {
  clientDir = await mkdtemp(join(tmpdir(), 'commonboard-client-'));
  await mkdir(join(clientDir, 'assets'));
  await writeFile(join(clientDir, 'index.html'), '<!doctype html><title>Commonboard</title>');
  await writeFile(join(clientDir, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  await writeFile(join(clientDir, 'assets/app-1234.js'), 'export const a = 1;');
  await writeFile(join(clientDir, 'assets/app-1234.js.br'), 'compressed');
  server = await startTestServer({ config: { clientDir, tldrawLicenseKey: 'tldraw-key' } });
});
afterAll(async () => {
  await server.stop();
  await rm(clientDir, { recursive: true, force: true });
});
const get = (path: string, headers: Record<string, string> = {}) => call(server.origin, 'GET', path, { headers });

describe('the page', () => {
  it('unknown addresses: a friendly page with 404, and JSON below /api', async () => {
    expect(await get('/nothing/here')).toMatchObject({ status: 404, body: expect.stringContaining('<title>') });
    expect(await get('/api/nothing')).toMatchObject({ status: 404, body: { error: { code: 'not-found' } } });
  });

  it.each(['/..%2f..%2fpackage.json', '/assets/..%2f..%2f..%2fetc%2fpasswd', '/%00'])(
    '%s leads nowhere',
    async (path) => expect((await get(path)).status).toBeGreaterThanOrEqual(400),
  );

  it.each(['/', '/b/AAAAAAAAAAAAAAAA'])('%s is the page, asked for each time', async (path) => {
    const { status, headers } = await get(path);
    expect([status, headers.get('cache-control')]).toEqual([200, 'no-cache']);
  });

  it('files with a hash are kept for ever and come compressed', async () => {
    const plain = await get('/assets/app-1234.js', { 'accept-encoding': 'identity' });
    expect(plain.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(plain.headers.get('content-type')).toMatch(/javascript/);
    expect(plain.headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self'/);
    expect((await get('/favicon.svg')).headers.get('cache-control')).toBe('no-cache');
  });
});

describe('headers of every answer', () => {
  it.each(['/', '/api/config', '/nothing', '/api/nothing', '/healthz'])('%s', async (path) => {
    const { headers } = await get(path);
    const policy = headers.get('content-security-policy') ?? '';
    for (const part of [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self' 'unsafe-inline'",
      "img-src 'self' data: blob:",
      "font-src 'self' data:",
      "connect-src 'self' data: blob:",
      "worker-src 'self' blob:",
      "object-src 'none'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ]) {
      expect(policy.split('; ')).toContain(part);
    }
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('strict-transport-security')).toBeNull();
  });

  it('behind https: HSTS, secure cookies and links with the public address', async () => {
    const secure = await startTestServer({ config: { publicUrl: 'https://board.example' } });
    try {
      const board = await makeBoard(secure.origin);
      expect(board.links.view).toBe(`https://board.example/b/${board.id}#${board.keys.view}`);
      const joined = await call(secure.origin, 'POST', `/api/boards/${board.id}/join`, {
        json: { key: board.keys.view },
      });
      expect(joined.headers.get('set-cookie')).toMatch(/Secure/);
      expect(joined.headers.get('strict-transport-security')).toMatch(/max-age/);
    } finally {
      await secure.stop();
    }
  });
});

describe('what it says of itself', () => {
  it('is alive, is ready, and gives the page its settings', async () => {
    expect((await get('/healthz')).body).toEqual({ ok: true });
    expect((await get('/readyz')).body).toEqual({ ready: true });
    expect((await get('/api/config')).body).toEqual({
      tldrawLicenseKey: 'tldraw-key',
      publicUrl: null,
      needsCreateKey: false,
    });
  });

  it('describes every route of the table', async () => {
    const { body } = await get('/api/openapi.json');
    const { paths } = body as { paths: Record<string, Record<string, { operationId: string; responses: object }>> };
    const operations = Object.values(paths).flatMap((path) =>
      Object.values(path).map(({ operationId }) => operationId),
    );
    expect(operations.sort()).toEqual(Object.keys(routes).sort());
    expect(paths['/api/boards/{id}/join']?.['post']).toMatchObject({
      parameters: [{ name: 'id' }],
      requestBody: { content: { 'application/json': { schema: { required: ['key'] } } } },
    });
  });

  it('logs no secret, name, title or address of a board', async () => {
    const board = await makeBoard(server.origin, { title: 'Secret title' });
    await call(server.origin, 'POST', `/api/boards/${board.id}/join`, { json: { key: board.keys.edit, name: 'Ada' } });
    const logged = server.logged.join('');
    for (const word of ['Secret title', 'Ada', board.id, ...Object.values(board.keys)])
      expect(logged).not.toContain(word);
  });
});
