// deploy/nginx.conf in front of a real server: https, WebSockets, addresses that visitors claim, large pictures.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:https';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from 'selfsigned';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { repositoryRoot } from '../support/repository.ts';
import { SyncClient, until } from '../support/sync-client.ts';
import { joinAs, makeBoard, startTestServer, type TestServer } from '../support/test-server.ts';

const nginxPath = process.env.NGINX_PATH ?? '';
let server: TestServer;
let folder: string;
let nginx: ChildProcess;
let ports: { http: number; https: number };

beforeAll(async () => {
  ports = { http: await freePort(), https: await freePort() };
  server = await startTestServer({
    joinLimit: { burst: 60, perSecond: 0.001 },
    config: { trustProxyHops: 1, publicUrl: `https://localhost:${ports.https}` },
  });
  folder = await mkdtemp(join(tmpdir(), 'commonboard-nginx-'));
  const { cert, private: key } = await generate([{ name: 'commonName', value: 'localhost' }]);
  await writeFile(join(folder, 'cert.pem'), cert);
  await writeFile(join(folder, 'key.pem'), key);
  const config = join(folder, 'nginx.conf');
  await writeFile(config, await configuration());
  const tried = spawnSync(nginxPath, ['-t', '-q', '-c', config], { encoding: 'utf8' });
  if (tried.status !== 0) throw new Error(`nginx does not take the file: ${tried.stderr}`);
  nginx = spawn(nginxPath, ['-c', config, '-g', 'daemon off;'], { stdio: 'ignore' });
  await until(async () => {
    if ((await ask('/readyz')).status !== 200) throw new Error('nginx is not up.');
  });
});
afterAll(async () => {
  const ended = once(nginx, 'close');
  nginx.kill('SIGTERM');
  await ended;
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

/** The file as it is in the repository; only its ports, files and name are others. */
async function configuration(): Promise<string> {
  const example = await readFile(join(repositoryRoot, 'deploy/nginx.conf'), 'utf8');
  const own = example
    .replace('127.0.0.1:3000', new URL(server.origin).host)
    .replace('listen 80;', `listen 127.0.0.1:${ports.http};`)
    .replace('listen 443 ssl;', `listen 127.0.0.1:${ports.https} ssl;`)
    .replaceAll('board.example.org;', 'localhost;')
    .replace(/\S+fullchain\.pem/, join(folder, 'cert.pem'))
    .replace(/\S+privkey\.pem/, join(folder, 'key.pem'))
    // Where the port is part of the name, as it never is on the web.
    .replaceAll('Host $host;', 'Host $http_host;');
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (one) => `${one}_temp_path ${folder}/${one};`,
  );
  // Its workers must be able to write where they are told to.
  const user = process.getuid?.() === 0 ? 'user root;\n' : '';
  return `${user}pid ${folder}/pid;\nerror_log ${folder}/error.log;\nevents {}\nhttp {\n${temporary.join('\n')}\n${own}}\n`;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('There is no free port.');
  return address.port;
}

interface Asked {
  method?: string;
  headers?: Record<string, string>;
  body?: string | Uint8Array;
}

/** fetch would refuse the certificate. */
function ask(
  path: string,
  { method = 'GET', headers = {}, body }: Asked = {},
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const url = `https://localhost:${ports.https}${path}`;
    const sent = request(url, { method, headers, rejectUnauthorized: false, lookup: loopback }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (piece: string) => (text += piece));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
type Lookup = NonNullable<Parameters<typeof request>[1]['lookup']>;
const loopback: Lookup = (_, options, done) =>
  options.all ? done(null, [{ address: '127.0.0.1', family: 4 }]) : done(null, '127.0.0.1', 4);

const json = { 'content-type': 'application/json' };

it('sends plain http to https', async () => {
  const response = await fetch(`http://127.0.0.1:${ports.http}/b/abc`, {
    redirect: 'manual',
    headers: { host: 'localhost' },
  });
  expect(response.status).toBe(301);
  expect(response.headers.get('location')).toMatch(/^https:\/\/.*\/b\/abc$/);
});

it('makes boards whose links are of the address that people use, and their cookie is for https only', async () => {
  const { status, text } = await ask('/api/boards', { method: 'POST', headers: json, body: '{}' });
  expect(status).toBe(201);
  expect(text).toContain(`"https://localhost:${ports.https}/b/`);
});

it('passes WebSockets on, both ways, and keeps the check of the origin', async () => {
  const board = await makeBoard(server.origin);
  const { token } = await joinAs(server.origin, board);
  const direct = new SyncClient(server.origin, board.id, token);
  await until(() => expect(direct.synced).toBe(true));
  const address = `wss://localhost:${ports.https}/sync/${board.id}`;
  const connect = (origin: string): WebSocket =>
    new WebSocket(address, ['yjs', `auth.${token}`], { rejectUnauthorized: false, lookup: loopback, origin });
  const stranger = connect('https://evil.example');
  const [code] = (await once(stranger, 'close')) as [number];
  expect(code).toBe(4403);

  const through = connect(`https://localhost:${ports.https}`);
  through.binaryType = 'nodebuffer';
  const frames: Buffer[] = [];
  through.on('message', (data: Buffer) => frames.push(data));
  await once(through, 'open');
  through.send(Uint8Array.of(0, 0, 1, 0));
  await until(() => expect(frames.some((frame) => frame[0] === 0 && frame[1] === 1)).toBe(true));
  const before = frames.length;
  direct.doc.getMap('rec').set('shape:through', new Y.Map([['', { type: 'note' }]]));
  await until(() => expect(frames.slice(before).some((frame) => frame.includes('shape:through'))).toBe(true));
  through.close();
  direct.stop();
});

it('takes a picture as large as the server does', async () => {
  const board = await makeBoard(server.origin);
  const { token } = await joinAs(server.origin, board);
  const png = new Uint8Array(10 * 1024 * 1024);
  const answer = await ask(`/api/boards/${board.id}/assets`, {
    method: 'POST',
    headers: { 'content-type': 'image/png', authorization: `Bearer ${token}` },
    body: png,
  });
  // Ours, and not nginx's own 413: ten megabytes of nothing are no picture.
  expect(answer).toMatchObject({ status: 415, text: expect.stringContaining('unsupported-image') });
});

it('a visitor who claims other addresses is counted as one', async () => {
  const guess = (i: number) =>
    ask('/api/boards/AAAAAAAAAAAAAAAA/join', {
      method: 'POST',
      headers: { ...json, 'x-forwarded-for': `10.0.${i >> 8}.${i & 255}` },
      body: JSON.stringify({ key: 'A'.repeat(22) }),
    });
  const said = (await Promise.all(Array.from({ length: 80 }, (_, i) => guess(i)))).map(({ status }) => status);
  expect(new Set(said)).toEqual(new Set([404, 429]));
});
