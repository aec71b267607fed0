// A write-ahead log that is shorter than it was.
import { mkdtempSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { schemaVersion } from '@commonboard/server/storage/sqlite-schema.ts';
import { openDatabase } from '@commonboard/server/storage/sqlite-open.ts';
import { WalLength } from '@commonboard/server/storage/wal-length.ts';
import { copyFolder, databaseName, removeFolder } from '../../support/stored-boards.ts';

const frameBytes = 24 + 4096;
const headerBytes = 32;
const missing = expect.stringMatching(/^The newest commits may be missing: .*shorter than this server left it/);

/** Of a folder that no server has open. */
function problemsOf(of: string): string[] {
  const { db, problems } = openDatabase({ file: join(of, databaseName), bytesMax: null });
  db.close();
  return problems;
}

/** As a kill leaves the folder after three commits of one page each, and what is done `then` before it. */
function killed(then: (open: { exec: (sql: string) => void; wal: WalLength }) => void = () => undefined): string {
  const folder = mkdtempSync(join(tmpdir(), 'commonboard-wal-'));
  const file = join(folder, databaseName);
  const { db } = openDatabase({ file, bytesMax: null });
  const wal = new WalLength(file);
  for (let commit = 0; commit < 3; commit++) {
    db.exec(`INSERT INTO boards VALUES ('b${commit}', '', NULL, 0)`);
    wal.note();
  }
  then({ exec: (sql) => db.exec(sql), wal });
  const copy = copyFolder(folder);
  db.close();
  wal.letGo();
  removeFolder(folder);
  return copy;
}

it('[R64] a log that ends between two commits is not taken for a whole one', () => {
  const copy = killed();
  const wal = join(copy, `${databaseName}-wal`);
  const { size } = statSync(wal);
  expect((size - headerBytes) % frameBytes).toBe(0);
  truncateSync(wal, size - frameBytes);
  expect(problemsOf(copy)).toEqual([missing]);
  removeFolder(copy);
});

it('[R64] a log that is not there any more is said, once', () => {
  const copy = killed();
  rmSync(join(copy, `${databaseName}-wal`));
  const file = join(copy, databaseName);
  const { db, problems } = openDatabase({ file, bytesMax: null });
  expect(problems).toEqual([missing]);
  const wal = new WalLength(file);
  wal.forget();
  db.close();
  wal.letGo();
  expect(problemsOf(copy)).toEqual([]);
  removeFolder(copy);
});

it('[R64] nothing is said of a log that is whole, or was emptied on purpose', () => {
  for (const copy of [
    killed(),
    killed(({ exec, wal }) => {
      wal.forget();
      exec('PRAGMA wal_checkpoint(TRUNCATE)');
    }),
  ]) {
    expect(problemsOf(copy)).toEqual([]);
    removeFolder(copy);
  }
});

it('[R64] what cannot be read beside the log is no reason not to open', () => {
  const copy = killed();
  for (const text of ['', 'not a number', '-5', '1e99']) {
    writeFileSync(join(copy, `${databaseName}-wal-length`), text);
    expect(problemsOf(copy)).toEqual([]);
  }
  removeFolder(copy);
});

it('[R64] a start that failed leaves nothing to be missed by the next', () => {
  const copy = killed(({ exec }) => exec('PRAGMA user_version = 9999'));
  const file = join(copy, databaseName);
  expect(() => openDatabase({ file, bytesMax: null })).toThrow(/newer/);
  const db = new DatabaseSync(file);
  db.exec(`PRAGMA user_version = ${schemaVersion}`);
  db.close();
  expect(problemsOf(copy)).toEqual([]);
  removeFolder(copy);
});
