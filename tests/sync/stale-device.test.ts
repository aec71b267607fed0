// A device that was away for days, with its copy of the board as it left it, against a server that has folded its log since.
import { afterEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { recordMaps } from '@commonboard/shared/board/layout/layout.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import type { CreatedBoard } from '@commonboard/shared/protocol/routes.ts';
import { MemoryBoardStore } from '@commonboard/server/storage/memory.ts';
import { SyncClient, until, write, written } from '../support/sync-client.ts';
import { joinAs, makeBoard, startTestServer, type TestServer } from '../support/test-server.ts';

const stops: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

interface Days {
  server: TestServer;
  board: CreatedBoard;
  /** The copy of a device that left on the first day. */
  copy: () => Y.Doc;
}

async function enter({ server, board }: Omit<Days, 'copy'>, doc?: Y.Doc): Promise<SyncClient> {
  const { token } = await joinAs(server.origin, board);
  const client = new SyncClient(server.origin, board.id, token, doc ? { doc } : {});
  stops.push(() => client.stop());
  return client.ready();
}

async function settled(client: SyncClient): Promise<void> {
  await until(() => expect(client.settled).toBe(client.sent));
}

function shape(client: SyncClient | Y.Doc, id: string): Y.Map<unknown> | undefined {
  return recordMaps(client instanceof SyncClient ? client.doc : client).get(id);
}

/** Day one: a device takes its copy. Later: others delete, change and write so much that the log is folded. */
async function daysPass(): Promise<Days> {
  const store = new MemoryBoardStore();
  const server = await startTestServer({ store, roomIdleMs: 10 });
  stops.push(() => server.stop());
  const board = await makeBoard(server.origin);
  const first = await enter({ server, board });
  for (const id of ['shape:deleted', 'shape:changed', 'shape:mine']) {
    const map = new Y.Map<unknown>([
      ['', id],
      ['p.color', 'yellow'],
    ]);
    recordMaps(first.doc).set(id, map);
  }
  await settled(first);
  const left = Y.encodeStateAsUpdate(first.doc);
  first.stop();

  const other = await enter({ server, board });
  recordMaps(other.doc).delete('shape:deleted');
  shape(other, 'shape:changed')?.set('p.color', 'blue');
  for (let i = 0; i < limits.logRowsBeforeSnapshot; i++) write(other.doc, `k${i}`, i);
  await settled(other);
  other.stop();
  await until(async () => expect((await store.loadDocument(board.id)).updates).toHaveLength(0));
  const copy = (): Y.Doc => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, left);
    return doc;
  };
  return { server, board, copy };
}

describe('a device that comes back after days', () => {
  it('and did nothing takes over what others did: nothing deleted returns, nothing changed is overwritten', async () => {
    const days = await daysPass();
    const stale = await enter(days, days.copy());
    await settled(stale);
    const fresh = await enter(days);
    for (const client of [stale, fresh]) {
      expect(shape(client, 'shape:deleted')).toBeUndefined();
      expect(shape(client, 'shape:changed')?.get('p.color')).toBe('blue');
      expect(Object.keys(written(client.doc))).toHaveLength(limits.logRowsBeforeSnapshot);
    }
    expect(Y.encodeStateVector(stale.doc)).toEqual(Y.encodeStateVector(fresh.doc));
  });

  it('merges what it did meanwhile, and only that', async () => {
    const days = await daysPass();
    const doc = days.copy();
    shape(doc, 'shape:mine')?.set('p.color', 'green');
    shape(doc, 'shape:changed')?.set('p.size', 'l');
    shape(doc, 'shape:deleted')?.set('p.color', 'red');
    recordMaps(doc).set('shape:new', new Y.Map([['', 'new']]));
    const stale = await enter(days, doc);
    await settled(stale);
    const fresh = await enter(days);
    for (const client of [stale, fresh]) {
      expect(shape(client, 'shape:deleted')).toBeUndefined();
      expect(shape(client, 'shape:changed')?.toJSON()).toEqual({
        '': 'shape:changed',
        'p.color': 'blue',
        'p.size': 'l',
      });
      expect(shape(client, 'shape:mine')?.get('p.color')).toBe('green');
      expect(shape(client, 'shape:new')?.get('')).toBe('new');
    }
    expect(stale.refusals).toEqual([]);
  });
});
