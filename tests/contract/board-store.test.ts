// Both stores keep the one contract; and what only a file can show: it is there after closing, and locked while open.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, expect, it } from 'vitest';
import { boardIdSchema } from '@commonboard/shared/protocol/ids.ts';
import type { BoardStore } from '@commonboard/server/storage/board-store.ts';
import { MemoryBoardStore, type MemoryTables } from '@commonboard/server/storage/memory.ts';
import { rowChecksum } from '@commonboard/server/storage/checksum.ts';
import { migrate } from '@commonboard/server/storage/sqlite-schema.ts';
import { openSqliteStore } from '@commonboard/server/storage/sqlite.ts';
import { openAccess } from '../support/grants.ts';
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
    async damage(id, what) {
      const board = tables.boards.get(boardIdSchema.parse(id));
      const snapshot = what === 'newest' ? board?.snapshot : board?.earlier;
      if (what === 'version') {
        for (const version of board?.history.versions.values() ?? [])
          version.snapshot = version.snapshot.map((byte) => byte ^ 1);
        return;
      }
      const row = typeof what === 'string' ? snapshot : board?.updates.find(({ seq }) => seq === what);
      if (row) row.bytes = row.bytes.map((byte) => byte ^ 1);
    },
    async stop() {},
  };
});

boardStoreContract('in an SQLite file', async () => {
  const dataDir = await folder();
  let open = await openSqliteStore(dataDir, null);
  // The file is locked while the store is open, so it is closed for the damage.
  const store = new Proxy(open, {
    get: (_, verb: keyof BoardStore) => open[verb].bind(open),
  });
  return {
    store,
    async damage(id, what) {
      await open.close();
      const db = new DatabaseSync(join(dataDir, 'commonboard.db'));
      const table = what === 'newest' ? 'snapshots' : 'earlier_snapshots';
      const { changes } =
        what === 'version'
          ? db.prepare(`UPDATE versions SET bytes = x'07' WHERE board = ?`).run(id)
          : typeof what === 'string'
            ? db.prepare(`UPDATE ${table} SET bytes = x'0102' WHERE board = ?`).run(id)
            : db.prepare("UPDATE updates SET bytes = x'07' WHERE board = ? AND seq = ?").run(id, what);
      if (changes !== 1) throw new Error('There is nothing to damage.');
      db.close();
      open = await openSqliteStore(dataDir, null);
    },
    stop: () => open.close(),
  };
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
  const snapshot = new Uint8Array([1]);
  const db = new DatabaseSync(join(dataDir, 'commonboard.db'));
  db.exec('PRAGMA journal_mode = WAL');
  migrate(db, 2);
  db.exec(`
    INSERT INTO boards VALUES ('${id}', 'Plan', NULL, 1, 3);
    INSERT INTO participants VALUES ('${id}', 'pAAAAAAAAAAAAAAAA', 'Ada', '#000000', 'r', 1);
    INSERT INTO participants VALUES ('${id}', 'pBBBBBBBBBBBBBBBB', 'Ben', '#000000', 's', 2);
    INSERT INTO tokens VALUES ('t', '${id}', 'pAAAAAAAAAAAAAAAA', 'facilitate', 1, 'session', 1, '{}');
  `);
  db.prepare('INSERT INTO snapshots VALUES (?, 3, ?, ?, 0)').run(id, rowChecksum(id, 3, snapshot), snapshot);
  db.close();
  const after = await openSqliteStore(dataDir, null);
  const other = boardIdSchema.parse('BBBBBBBBBBBBBBBB');
  const board = { id: other, title: 'Plan', template: null, createdAt: 1 };
  await after.createBoard({ board, links: [], access: openAccess, snapshot, plan: '{}' });
  expect(await after.appendUpdates(id, [{ participant: null, update: snapshot }])).toBe(4);
  expect([(await after.findBoard(id))?.board.title, await after.findPlan(id), await after.findPlan(other)]).toEqual([
    'Plan',
    null,
    '{}',
  ]);
  const old = await after.findBoard(id);
  expect(old?.access).toEqual(openAccess);
  // Who had facilitated goes on.
  expect(old?.participants.map(({ name, leading, standing }) => [name, leading, standing])).toEqual([
    ['Ada', 'yes', 'in'],
    ['Ben', 'no', 'in'],
  ]);
  expect((await after.findToken('t'))?.personEpoch).toBe(1);
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
