// What a board is when something of it was damaged on the disk: open with all that can be read, said in the log, and made
// whole again by whoever still holds the rest.
import { afterEach, beforeEach, expect, it } from 'vitest';
import * as Y from 'yjs';
import { closeCodes } from '@commonboard/shared/protocol/close-codes.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { type BoardId, boardIdSchema } from '@commonboard/shared/protocol/ids.ts';
import type { CreatedBoard } from '@commonboard/shared/protocol/routes.ts';
import { MemoryBoardStore, type MemoryTables } from '@commonboard/server/storage/memory.ts';
import { SyncClient, until, write, written } from '../support/sync-client.ts';
import { joinAs, makeBoard, startTestServer, type TestServer } from '../support/test-server.ts';

let server: TestServer;
let tables: MemoryTables;
let store: MemoryBoardStore;
let board: CreatedBoard;
let id: BoardId;
const clients: SyncClient[] = [];

beforeEach(async () => {
  tables = { boards: new Map(), tokens: new Map() };
  store = new MemoryBoardStore(tables);
  server = await startTestServer({ store, roomIdleMs: 5 });
  board = await makeBoard(server.origin);
  id = boardIdSchema.parse(board.id);
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.stop();
  await server.stop();
});

async function enter(doc = new Y.Doc()): Promise<SyncClient> {
  const { token } = await joinAs(server.origin, board);
  const client = new SyncClient(server.origin, board.id, token, { doc });
  clients.push(client);
  return client.ready();
}
/** Each key in a row of its own. */
async function writeEach(client: SyncClient, keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    write(client.doc, key, 1);
    await until(() => expect(client.settled).toBe(client.sent));
  }
}
/** Writes, and leaves. */
async function visit(keys: readonly string[], doc = new Y.Doc()): Promise<void> {
  const client = await enter(doc);
  await writeEach(client, keys);
  client.stop();
}
/** The same store under a new server: nothing is left in memory. */
async function restart(): Promise<void> {
  await server.stop();
  server = await startTestServer({ store, roomIdleMs: 5 });
}
function stored() {
  const found = tables.boards.get(id);
  if (!found) throw new Error('There is no board.');
  return found;
}
const flip = (row: { bytes: Uint8Array } | null | undefined): void => {
  if (!row) throw new Error('There is nothing to damage.');
  row.bytes = row.bytes.map((byte, at) => (at === 3 ? byte ^ 4 : byte));
};
const logged = (event: string) =>
  server.logged.map((line) => JSON.parse(line) as Record<string, unknown>).filter((line) => line['event'] === event);

it('[R61] [R62] a damaged row: the board opens, what depends on it is kept aside, and its writer brings it back', async () => {
  const writer = new Y.Doc();
  await visit(['k1', 'k2', 'k3', 'k4', 'k5'], writer);
  await restart();
  flip(stored().updates.find(({ seq }) => seq === 3));
  const other = await enter();
  expect(Object.keys(written(other.doc)).sort()).toEqual(['k1', 'k2']);
  expect(logged('board damaged')).toMatchObject([{ snapshot: false, rows: 1, missing: 0, waiting: 2 }]);
  write(other.doc, 'meanwhile', 1);
  await until(() => expect(other.settled).toBe(other.sent));
  expect(other.doc.store.pendingStructs).toBeNull();
  // The good state is written anew, and what was left out is in nobody's way.
  await until(() =>
    expect(stored().quarantine.map(({ row, why }) => [row.seq, why])).toEqual([
      [3, 'damaged'],
      [4, 'waits'],
      [5, 'waits'],
    ]),
  );
  const folded = new Y.Doc();
  Y.applyUpdateV2(folded, stored().snapshot.bytes);
  expect(folded.store.pendingStructs).toBeNull();
  const back = await enter(writer);
  await until(() => expect(back.settled).toBe(back.sent));
  const wanted = ['k1', 'k2', 'k3', 'k4', 'k5', 'meanwhile'];
  expect(Object.keys(written((await enter()).doc)).sort()).toEqual(wanted);
  await restart();
  expect(Object.keys(written((await enter()).doc)).sort()).toEqual(wanted);
  expect(logged('board damaged')).toEqual([]);
});

it('[R62] what was kept aside is there again as soon as what it depends on is', async () => {
  const client = await enter();
  await writeEach(client, ['k1', 'k2']);
  const part = new Y.Doc();
  Y.applyUpdate(part, Y.encodeStateAsUpdate(client.doc));
  await writeEach(client, ['k3']);
  client.stop();
  await restart();
  flip(stored().updates.find(({ seq }) => seq === 2));
  expect(Object.keys(written((await enter()).doc))).toEqual(['k1']);
  await until(() => expect(stored().quarantine.map(({ why }) => why)).toEqual(['damaged', 'waits']));
  // Somebody who had heard no more than the missing part.
  await visit([], part);
  await restart();
  expect(Object.keys(written((await enter()).doc)).sort()).toEqual(['k1', 'k2', 'k3']);
});

it('[R60] a damaged snapshot: the board opens from the one before and is whole', async () => {
  const keys = Array.from({ length: limits.logRowsBeforeSnapshot }, (_, i) => `k${i}`);
  const client = await enter();
  for (const key of keys) write(client.doc, key, 1);
  await until(() => expect(client.settled).toBe(client.sent));
  client.stop();
  await until(() => expect(stored().snapshot.seq).toBe(keys.length));
  await visit(['later']);
  await restart();
  flip(stored().snapshot);
  expect(Object.keys(written((await enter()).doc)).sort()).toEqual([...keys, 'later'].sort());
  expect(logged('board damaged')).toMatchObject([{ snapshot: true, rows: 0, missing: 0, waiting: 0 }]);
  await until(() => expect(stored().quarantine.map(({ why }) => why)).toEqual(['snapshot']));
  await restart();
  expect(Object.keys(written((await enter()).doc)).sort()).toEqual([...keys, 'later'].sort());
  expect(logged('board damaged')).toEqual([]);
});

it('[R27] [R60] both snapshots damaged: closed with 1011, said in the log, nothing written, other boards open', async () => {
  await visit(['k1']);
  await restart();
  flip(stored().snapshot);
  flip(stored().earlier);
  const before = structuredClone(stored());
  const { token } = await joinAs(server.origin, board);
  for (let i = 0; i < 3; i++) {
    const client = new SyncClient(server.origin, board.id, token);
    clients.push(client);
    expect((await client.end()).code).toBe(closeCodes.failed);
  }
  expect(logged('board not loaded')).toMatchObject(Array.from({ length: 3 }, () => ({ failure: 'damaged' })));
  const { participants: _, ...kept } = stored();
  const { participants: __, ...was } = before;
  expect(kept).toEqual(was);
  const other = await makeBoard(server.origin);
  const { token: otherToken } = await joinAs(server.origin, other);
  const there = new SyncClient(server.origin, other.id, otherToken);
  clients.push(there);
  await there.ready();
});

it('[R60] both snapshots damaged under an open board: they are written anew from memory', async () => {
  const client = await enter();
  const keys = Array.from({ length: limits.logRowsBeforeSnapshot }, (_, i) => `k${i}`);
  for (const key of keys) write(client.doc, key, 1);
  await until(() => expect(client.settled).toBe(client.sent));
  flip(stored().snapshot);
  flip(stored().earlier);
  client.stop();
  await until(() => expect(stored().snapshot.seq).toBe(keys.length));
  await restart();
  expect(Object.keys(written((await enter()).doc)).sort()).toEqual(keys.sort());
});
