// The BoardStore in one SQLite file. Only the way to the database's thread is here; see sqlite-worker.ts for the work.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { BoardId } from '@commonboard/shared/protocol/ids.ts';
import {
  type BoardStore,
  type LogRow,
  type NewBoard,
  type ParticipantRow,
  StoreError,
  type StoredBoard,
  type StoredDocument,
  type TokenRow,
} from './board-store.ts';
import type { WorkerReply, WorkerRequest, WorkerSettings } from './sqlite-messages.ts';
import type { StoreVerb, StoreVerbs } from './sqlite-tables.ts';

interface Waiting {
  resolve: (value: unknown) => void;
  reject: (error: Error) => void;
}

/** Rejects with a sentence for the person who starts the server. */
export async function openSqliteStore(dataDir: string, bytesMax: number | null): Promise<BoardStore> {
  try {
    await mkdir(dataDir, { recursive: true });
  } catch {
    throw new Error(`The data folder ${dataDir} cannot be made. Check the path and who owns it.`);
  }
  const settings: WorkerSettings = { file: join(dataDir, 'commonboard.db'), bytesMax };
  const worker = new Worker(new URL('./sqlite-worker.ts', import.meta.url), { workerData: settings });
  await new Promise<void>((resolve, reject) => {
    worker.once('message', (reply: WorkerReply) => {
      if (reply.kind === 'open') resolve();
      else
        reject(
          new Error(`${reply.kind === 'not-open' ? reply.message : 'The database cannot be opened.'} (${dataDir})`),
        );
    });
    worker.once('error', reject);
  });
  return new SqliteBoardStore(worker);
}

class SqliteBoardStore implements BoardStore {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #calls = 0;
  #closed = false;

  constructor(worker: Worker) {
    this.#worker = worker;
    worker.on('message', (reply: WorkerReply) => this.#settle(reply));
    worker.on('error', (error) => this.#fail(error.message));
    worker.on('exit', () => this.#fail('The database thread has ended.'));
  }

  async createBoard(created: NewBoard): Promise<void> {
    await this.#ask('createBoard', created);
  }

  async findBoard(board: BoardId): Promise<StoredBoard | null> {
    return this.#ask('findBoard', board);
  }

  async findPlan(board: BoardId): Promise<string | null> {
    return this.#ask('findPlan', board);
  }

  async renameBoard(board: BoardId, title: string): Promise<void> {
    await this.#ask('renameBoard', board, title);
  }

  async deleteBoard(board: BoardId): Promise<void> {
    await this.#ask('deleteBoard', board);
  }

  async putParticipant(board: BoardId, participant: ParticipantRow, tokens: readonly TokenRow[]): Promise<void> {
    await this.#ask('putParticipant', board, participant, tokens);
  }

  async findToken(hash: string): Promise<TokenRow | null> {
    return this.#ask('findToken', hash);
  }

  async loadDocument(board: BoardId): Promise<StoredDocument> {
    return this.#ask('loadDocument', board);
  }

  async appendUpdates(board: BoardId, rows: readonly LogRow[]): Promise<number> {
    return this.#ask('appendUpdates', board, rows);
  }

  async foldLog(board: BoardId, seq: number, snapshot: Uint8Array): Promise<void> {
    await this.#ask('foldLog', board, seq, snapshot);
  }

  async probe(): Promise<void> {
    await this.#ask('probe');
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    const closing = this.#send('close', []);
    this.#closed = true;
    await closing;
    await this.#worker.terminate();
  }

  async #ask<V extends StoreVerb>(verb: V, ...args: Parameters<StoreVerbs[V]>): Promise<ReturnType<StoreVerbs[V]>> {
    if (this.#closed) throw new StoreError('unavailable', 'The store is closed.');
    // The answer has the verb's type: both sides are built from the one interface.
    return (await this.#send(verb, args)) as ReturnType<StoreVerbs[V]>;
  }

  #send(verb: WorkerRequest['verb'], args: readonly unknown[]): Promise<unknown> {
    const call = ++this.#calls;
    return new Promise((resolve, reject) => {
      this.#waiting.set(call, { resolve, reject });
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
      this.#worker.postMessage({ call, verb, args } satisfies WorkerRequest);
    });
  }

  #settle(reply: WorkerReply): void {
    if (reply.kind !== 'done' && reply.kind !== 'failed') return;
    const waiting = this.#waiting.get(reply.call);
    this.#waiting.delete(reply.call);
    if (reply.kind === 'done') waiting?.resolve(reply.value);
    else waiting?.reject(new StoreError(reply.failure, reply.message));
  }

  #fail(message: string): void {
    this.#closed = true;
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { reject } of waiting) reject(new StoreError('unavailable', message));
  }
}
