// A board that was stored under an older schema, and one from a newer server.
import { afterEach, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { boardMeta, documentVersion } from '@commonboard/shared/board/layout/layout.ts';
import { boardLayoutVersion } from '@commonboard/shared/board/layout/layout-version.ts';
import { readBoardRecords } from '@commonboard/shared/board/layout/read-records.ts';
import { closeCodes } from '@commonboard/shared/protocol/close-codes.ts';
import { boardSchemaVersions } from '@commonboard/shared/schema/board-schema.ts';
import { MemoryBoardStore } from '@commonboard/server/storage/memory.ts';
import { oldNotes } from '../support/old-notes.ts';
import { SyncClient } from '../support/sync-client.ts';
import { joinAs, makeBoard, startTestServer, type TestServer } from '../support/test-server.ts';

const servers: TestServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop();
});

interface StoredBoard {
  server: TestServer;
  join(version?: Record<string, unknown>): Promise<SyncClient>;
  stored(): ReturnType<MemoryBoardStore['loadDocument']>;
}

/** A server on which this document lies as a board. */
async function boardOf(doc: Y.Doc): Promise<StoredBoard> {
  const store = new MemoryBoardStore();
  const server = await startTestServer({ store });
  servers.push(server);
  const board = await makeBoard(server.origin);
  await store.foldLog(board.id, { seq: 0, snapshot: Y.encodeStateAsUpdateV2(doc), waiting: [] });
  return {
    server,
    join: async (version = {}) => {
      const { token } = await joinAs(server.origin, board, 'edit', version);
      const client = new SyncClient(server.origin, board.id, token);
      await client.opened;
      return client;
    },
    stored: () => store.loadDocument(board.id),
  };
}

it('is migrated before anybody sees it, once, and that is stored', async () => {
  const board = await boardOf(oldNotes(['shape:old'], 'long ago'));
  const [ana, ben] = await Promise.all([board.join(), board.join()]);
  await Promise.all([ana.ready(), ben.ready()]);
  for (const { doc } of [ana, ben]) {
    expect(documentVersion(doc).schema).toEqual(boardSchemaVersions());
    expect(readBoardRecords(doc).hidden).toBe(0);
  }
  for (const client of [ana, ben]) client.stop();
  await vi.waitFor(async () => expect((await board.stored()).updates.length).toBeGreaterThan(0));
  const { snapshot, updates } = await board.stored();
  const doc = new Y.Doc();
  Y.applyUpdateV2(doc, snapshot);
  for (const { update } of updates) Y.applyUpdate(doc, update);
  expect(documentVersion(doc).schema).toEqual(boardSchemaVersions());
  expect(board.server.logged.filter((line) => line.includes('board migrated'))).toHaveLength(1);
});

it('a page from before the migration is told that it is too old', async () => {
  const old = oldNotes(['shape:old'], 'long ago');
  const board = await boardOf(old);
  const ours = { layout: boardLayoutVersion, schema: documentVersion(old).schema };
  await expect(board.join(ours)).rejects.toThrow('too-old');
});

it('[R27] one from a newer server is not opened, and stays as it is', async () => {
  const doc = oldNotes([], '');
  boardMeta(doc).set('schema', { ...boardSchemaVersions(), 'com.tldraw.shape.poster': 3 });
  const board = await boardOf(doc);
  const client = await board.join();
  expect((await client.end()).code).toBe(closeCodes.failed);
  expect((await board.stored()).updates).toEqual([]);
  expect(board.server.logged.join('\n')).toContain('DocumentTooNew');
});
