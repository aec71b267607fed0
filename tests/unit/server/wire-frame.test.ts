// What is put on the wire by hand is what a WebSocket client reads.
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { wireFrame, wireFrameBytesMax } from '@commonboard/server/sync/socket/wire-frame.ts';

const lengths = [0, 1, 125, 126, 127, 255, 256, 40_000, wireFrameBytesMax];

it.each(lengths)('a message of %i bytes arrives as it is, and so does the one behind it', async (length) => {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  try {
    await once(server, 'listening');
    const message = Uint8Array.from({ length }, (_, i) => i * 7);
    server.on('connection', (_, { socket }) => {
      socket.write(wireFrame(message));
      socket.write(wireFrame(Uint8Array.of(1, 2, 3)));
    });
    const client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
    const heard: Buffer[] = [];
    client.on('message', (data: Buffer, isBinary) => {
      expect(isBinary).toBe(true);
      heard.push(data);
      if (heard.length === 2) client.close();
    });
    await once(client, 'close');
    expect(heard.map((one) => [...one])).toEqual([[...message], [1, 2, 3]]);
  } finally {
    server.close();
  }
});

it('is put together once for all who get it', () => {
  const message = Uint8Array.of(1, 2, 3);
  expect(wireFrame(message)).toBe(wireFrame(message));
});
