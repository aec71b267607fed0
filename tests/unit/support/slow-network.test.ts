// The slow line that browser tests type over has to be slow, and must not mix up what it carries.
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startSlowNetwork, type SlowNetwork } from '../../support/slow-network.ts';

const oneWayMs = 40;
let echo: Server;
let network: SlowNetwork;
let socket: Socket;

beforeEach(async () => {
  echo = createServer({ allowHalfOpen: true }, (near) => void near.pipe(near));
  echo.listen(0, '127.0.0.1');
  await once(echo, 'listening');
  network = await startSlowNetwork(`http://127.0.0.1:${(echo.address() as AddressInfo).port}`, oneWayMs);
  socket = connect({ port: Number(new URL(network.origin).port), host: '127.0.0.1', allowHalfOpen: true });
  await once(socket, 'connect');
});

afterEach(async () => {
  socket.destroy();
  await network.close();
  echo.close();
});

it('holds every byte back, there and back again', async () => {
  const sentAt = performance.now();
  socket.write('hello');
  const [chunk] = await once(socket, 'data');
  expect(String(chunk)).toBe('hello');
  // A timer may go off a fraction of a millisecond early.
  expect(performance.now() - sentAt).toBeGreaterThan(oneWayMs * 2 - 5);
});

it('keeps the order of a thousand pieces and carries what was sent before the end', async () => {
  const pieces = Array.from({ length: 1_000 }, (_, index) => `${index},`);
  for (const piece of pieces) socket.write(piece);
  socket.end();
  expect((await socket.setEncoding('utf8').toArray()).join('')).toBe(pieces.join(''));
});

it('says the same path at its own end', () => {
  const { port } = echo.address() as AddressInfo;
  expect(network.through(`http://127.0.0.1:${port}/b/x#y`)).toBe(`${network.origin}/b/x#y`);
});
