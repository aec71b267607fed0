// A server that is told to stop does so, whoever still holds a connection open.
import { connect } from 'node:net';
import { expect, it } from 'vitest';
import { until } from '../../support/sync-client.ts';
import { startTestServer } from '../../support/test-server.ts';

it('[R29] a connection that never says anything does not hold up the end', async () => {
  const server = await startTestServer();
  const silent = connect(Number(new URL(server.origin).port), '127.0.0.1');
  let isOpen = false;
  silent.on('connect', () => {
    isOpen = true;
    silent.write('GET /sync/AAAAAAAAAAAAAAAA HTTP/1.1\r\nHost: x\r\n');
  });
  silent.on('error', () => undefined);
  silent.on('close', () => {
    isOpen = false;
  });
  await until(() => expect(isOpen).toBe(true));
  await server.stop();
  await until(() => expect(isOpen).toBe(false));
});
