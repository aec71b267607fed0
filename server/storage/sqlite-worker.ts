// The database's thread: opens the file, answers reads at once, and takes all writes that came meanwhile into one commit.
import { DatabaseSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';
import { StoreError, type StoreFailure } from './board-store.ts';
import type { WorkerReply, WorkerRequest, WorkerSettings } from './sqlite-messages.ts';
import { migrate } from './sqlite-schema.ts';
import { SqliteTables, type StoreVerb } from './sqlite-tables.ts';

const port = parentPort;
if (!port) throw new Error('The database thread must be started by the server.');

const settings = workerData as WorkerSettings;
const reads: ReadonlySet<string> = new Set<StoreVerb>(['findBoard', 'findPlan', 'findToken']);
let queue: WorkerRequest[] = [];

const db = open();
if (db) {
  const tables = new SqliteTables(db);
  port.on('message', (request: WorkerRequest) => {
    if (request.verb === 'close') {
      commit(db, tables);
      db.close();
      reply({ kind: 'done', call: request.call, value: undefined });
      port.close();
    } else if (reads.has(request.verb)) {
      alone(tables, request);
    } else {
      // Everything that arrives before the next turn of the loop shares one fsync.
      if (queue.length === 0) setImmediate(() => commit(db, tables));
      queue.push(request);
    }
  });
  reply({ kind: 'open' });
}

function open(): DatabaseSync | null {
  let opened: DatabaseSync | null = null;
  try {
    opened = new DatabaseSync(settings.file, { timeout: 0 });
    // Exclusive before WAL: a second server on the same folder is refused, and no shared memory file is needed.
    opened.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
    migrate(opened);
    if (settings.bytesMax !== null) {
      const pageBytes = Number(opened.prepare('PRAGMA page_size').get()?.['page_size']);
      opened.exec(`PRAGMA max_page_count = ${Math.max(1, Math.floor(settings.bytesMax / pageBytes))}`);
    }
    return opened;
  } catch (error) {
    opened?.close();
    reply({ kind: 'not-open', message: openSentence(error) });
    port?.close();
    return null;
  }
}

function openSentence(error: unknown): string {
  const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : 0;
  if (code === 5 || code === 6) return 'The data folder is in use by another Commonboard server. Stop it first.';
  if (code === 8 || code === 14) return 'The data folder cannot be written. Check who owns it.';
  if (code === 13) return 'The disk of the data folder is full.';
  if (code === 11 || code === 26) return 'The database in the data folder is damaged. Put back a copy of it.';
  return error instanceof Error ? error.message : 'The database cannot be opened.';
}

function commit(opened: DatabaseSync, tables: SqliteTables): void {
  const batch = queue;
  queue = [];
  if (batch.length === 0) return;
  const values: unknown[] = [];
  try {
    opened.exec('BEGIN IMMEDIATE');
    for (const request of batch) values.push(run(tables, request));
    opened.exec('COMMIT');
  } catch {
    // One of them failed. Each gets a commit of its own, so that it does not take the others with it.
    rollBack(opened);
    for (const request of batch) inOwnCommit(opened, tables, request);
    return;
  }
  batch.forEach((request, index) => reply({ kind: 'done', call: request.call, value: values[index] }));
}

function inOwnCommit(opened: DatabaseSync, tables: SqliteTables, request: WorkerRequest): void {
  try {
    opened.exec('BEGIN IMMEDIATE');
    const value = run(tables, request);
    opened.exec('COMMIT');
    reply({ kind: 'done', call: request.call, value });
  } catch (error) {
    rollBack(opened);
    fail(request, error);
  }
}

/** SQLite has rolled back by itself after some errors (a full disk is one). */
function rollBack(opened: DatabaseSync): void {
  if (opened.isTransaction) opened.exec('ROLLBACK');
}

function alone(tables: SqliteTables, request: WorkerRequest): void {
  try {
    reply({ kind: 'done', call: request.call, value: run(tables, request) });
  } catch (error) {
    fail(request, error);
  }
}

function run(tables: SqliteTables, { verb, args }: WorkerRequest): unknown {
  if (verb === 'close') throw new Error('Closing is not a verb of the tables.');
  // The arguments were typed on the other side of the port, by the same interface.
  const method = tables[verb] as (...values: readonly unknown[]) => unknown;
  return method.apply(tables, [...args]);
}

function fail(request: WorkerRequest, error: unknown): void {
  const failure: StoreFailure = error instanceof StoreError ? error.failure : 'unavailable';
  const message = error instanceof Error ? error.message : String(error);
  reply({ kind: 'failed', call: request.call, failure, message });
}

function reply(answer: WorkerReply): void {
  port?.postMessage(answer);
}
