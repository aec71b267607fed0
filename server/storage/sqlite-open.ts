// Opens the database file: one owner, everything durable, tables up to date, and what is damaged is said. Rule R64.
import { copyFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { WorkerSettings } from './sqlite-messages.ts';
import { migrate } from './sqlite-schema.ts';
import { readWal } from './wal.ts';
import { forgetWalLength, walBytesMissing, walFileOf } from './wal-length.ts';

export interface OpenDatabase {
  db: DatabaseSync;
  /** What was found damaged and could be lived with, a sentence each. */
  problems: string[];
}

/** Small, and without them a board cannot be found. Documents carry checksums of their own. */
const checkedTables = ['boards', 'links'] as const;

/** Throws; `openSentence` says it in words. */
export function openDatabase({ file, bytesMax }: WorkerSettings): OpenDatabase {
  const db = new DatabaseSync(file, { timeout: 0 });
  const problems: string[] = [];
  let isOurs = false;
  try {
    // Exclusive before WAL: a second server on the same folder is refused, and no shared memory file is needed.
    db.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
    isOurs = true;
    // Now it is ours, and the next write goes over what could not be read.
    problems.push(...walProblems(file));
    migrate(db);
    if (bytesMax !== null) {
      const pageBytes = Number(db.prepare('PRAGMA page_size').get()?.['page_size']);
      db.exec(`PRAGMA max_page_count = ${Math.max(1, Math.floor(bytesMax / pageBytes))}`);
    }
    for (const table of checkedTables) problems.push(...tableProblems(db, table));
    return { db, problems };
  } catch (error) {
    // To close it writes the log back.
    if (isOurs) forgetWalLength(file);
    db.close();
    throw withProblems(error, problems);
  }
}

/** What was found before it failed would not be found again. */
function withProblems(error: unknown, problems: readonly string[]): unknown {
  if (error instanceof Error && problems.length > 0) error.message = [error.message, ...problems].join(' ');
  return error;
}

/** For the person who starts the server. */
export function openSentence(error: unknown): string {
  const code = errorCode(error);
  if (code === 5 || code === 6) return 'The data folder is in use by another Commonboard server. Stop it first.';
  if (code === 8 || code === 14) return 'The data folder cannot be written. Check who owns it.';
  if (code === 13) return 'The disk of the data folder is full.';
  // 1: a table is missing or there twice, which only damage can bring about.
  if (code === 1 || isDamage(error)) return 'The database in the data folder is damaged. Put back a copy of it.';
  return error instanceof Error ? error.message : 'The database cannot be opened.';
}

/** SQLite cannot read its own file, or a row is not what was written. */
export function isDamage(error: unknown): boolean {
  const code = errorCode(error);
  return code === 11 || code === 26 || error instanceof z.ZodError;
}

/** 0 for what is not from SQLite. */
function errorCode(error: unknown): number {
  return error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : 0;
}

/** SQLite drops all commits behind one that it cannot read, without a word. */
function walProblems(file: string): string[] {
  const walFile = walFileOf(file);
  const { unreadable } = readWal(walFile);
  if (unreadable !== 'commits' && walBytesMissing(file) > 0)
    return [
      'The newest commits may be missing: the log of the database is shorter than this server left it. It may also have been opened by something else.',
    ];
  if (unreadable === 'nothing') return [];
  if (unreadable === 'end')
    return ['The last commit cannot be read: it was cut off while it was written, or is damaged.'];
  const copy = `${walFile}.damaged-${Date.now()}`;
  copyFileSync(walFile, copy);
  return [`The newest commits cannot be read any more. What is left of them was copied to ${copy}.`];
}

function tableProblems(db: DatabaseSync, table: string): string[] {
  if (isWhole(db, table)) return [];
  reindex(db, table);
  return [
    isWhole(db, table) ? `The index of ${table} was damaged and was made anew.` : `The table ${table} is damaged.`,
  ];
}

function reindex(db: DatabaseSync, table: string): void {
  try {
    db.exec(`REINDEX ${table}`);
  } catch {
    // The same row is there twice, say: the index stays as it is.
  }
}

function isWhole(db: DatabaseSync, table: string): boolean {
  try {
    return db.prepare(`PRAGMA integrity_check(${table})`).get()?.['integrity_check'] === 'ok';
  } catch {
    // The check itself could not read it.
    return false;
  }
}
