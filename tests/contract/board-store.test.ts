// Both stores keep the one contract; and what only a file can show: it is there after closing, and locked while open.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, expect, it } from 'vitest';
import { boardIdSchema } from '@commonboard/shared/protocol/ids.ts';
import { MemoryBoardStore, type MemoryTables } from '@commonboard/server/storage/memory.ts';
import { openSqliteStore } from '@commonboard/server/storage/sqlite.ts';
import { boardStoreContract } from './board-store.contract.ts';

const folders: string[] = [];
async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'commonboard-store-'));
  folders.push(path);
  return path;
}
afterEach(async () => {
  await Promise.all(folders.splice(0).map((path) => rm(path, { recursive: true, force: true })));
});

boardStoreContract('in memory', async () => {
  const tables: MemoryTables = { boards: new Map(), tokens: new Map() };
  return {
    store: new MemoryBoardStore(tables),
    async damage(id, seq) {
      const board = tables.boards.get(boardIdSchema.parse(id));
      const row = seq === 0 ? board?.snapshot : board?.updates.find((update) => update.seq === seq);
      if (row) row.bytes = row.bytes.map((byte) => byte ^ 1);
    },
    async stop() {},
  };
});

boardStoreContract('in an SQLite file', async () => {
  const dataDir = await folder();
  let store = await openSqliteStore(dataDir, null);
  const tested = {
    store,
    async damage(id: string, seq: number) {
      // The file is locked while the store is open.
      await store.close();
      const db = new DatabaseSync(join(dataDir, 'commonboard.db'));
      if (seq === 0) db.prepare("UPDATE snapshots SET bytes = x'0102' WHERE board = ?").run(id);
      else db.prepare("UPDATE updates SET bytes = x'07' WHERE board = ? AND seq = ?").run(id, seq);
      db.close();
      const reopened = await openSqliteStore(dataDir, null);
      Object.assign(store, { loadDocument: reopened.loadDocument.bind(reopened) });
      tested.stop = () => reopened.close();
    },
    stop: () => store.close(),
  };
  return tested;
});

it('a second server on the same folder is refused with a sentence', async () => {
  const dataDir = await folder();
  const store = await openSqliteStore(dataDir, null);
  await expect(openSqliteStore(dataDir, null)).rejects.toThrow(/in use by another Commonboard server/);
  await store.close();
  const again = await openSqliteStore(dataDir, null);
  await again.close();
});

it('a file of a newer version is refused with a sentence and left as it is', async () => {
  const dataDir = await folder();
  const db = new DatabaseSync(join(dataDir, 'commonboard.db'));
  db.exec('PRAGMA user_version = 99');
  db.close();
  await expect(openSqliteStore(dataDir, null)).rejects.toThrow(/newer version/);
});

it('a file of an older version is brought up to date and keeps its boards', async () => {
  const dataDir = await folder();
  const id = boardIdSchema.parse('AAAAAAAAAAAAAAAA');
  const row = { board: { id, title: 'Plan', template: null, createdAt: 1 }, links: [], snapshot: new Uint8Array([1]) };
  const before = await openSqliteStore(dataDir, null);
  await before.createBoard({ ...row, plan: null });
  await before.close();
  const db = new DatabaseSync(join(dataDir, 'commonboard.db'));
  db.exec('DROP TABLE plans; PRAGMA user_version = 2');
  db.close();
  const after = await openSqliteStore(dataDir, null);
  const other = boardIdSchema.parse('BBBBBBBBBBBBBBBB');
  await after.createBoard({ ...row, board: { ...row.board, id: other }, plan: '{}' });
  expect([(await after.findBoard(id))?.board.title, await after.findPlan(id), await after.findPlan(other)]).toEqual([
    'Plan',
    null,
    '{}',
  ]);
  await after.close();
});

it('a file that is no database is refused with a sentence', async () => {
  const dataDir = await folder();
  const { writeFile } = await import('node:fs/promises');
  await writeFile(join(dataDir, 'commonboard.db'), 'not a database at all, '.repeat(300));
  await expect(openSqliteStore(dataDir, null)).rejects.toThrow(/damaged/);
});

it('a folder that cannot be made is refused with a sentence', async () =>
  expect(openSqliteStore('/dev/null/data', null)).rejects.toThrow(/cannot be made/));
