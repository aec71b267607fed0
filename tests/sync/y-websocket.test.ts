// y-websocket 3.1 as an outside program uses it: a provider in Node that knows nothing of our messages.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { WebsocketProvider } from 'y-websocket';
import type { CreatedBoard } from '@commonboard/shared/protocol/routes.ts';
import { createLocalBus } from '@commonboard/server/scale-out/local.ts';
import { MemoryBoardStore } from '@commonboard/server/storage/memory.ts';
import { plainProvider, SyncClient, until, write, written } from '../support/sync-client.ts';
import { joinAs, makeBoard, startTestServer, type TestServer } from '../support/test-server.ts';

let server: TestServer;
let board: CreatedBoard;
const providers: WebsocketProvider[] = [];
const clients: SyncClient[] = [];

beforeEach(async () => {
  server = await startTestServer();
  board = await makeBoard(server.origin, { template: 'stakeholder-grid' });
});
afterEach(async () => {
  for (const provider of providers.splice(0)) provider.destroy();
  for (const client of clients.splice(0)) client.stop();
  await server.stop();
});

async function provide(role: 'edit' | 'view', origin = server.origin): Promise<WebsocketProvider> {
  const { token } = await joinAs(origin, board, role);
  const provider = plainProvider(origin, board.id, token);
  providers.push(provider);
  await until(() => expect(provider.synced).toBe(true));
  return provider;
}

describe('a plain provider', () => {
  it('[R12] with a view token gets the board and changes nothing: it is stopped with 4403 when it writes', async () => {
    const [viewer, editor] = await Promise.all([provide('view'), provide('edit')]);
    expect(viewer.doc.getMap('rec').size).toBeGreaterThan(2);
    const codes: number[] = [];
    viewer.on('connection-close', (event) => {
      if (event) codes.push(event.code);
    });
    write(viewer.doc, 'b', 2);
    await until(() => expect(codes).toEqual([4403]));
    expect(viewer.shouldConnect).toBe(false);
    expect(written(editor.doc)).toEqual({});
    expect(written((await provide('edit')).doc)).toEqual({});
  });

  it('[R9] with an edit token converges with another, and with a client that speaks all of the protocol', async () => {
    const [one, two] = await Promise.all([provide('edit'), provide('edit')]);
    const { token } = await joinAs(server.origin, board);
    const full = await new SyncClient(server.origin, board.id, token).ready();
    clients.push(full);
    write(one.doc, 'a', 1);
    write(two.doc, 'b', 2);
    write(full.doc, 'c', 3);
    await until(() => {
      for (const { doc } of [one, two, full]) expect(written(doc)).toEqual({ a: 1, b: 2, c: 3 });
    });
  });

  it('[R21] sees other people, with the server’s word for who they are', async () => {
    const [one, two] = await Promise.all([provide('edit'), provide('edit')]);
    one.awareness.setLocalState({ user: { name: 'somebody else' }, page: 'page:a' });
    await until(() =>
      expect(two.awareness.getStates().get(one.doc.clientID)).toMatchObject({
        page: 'page:a',
        user: { name: expect.stringMatching(/^Guest \d$/) },
      }),
    );
    one.destroy();
    await until(() => expect(two.awareness.getStates().has(one.doc.clientID)).toBe(false));
  });
});

describe('two servers on one store and one bus', () => {
  it('converge, and see each other’s people', async () => {
    const store = new MemoryBoardStore();
    const bus = createLocalBus();
    const [here, there] = await Promise.all([startTestServer({ store, bus }), startTestServer({ store, bus })]);
    try {
      board = await makeBoard(here.origin);
      const one = await provide('edit', here.origin);
      write(one.doc, 'a', 1);
      one.awareness.setLocalState({ page: 'page:a' });
      const two = await provide('edit', there.origin);
      write(two.doc, 'b', 2);
      await until(() => {
        expect(written(one.doc)).toEqual({ a: 1, b: 2 });
        expect(written(two.doc)).toEqual({ a: 1, b: 2 });
        expect(two.awareness.getStates().get(one.doc.clientID)).toMatchObject({ page: 'page:a' });
      });
      one.destroy();
      await until(() => expect(two.awareness.getStates().has(one.doc.clientID)).toBe(false));
    } finally {
      for (const provider of providers.splice(0)) provider.destroy();
      await here.stop();
      await there.stop();
    }
  });
});
