// The BoardStore in one SQLite file. Only the way to the database's thread is here; see sqlite-worker.ts for the work.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { VersionId } from '@commonboard/shared/protocol/history.ts';
import type { BoardId, ParticipantId } from '@commonboard/shared/protocol/ids.ts';
import {
  type AccessChange,
  type CopyableStore,
  type Fold,
  type LogRow,
  type NewBoard,
  type ParticipantRow,
  StoreError,
  type StoredBoard,
  type StoredDocument,
  type TokenRow,
} from './board-store.ts';
import type { BoardSummary } from './board-summary.ts';
import type { DraftErasure, DraftKey, StoredDraft } from './draft-store.ts';
import type { HarvestFile, StoredHarvest } from './harvest-store.ts';
import type { KeptDeletion, NewVersion, VersionFacts } from './history-store.ts';
import type { StoredSession } from './session-store.ts';
import type { WorkerReply, WorkerRequest, WorkerSettings } from './sqlite-messages.ts';
import type { StoreVerb, StoreVerbs } from './sqlite-tables.ts';
import type { StoredBallot, StoredRound } from './voting-store.ts';
import type { RoundId } from '@commonboard/shared/voting/round.ts';

/** In the data folder. SQLite puts more beside it, whose names begin the same. */
export const databaseFile = 'commonboard.db';

interface Waiting {
  resolve: (value: unknown) => void;
  reject: (error: Error) => void;
}

/** Rejects with a sentence for the person who starts the server. `tellProblem`: opened, but something is damaged. */
export async function openSqliteStore(
  dataDir: string,
  bytesMax: number | null,
  tellProblem: (problem: string) => void = () => undefined,
): Promise<CopyableStore> {
  try {
    await mkdir(dataDir, { recursive: true });
  } catch {
    throw new Error(`The data folder ${dataDir} cannot be made. Check the path and who owns it.`);
  }
  const settings: WorkerSettings = { file: join(dataDir, databaseFile), bytesMax };
  const worker = new Worker(new URL('./sqlite-worker.ts', import.meta.url), { workerData: settings });
  await new Promise<void>((resolve, reject) => {
    worker.once('message', (reply: WorkerReply) => {
      if (reply.kind === 'open') {
        for (const problem of reply.problems) tellProblem(problem);
        resolve();
      } else
        reject(
          new Error(`${reply.kind === 'not-open' ? reply.message : 'The database cannot be opened.'} (${dataDir})`),
        );
    });
    worker.once('error', reject);
  });
  return new SqliteBoardStore(worker);
}

class SqliteBoardStore implements CopyableStore {
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

  async listBoards(): Promise<BoardSummary[]> {
    return this.#ask('listBoards');
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

  async changeAccess(board: BoardId, change: AccessChange): Promise<void> {
    await this.#ask('changeAccess', board, change);
  }

  async findShortCode(hash: string): Promise<BoardId | null> {
    return this.#ask('findShortCode', hash);
  }

  async loadDocument(board: BoardId): Promise<StoredDocument> {
    return this.#ask('loadDocument', board);
  }

  async appendUpdates(board: BoardId, rows: readonly LogRow[]): Promise<number> {
    return this.#ask('appendUpdates', board, rows);
  }

  async foldLog(board: BoardId, fold: Fold): Promise<void> {
    await this.#ask('foldLog', board, fold);
  }

  async listVersions(board: BoardId): Promise<VersionFacts[]> {
    return this.#ask('listVersions', board);
  }

  async addVersion(board: BoardId, version: NewVersion): Promise<void> {
    await this.#ask('addVersion', board, version);
  }

  async findVersion(board: BoardId, version: VersionId): Promise<Uint8Array | null> {
    return this.#ask('findVersion', board, version);
  }

  async nameVersion(board: BoardId, version: VersionId, name: string): Promise<boolean> {
    return this.#ask('nameVersion', board, version, name);
  }

  async removeVersions(board: BoardId, versions: readonly VersionId[]): Promise<void> {
    await this.#ask('removeVersions', board, versions);
  }

  async findVersionPicture(board: BoardId, version: VersionId): Promise<Uint8Array | null> {
    return this.#ask('findVersionPicture', board, version);
  }

  async putVersionPicture(board: BoardId, version: VersionId, png: Uint8Array): Promise<boolean> {
    return this.#ask('putVersionPicture', board, version, png);
  }

  async logEnd(board: BoardId): Promise<number> {
    return this.#ask('logEnd', board);
  }

  async listDeleted(board: BoardId): Promise<KeptDeletion[]> {
    return this.#ask('listDeleted', board);
  }

  async forgetDeletedBefore(at: number): Promise<void> {
    await this.#ask('forgetDeletedBefore', at);
  }

  async findSession(board: BoardId): Promise<StoredSession | null> {
    return this.#ask('findSession', board);
  }

  async putSession(board: BoardId, session: StoredSession): Promise<boolean> {
    return this.#ask('putSession', board, session);
  }

  async listRounds(board: BoardId): Promise<StoredRound[]> {
    return this.#ask('listRounds', board);
  }

  async putRound(board: BoardId, round: StoredRound): Promise<boolean> {
    return this.#ask('putRound', board, round);
  }

  async removeRound(board: BoardId, round: RoundId): Promise<void> {
    return this.#ask('removeRound', board, round);
  }

  async listBallots(board: BoardId, round: RoundId): Promise<StoredBallot[]> {
    return this.#ask('listBallots', board, round);
  }

  async putBallot(board: BoardId, round: RoundId, ballot: StoredBallot): Promise<boolean> {
    return this.#ask('putBallot', board, round, ballot);
  }

  async listDrafts(board: BoardId): Promise<StoredDraft[]> {
    return this.#ask('listDrafts', board);
  }

  async findDraft(board: BoardId, key: DraftKey): Promise<Uint8Array | null> {
    return this.#ask('findDraft', board, key);
  }

  async putDraft(board: BoardId, draft: StoredDraft): Promise<void> {
    return this.#ask('putDraft', board, draft);
  }

  async eraseDrafts(board: BoardId, which: DraftErasure): Promise<void> {
    return this.#ask('eraseDrafts', board, which);
  }

  async findHarvest(board: BoardId): Promise<StoredHarvest | null> {
    return this.#ask('findHarvest', board);
  }

  async putHarvest(board: BoardId, harvest: StoredHarvest, files: readonly HarvestFile[] | null): Promise<boolean> {
    return this.#ask('putHarvest', board, harvest, files);
  }

  async findHarvestFile(board: BoardId, name: string): Promise<HarvestFile | null> {
    return this.#ask('findHarvestFile', board, name);
  }

  async listNamed(board: BoardId): Promise<ParticipantId[]> {
    return this.#ask('listNamed', board);
  }

  async putNamed(board: BoardId, participant: ParticipantId, isNamed: boolean): Promise<void> {
    return this.#ask('putNamed', board, participant, isNamed);
  }

  async probe(): Promise<void> {
    await this.#ask('probe');
  }

  async copyTo(file: string): Promise<void> {
    if (this.#closed) throw new StoreError('unavailable', 'The store is closed.');
    await this.#send('copyTo', [file]);
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
