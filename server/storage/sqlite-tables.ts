// Reads and writes of the database, one method per verb of the port, without threads or transactions: the worker adds both.
import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { z } from 'zod';
import type { VersionId } from '@commonboard/shared/protocol/history.ts';
import { type BoardId, boardIdSchema, type ParticipantId } from '@commonboard/shared/protocol/ids.ts';
import {
  type AccessChange,
  type BoardStore,
  type Fold,
  type LogRow,
  type NewBoard,
  type ParticipantRow,
  StoreError,
  type StoredBoard,
  type StoredDocument,
  type TokenRow,
} from './board-store.ts';
import { type BoardSummary, boardSummarySchema } from './board-summary.ts';
import type { KeptDeletion, NewVersion, VersionFacts } from './history-store.ts';
import { AccessTables } from './sqlite-access.ts';
import type { DraftErasure, DraftKey, StoredDraft } from './draft-store.ts';
import type { HarvestFile, StoredHarvest } from './harvest-store.ts';
import { DocumentTables } from './sqlite-documents.ts';
import { DraftTable } from './sqlite-drafts.ts';
import { HarvestTables } from './sqlite-harvest.ts';
import type { StoredSession } from './session-store.ts';
import { HistoryTables } from './sqlite-history.ts';
import { SessionTable } from './sqlite-session.ts';
import { Statements } from './sqlite-statements.ts';
import { VotingTables } from './sqlite-voting.ts';
import type { StoredBallot, StoredRound } from './voting-store.ts';
import type { RoundId } from '@commonboard/shared/voting/round.ts';

/** The port's verbs, answered at once. */
export type StoreVerbs = {
  [V in Exclude<keyof BoardStore, 'close'>]: BoardStore[V] extends (...args: infer A) => Promise<infer R>
    ? (...args: A) => R
    : never;
};
export type StoreVerb = keyof StoreVerbs;

const boardRow = z.object({
  id: boardIdSchema,
  title: z.string(),
  template: z.string().nullable(),
  createdAt: z.number(),
});
const planRow = z.object({ file: z.string() });

const erasedTables: ReadonlySet<string> = new Set(['drafts', 'ballots', 'sessions', 'harvest_files']);
const boardTables = [
  'links',
  'participants',
  'tokens',
  'updates',
  'snapshots',
  'earlier_snapshots',
  'quarantine',
  'plans',
  'access',
  'client_owners',
  'doubted_clocks',
  'record_creators',
  'versions',
  'deleted_records',
  'sessions',
  'rounds',
  'ballots',
  'drafts',
  'harvests',
  'harvest_files',
  'named_people',
] as const;
const probeBytes = 64 * 1024;

export class SqliteTables implements StoreVerbs {
  readonly #sql: Statements;
  readonly #access: AccessTables;
  readonly #documents: DocumentTables;
  readonly #history: HistoryTables;
  readonly #session: SessionTable;
  readonly #voting: VotingTables;
  readonly #drafts: DraftTable;
  readonly #harvest: HarvestTables;

  constructor(db: DatabaseSync) {
    this.#sql = new Statements(db);
    this.#access = new AccessTables(this.#sql);
    this.#history = new HistoryTables(this.#sql);
    this.#session = new SessionTable(this.#sql);
    this.#voting = new VotingTables(this.#sql);
    this.#drafts = new DraftTable(this.#sql);
    this.#harvest = new HarvestTables(this.#sql);
    this.#documents = new DocumentTables(this.#sql, this.#history, this.#drafts);
  }

  /** Something was erased that the write-ahead file still holds. */
  get hasErased(): boolean {
    return this.#sql.hasErased;
  }

  set hasErased(hasErased: boolean) {
    this.#sql.hasErased = hasErased;
  }

  createBoard({ board, links, access, snapshot, plan }: NewBoard): void {
    const { id, title, template, createdAt } = board;
    this.#run('INSERT INTO boards VALUES (?, ?, ?, ?)', id, title, template, createdAt);
    this.#access.change(id, { links, access });
    if (plan !== null) this.#run('INSERT INTO plans VALUES (?, ?)', id, plan);
    this.#documents.begin(id, snapshot);
  }

  findBoard(id: BoardId): StoredBoard | null {
    const row = this.#one('SELECT id, title, template, created_at AS createdAt FROM boards WHERE id = ?', id);
    if (!row) return null;
    return {
      board: boardRow.parse(row),
      links: this.#access.links(id),
      participants: this.#access.participants(id),
      access: this.#access.access(id),
    };
  }

  findPlan(id: BoardId): string | null {
    const row = this.#one('SELECT file FROM plans WHERE board = ?', id);
    return row ? planRow.parse(row).file : null;
  }

  listBoards(): BoardSummary[] {
    return this.#all(
      `SELECT id, title, created_at AS createdAt,
         max(
           created_at,
           ifnull((SELECT max(at) FROM updates WHERE board = boards.id), 0),
           ifnull((SELECT max(created_at) FROM tokens WHERE board = boards.id), 0)
         ) AS usedAt,
         (SELECT count(*) FROM participants WHERE board = boards.id) AS participants,
         ifnull((SELECT sum(length(bytes)) FROM updates WHERE board = boards.id), 0)
           + ifnull((SELECT length(bytes) FROM snapshots WHERE board = boards.id), 0) AS bytes
       FROM boards ORDER BY usedAt DESC`,
    ).map((row) => boardSummarySchema.parse(row));
  }

  renameBoard(id: BoardId, title: string): void {
    const { changes } = this.#run('UPDATE boards SET title = ? WHERE id = ?', title, id);
    if (changes === 0) throw gone(id);
  }

  deleteBoard(id: BoardId): void {
    this.#run('DELETE FROM boards WHERE id = ?', id);
    for (const table of boardTables) {
      // What ties words and votes to people must not stay readable in the file.
      if (erasedTables.has(table) && this.#one(`SELECT 1 FROM ${table} WHERE board = ? LIMIT 1`, id))
        this.#sql.erase(`DELETE FROM ${table} WHERE board = ?`, id);
      else this.#run(`DELETE FROM ${table} WHERE board = ?`, id);
    }
  }

  putParticipant(id: BoardId, participant: ParticipantRow, tokens: readonly TokenRow[]): void {
    this.changeAccess(id, { participants: [participant], tokens });
  }

  changeAccess(id: BoardId, change: AccessChange): void {
    if (!this.#one('SELECT 1 FROM boards WHERE id = ?', id)) throw gone(id);
    this.#access.change(id, change);
  }

  findToken(hash: string): TokenRow | null {
    return this.#access.token(hash);
  }

  findShortCode(hash: string): BoardId | null {
    return this.#access.boardOfCode(hash);
  }

  loadDocument(id: BoardId): StoredDocument {
    return this.#documents.load(id);
  }

  appendUpdates(id: BoardId, rows: readonly LogRow[]): number {
    return this.#documents.append(id, rows);
  }

  foldLog(id: BoardId, fold: Fold): void {
    this.#documents.fold(id, fold);
  }

  listVersions(id: BoardId): VersionFacts[] {
    return this.#history.list(id);
  }

  addVersion(id: BoardId, version: NewVersion): void {
    this.#history.add(id, version);
  }

  findVersion(id: BoardId, version: VersionId): Uint8Array | null {
    return this.#history.find(id, version);
  }

  nameVersion(id: BoardId, version: VersionId, name: string): boolean {
    return this.#history.name(id, version, name);
  }

  removeVersions(id: BoardId, versions: readonly VersionId[]): void {
    this.#history.remove(id, versions);
  }

  findVersionPicture(id: BoardId, version: VersionId): Uint8Array | null {
    return this.#history.picture(id, version);
  }

  putVersionPicture(id: BoardId, version: VersionId, png: Uint8Array): boolean {
    return this.#history.putPicture(id, version, png);
  }

  logEnd(id: BoardId): number {
    return this.#documents.end(id);
  }

  listDeleted(id: BoardId): KeptDeletion[] {
    return this.#history.deleted(id);
  }

  forgetDeletedBefore(at: number): void {
    this.#history.forgetDeletedBefore(at);
  }

  findSession(id: BoardId): StoredSession | null {
    return this.#session.find(id);
  }

  putSession(id: BoardId, session: StoredSession): boolean {
    return this.#session.put(id, session);
  }

  listRounds(id: BoardId): StoredRound[] {
    return this.#voting.rounds(id);
  }

  putRound(id: BoardId, round: StoredRound): boolean {
    return this.#voting.put(id, round);
  }

  removeRound(id: BoardId, round: RoundId): void {
    this.#voting.remove(id, round);
  }

  listBallots(id: BoardId, round: RoundId): StoredBallot[] {
    return this.#voting.ballots(id, round);
  }

  putBallot(id: BoardId, round: RoundId, ballot: StoredBallot): boolean {
    return this.#voting.putBallot(id, round, ballot);
  }

  listDrafts(id: BoardId): StoredDraft[] {
    return this.#drafts.list(id);
  }

  findDraft(id: BoardId, key: DraftKey): Uint8Array | null {
    return this.#drafts.find(id, key);
  }

  putDraft(id: BoardId, draft: StoredDraft): void {
    this.#drafts.put(id, draft);
  }

  eraseDrafts(id: BoardId, which: DraftErasure): void {
    this.#drafts.erase(id, which);
  }

  findHarvest(id: BoardId): StoredHarvest | null {
    return this.#harvest.find(id);
  }

  putHarvest(id: BoardId, harvest: StoredHarvest, files: readonly HarvestFile[] | null): boolean {
    return this.#harvest.put(id, harvest, files);
  }

  findHarvestFile(id: BoardId, name: string): HarvestFile | null {
    return this.#harvest.file(id, name);
  }

  listNamed(id: BoardId): ParticipantId[] {
    return this.#harvest.named(id);
  }

  putNamed(id: BoardId, participant: ParticipantId, isNamed: boolean): void {
    this.#harvest.putNamed(id, participant, isNamed);
  }

  probe(): void {
    this.#run('INSERT INTO probes VALUES (zeroblob(?))', probeBytes);
    this.#run('DELETE FROM probes');
  }

  #run(sql: string, ...values: SQLInputValue[]) {
    return this.#sql.run(sql, ...values);
  }

  #one(sql: string, ...values: SQLInputValue[]) {
    return this.#sql.one(sql, ...values);
  }

  #all(sql: string, ...values: SQLInputValue[]) {
    return this.#sql.all(sql, ...values);
  }
}

function gone(id: BoardId): StoreError {
  return new StoreError('gone', `There is no board ${id}.`);
}
