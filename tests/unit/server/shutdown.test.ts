// A server that is told to stop does so, whoever still holds a connection open.
import { connect } from 'node:net';
import { expect, it } from 'vitest';
import { boardIdSchema } from '@commonboard/shared/protocol/ids.ts';
import { MemoryBoardStore } from '@commonboard/server/storage/memory.ts';
import { SyncClient, until } from '../../support/sync-client.ts';
import { call, joinAs, makeBoard, startTestServer } from '../../support/test-server.ts';

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

it('[R93] one is kept when the server stops, and with it the last person goes', async () => {
  const store = new MemoryBoardStore();
  const ending = await startTestServer({ store });
  const [used, unused] = [await makeBoard(ending.origin), await makeBoard(ending.origin)];
  for (const own of [used, unused]) {
    const { token } = await joinAs(ending.origin, own);
    await new SyncClient(ending.origin, own.id, token).ready();
    if (own === used)
      await call(ending.origin, 'POST', `/api/boards/${own.id}/notes`, { token, json: { text: 'last' } });
  }
  await ending.stop();
  expect(await store.listVersions(boardIdSchema.parse(used.id))).toMatchObject([{ kind: 'left' }]);
  expect(await store.listVersions(boardIdSchema.parse(unused.id))).toEqual([]);
});
