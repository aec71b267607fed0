// Boards in a database file without a server around it, and copies of the file as a power cut would leave it.
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recordsRoot } from '@commonboard/shared/board/layout/layout.ts';
import { type BoardId, boardIdSchema } from '@commonboard/shared/protocol/ids.ts';
import type { StoredDocument } from '@commonboard/server/storage/board-store.ts';
import { openDatabase } from '@commonboard/server/storage/sqlite-open.ts';
import { WalLength } from '@commonboard/server/storage/wal-length.ts';
import { SqliteTables } from '@commonboard/server/storage/sqlite-tables.ts';
import { loadStored } from '@commonboard/server/sync/log/folding.ts';
import * as Y from 'yjs';

export const databaseName = 'commonboard.db';

/** In memory where the system has a place for it: there are thousands of copies. */
const copiesFolder = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

export interface OpenTables {
  tables: SqliteTables;
  /** What was said at the opening. */
  problems: string[];
  /** As the database's thread does after each commit. */
  committed: () => void;
  /** As it is, without a last checkpoint. */
  close: () => void;
}

export function openTables(folder: string): OpenTables {
  const file = join(folder, databaseName);
  const { db, problems } = openDatabase({ file, bytesMax: null });
  const wal = new WalLength(file);
  const close = (): void => {
    wal.forget();
    db.close();
    wal.letGo();
  };
  return { tables: new SqliteTables(db), problems, committed: () => wal.note(), close };
}

/** The files as they are at this moment, in a folder of their own. */
export function copyFolder(from: string): string {
  const to = mkdtempSync(join(copiesFolder, 'commonboard-copy-'));
  for (const name of [databaseName, `${databaseName}-wal`, `${databaseName}-wal-length`]) {
    if (existsSync(join(from, name))) copyFileSync(join(from, name), join(to, name));
  }
  return to;
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

export function boardId(number: number): BoardId {
  return boardIdSchema.parse(`board${String(number).padStart(11, '0')}`);
}

export function documentOf(stored: StoredDocument): Y.Doc {
  const doc = new Y.Doc();
  loadStored(doc, stored);
  return doc;
}

export function contentOf(stored: StoredDocument): string {
  return JSON.stringify(sorted(documentOf(stored).getMap(recordsRoot).toJSON()));
}

function sorted(records: Record<string, unknown>): unknown {
  return Object.entries(records).sort(([a], [b]) => (a < b ? -1 : 1));
}
