// The database's thread: answers reads at once, and takes all writes that came meanwhile into one commit.
import type { DatabaseSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';
import { StoreError, type StoreFailure } from './board-store.ts';
import { DatabaseCopies } from './database-copies.ts';
import type { WorkerReply, WorkerRequest, WorkerSettings } from './sqlite-messages.ts';
import { isDamage, openDatabase, openSentence } from './sqlite-open.ts';
import { SqliteTables, type StoreVerb } from './sqlite-tables.ts';
import { WalLength } from './wal-length.ts';

const port = parentPort;
if (!port) throw new Error('The database thread must be started by the server.');

const settings = workerData as WorkerSettings;
const reads: ReadonlySet<string> = new Set<StoreVerb>([
  'findBoard',
  'findPlan',
  'findShortCode',
  'findToken',
  'listVersions',
  'findVersion',
  'findVersionPicture',
  'logEnd',
  'listDeleted',
  'findSession',
  'listRounds',
  'listBallots',
  'listDrafts',
  'findDraft',
  'findHarvest',
  'findHarvestFile',
  'listNamed',
]);
let queue: WorkerRequest[] = [];

interface Held {
  db: DatabaseSync;
  tables: SqliteTables;
  copies: DatabaseCopies;
  wal: WalLength;
}

const db = open();
if (db) {
  const wal = new WalLength(settings.file);
  const held: Held = { db, wal, tables: new SqliteTables(db), copies: new DatabaseCopies(db, settings.file, wal) };
  const { tables, copies } = held;
  port.on('message', (request: WorkerRequest) => {
    if (request.verb === 'close') {
      void close(held, request);
    } else if (request.verb === 'copyTo') {
      void copyTo(copies, request).then(() => emptyLog(held));
    } else if (reads.has(request.verb)) {
      alone(tables, request);
    } else {
      // Everything that arrives before the next turn of the loop shares one fsync.
      if (queue.length === 0) setImmediate(() => commit(held));
      queue.push(request);
    }
  });
}

function open(): DatabaseSync | null {
  try {
    const { db: opened, problems } = openDatabase(settings);
    reply({ kind: 'open', problems });
    return opened;
  } catch (error) {
    reply({ kind: 'not-open', message: openSentence(error) });
    port?.close();
    return null;
  }
}

async function close(held: Held, { call }: WorkerRequest): Promise<void> {
  const { db: opened, copies, wal } = held;
  await copies.stop();
  commit(held);
  wal.forget();
  opened.close();
  copies.letGo();
  wal.letGo();
  reply({ kind: 'done', call, value: undefined });
  port?.close();
}

function commit(held: Held): void {
  const { db: opened, tables, wal } = held;
  const batch = queue;
  queue = [];
  if (batch.length === 0) return;
  const values: unknown[] = [];
  try {
    opened.exec('BEGIN IMMEDIATE');
    for (const request of batch) values.push(run(tables, request));
    opened.exec('COMMIT');
    wal.note();
  } catch {
    // One of them failed. Each gets a commit of its own, so that it does not take the others with it.
    rollBack(opened);
    for (const request of batch) inOwnCommit(held, request);
    emptyLog(held);
    return;
  }
  emptyLog(held);
  batch.forEach((request, index) => reply({ kind: 'done', call: request.call, value: values[index] }));
}

function inOwnCommit({ db: opened, tables, wal }: Held, request: WorkerRequest): void {
  try {
    opened.exec('BEGIN IMMEDIATE');
    const value = run(tables, request);
    opened.exec('COMMIT');
    wal.note();
    reply({ kind: 'done', call: request.call, value });
  } catch (error) {
    rollBack(opened);
    fail(request, error);
  }
}

/** What was erased stands in the write-ahead file until that is written back. */
function emptyLog({ db: opened, tables, copies, wal }: Held): void {
  if (!tables.hasErased || copies.isCopying) return;
  try {
    wal.forget();
    const done = opened.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get();
    tables.hasErased = done?.['busy'] !== 0;
  } catch {
    // No room: the next commit tries again.
  }
}

/** SQLite has rolled back by itself after some errors (a full disk is one). */
function rollBack(opened: DatabaseSync): void {
  if (opened.isTransaction) opened.exec('ROLLBACK');
}

async function copyTo(copies: DatabaseCopies, request: WorkerRequest): Promise<void> {
  try {
    await copies.copyTo(String(request.args[0]));
    reply({ kind: 'done', call: request.call, value: undefined });
  } catch (error) {
    fail(request, error);
  }
}

function alone(tables: SqliteTables, request: WorkerRequest): void {
  try {
    reply({ kind: 'done', call: request.call, value: run(tables, request) });
  } catch (error) {
    fail(request, error);
  }
}

function run(tables: SqliteTables, { verb, args }: WorkerRequest): unknown {
  if (verb === 'close' || verb === 'copyTo') throw new Error('This is not a verb of the tables.');
  // The arguments were typed on the other side of the port, by the same interface.
  const method = tables[verb] as (...values: readonly unknown[]) => unknown;
  return method.apply(tables, [...args]);
}

function fail(request: WorkerRequest, error: unknown): void {
  const otherwise = isDamage(error) ? 'damaged' : 'unavailable';
  const failure: StoreFailure = error instanceof StoreError ? error.failure : otherwise;
  const message = error instanceof Error ? error.message : String(error);
  reply({ kind: 'failed', call: request.call, failure, message });
}

function reply(answer: WorkerReply): void {
  port?.postMessage(answer);
}
