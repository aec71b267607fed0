// The https front that licence tests stand behind has to carry what a reverse proxy carries.
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { request } from 'node:https';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:tls';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startTlsProxy, type TlsProxy } from '../../support/tls-proxy.ts';

let upstream: Server;
let proxy: TlsProxy;

beforeEach(async () => {
  upstream = createServer((incoming, answer) => {
    answer.writeHead(201, { 'x-path': incoming.url, 'x-proto': incoming.headers['x-forwarded-proto'] });
    incoming.pipe(answer);
  });
  upstream.on('upgrade', (incoming, socket) => {
    if (incoming.url === '/refused') {
      socket.end('HTTP/1.1 401 Unauthorized\r\nconnection: close\r\n\r\n');
      return;
    }
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nupgrade: ${incoming.headers.upgrade}\r\nconnection: upgrade\r\n\r\n`,
    );
    socket.pipe(socket);
  });
  upstream.listen(0, '127.0.0.1');
  await once(upstream, 'listening');
  proxy = await startTlsProxy('board.test');
  proxy.forwardTo(`http://127.0.0.1:${(upstream.address() as AddressInfo).port}`);
});

afterEach(async () => {
  await proxy.close();
  upstream.closeAllConnections();
  upstream.close();
});

const port = (): number => Number(new URL(proxy.origin).port);

it('passes requests and answers on, and says that they came by https', async () => {
  const outgoing = request({
    host: '127.0.0.1',
    port: port(),
    path: '/a?b',
    method: 'POST',
    rejectUnauthorized: false,
  });
  outgoing.end('body');
  const [answer] = await once(outgoing, 'response');
  expect([answer.statusCode, answer.headers['x-path'], answer.headers['x-proto']]).toEqual([201, '/a?b', 'https']);
  expect((await answer.toArray()).join('')).toBe('body');
});

it('has a certificate for the name of the host', async () => {
  const socket = connect({ host: '127.0.0.1', port: port(), servername: 'board.test', rejectUnauthorized: false });
  await once(socket, 'secureConnect');
  expect(socket.getPeerCertificate().subjectaltname).toBe('DNS:board.test');
  socket.destroy();
});

it('passes a WebSocket on, both ways', async () => {
  expect(await upgrade('/sync', 'hello')).toMatch(/^HTTP\/1\.1 101 [\s\S]*upgrade: websocket[\s\S]*\r\n\r\nhello$/);
});

it('passes a refused upgrade on', async () => {
  expect(await upgrade('/refused', '')).toMatch(/^HTTP\/1\.1 401 /);
});

/** Asks for an upgrade, says one thing and gives everything that comes back until it has come back too. */
async function upgrade(path: string, say: string): Promise<string> {
  const socket = connect({ host: '127.0.0.1', port: port(), rejectUnauthorized: false });
  await once(socket, 'secureConnect');
  socket.write(`GET ${path} HTTP/1.1\r\nhost: board.test\r\nupgrade: websocket\r\nconnection: upgrade\r\n\r\n`);
  let heard = '';
  for await (const chunk of socket.setEncoding('utf8')) {
    heard += String(chunk);
    if (heard.endsWith('\r\n\r\n')) socket.write(say);
    if (say !== '' && heard.endsWith(say)) break;
  }
  return heard;
}
