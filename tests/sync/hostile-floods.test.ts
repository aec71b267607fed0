// Connections that are not meant: reset while they are let in, never finished, malformed. The server goes on, honest people do not
// notice, and nothing is kept of them.
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ServerProcess, startServer } from '../support/server-process.ts';
import { SyncClient, until, write, written } from '../support/sync-client.ts';
import { joinAs, makeBoard } from '../support/test-server.ts';

const metricsToken = 'figures-for-this-test';
let server: ServerProcess;
let board: Awaited<ReturnType<typeof makeBoard>>;
/** Of who floods; the honest have their own. */
let token: string;
let [ana, ben]: SyncClient[] = [];

beforeAll(async () => {
  server = await startServer({ METRICS_TOKEN: metricsToken });
  board = await makeBoard(server.origin);
  ({ token } = await joinAs(server.origin, board));
  [ana, ben] = await Promise.all(
    ['Ana', 'Ben'].map(async (name) => {
      const own = await joinAs(server.origin, board, 'edit', { name });
      return new SyncClient(server.origin, board.id, own.token).ready();
    }),
  );
});
afterAll(async () => {
  for (const client of [ana, ben]) client?.stop();
  await server.stop();
});

function open(): Socket {
  const { hostname, port } = new URL(server.origin);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined);
  return socket;
}

function handshake({ target = `/sync/${board.id}`, key = 'AAAAAAAAAAAAAAAAAAAAAA==', more = '' } = {}): string {
  return [
    `GET ${target} HTTP/1.1`,
    `Host: ${new URL(server.origin).host}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    `Sec-WebSocket-Key: ${key}`,
    `Sec-WebSocket-Protocol: yjs, auth.${token}`,
    `${more}\r\n`,
  ].join('\r\n');
}

/** Somebody writes and somebody else sees it; once only they are counted as here, what became of their sockets. */
async function honestPeople(word: string): Promise<unknown[]> {
  if (!ana || !ben) throw new Error('Nobody is here.');
  const { doc } = ben;
  write(ana.doc, word, 1);
  await until(() => expect(written(doc)).toHaveProperty(word, 1));
  await until(async () => {
    const response = await fetch(`${server.origin}/metrics`, { headers: { authorization: `Bearer ${metricsToken}` } });
    expect(await response.text()).toMatch(/^commonboard_connections 2$/m);
  });
  return [ana.closed, ben.closed];
}
const undisturbed = [null, null];

it('a thousand that are reset in the moment of being let in', { timeout: 120_000 }, async () => {
  for (let round = 0; round < 20; round++) {
    const sockets = Array.from({ length: 50 }, () => open());
    await Promise.all(sockets.map((socket) => once(socket, 'connect')));
    for (const socket of sockets) socket.write(handshake(), () => socket.resetAndDestroy());
    await until(() => expect(sockets.every(({ closed }) => closed)).toBe(true));
  }
  expect(await honestPeople('resets')).toEqual(undisturbed);
});

it.each([
  ['a key that is none', { key: 'x'.repeat(8_000) }],
  [
    'a target of another host',
    { target: '//evil.example/sync/AAAAAAAAAAAAAAAA', more: 'Origin: http://evil.example\r\n' },
  ],
  ['the page of another host', { more: 'Origin: http://evil.example\r\n' }],
  ['an origin of nobody', { more: 'Origin: null\r\n' }],
  ['ways around folders', { target: '/sync/..%2f..%2fetc/passwd' }],
])('%s gets no open socket', async (_, parts) => {
  const socket = open();
  let said = '';
  socket.setEncoding('latin1').on('data', (piece: string) => (said += piece));
  socket.write(handshake(parts));
  // Refused with a status, or let in only to be closed at once: 0x88 begins a close frame.
  await until(() => expect(said).toMatch(/^HTTP\/1\.1 4\d\d|\x88/));
  expect(said).not.toContain('\x82');
  socket.destroy();
  expect(await honestPeople('refused')).toEqual(undisturbed);
});

it(
  'four hundred that never finish their question are let go of, and nobody waits for them',
  { timeout: 120_000 },
  async () => {
    const slow = Array.from({ length: 400 }, () => open());
    await Promise.all(slow.map((socket) => once(socket, 'connect')));
    for (const socket of slow) socket.write('POST /api/boards HTTP/1.1\r\nHost: x\r\nX-Slow: ');
    const dribble = setInterval(() => {
      for (const socket of slow) if (!socket.destroyed) socket.write('a');
    }, 500);
    try {
      expect(await honestPeople('while')).toEqual(undisturbed);
      expect((await makeBoard(server.origin)).id).toHaveLength(16);
      await expect.poll(() => slow.filter((socket) => !socket.closed).length, { timeout: 90_000 }).toBe(0);
    } finally {
      clearInterval(dribble);
      for (const socket of slow) socket.destroy();
    }
    expect(await honestPeople('after')).toEqual(undisturbed);
  },
);
