// Reads and writes of the database, one method per verb of the port, without threads or transactions: the worker adds both.
import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import { z } from 'zod';
import { type BoardId, boardIdSchema, participantIdSchema } from '@commonboard/shared/protocol/ids.ts';
import { roleSchema } from '@commonboard/shared/protocol/roles.ts';
import { clientVersionSchema } from '@commonboard/shared/schema/client-version.ts';
import {
  type BoardStore,
  type LogRow,
  type NewBoard,
  type ParticipantRow,
  StoreError,
  type StoredBoard,
  type StoredDocument,
  type TokenRow,
  tokensPerParticipantMax,
} from './board-store.ts';
import { rowChecksum } from './checksum.ts';

/** The port's verbs, answered at once. */
export type StoreVerbs = {
  [V in Exclude<keyof BoardStore, 'close'>]: BoardStore[V] extends (...args: infer A) => Promise<infer R>
    ? (...args: A) => R
    : never;
};
export type StoreVerb = keyof StoreVerbs;

const bytes = z.instanceof(Uint8Array);
const boardRow = z.object({
  id: boardIdSchema,
  title: z.string(),
  template: z.string().nullable(),
  createdAt: z.number(),
});
const linkRow = z.object({ role: roleSchema, hash: z.string(), epoch: z.number(), sealed: bytes.nullable() });
const participantRow = z.object({
  id: participantIdSchema,
  name: z.string(),
  color: z.string(),
  resumeHash: z.string(),
  joinedAt: z.number(),
});
const tokenRow = z.object({
  hash: z.string(),
  board: boardIdSchema,
  participant: participantIdSchema,
  role: roleSchema,
  epoch: z.number(),
  kind: z.enum(['session', 'files']),
  createdAt: z.number(),
  client: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(clientVersionSchema),
});
const documentRow = z.object({ seq: z.number(), checksum: z.number(), bytes });
const seqRow = z.object({ seq: z.number() });
const planRow = z.object({ file: z.string() });

const boardTables = ['links', 'participants', 'tokens', 'updates', 'snapshots', 'quarantine', 'plans'] as const;
const probeBytes = 64 * 1024;

export class SqliteTables implements StoreVerbs {
  readonly #db: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();

  constructor(db: DatabaseSync) {
    this.#db = db;
  }

  createBoard({ board, links, snapshot, plan }: NewBoard): void {
    const { id, title, template, createdAt } = board;
    this.#run('INSERT INTO boards VALUES (?, ?, ?, ?, 0)', id, title, template, createdAt);
    for (const link of links) {
      this.#run('INSERT INTO links VALUES (?, ?, ?, ?, ?)', id, link.role, link.hash, link.epoch, link.sealed);
    }
    if (plan !== null) this.#run('INSERT INTO plans VALUES (?, ?)', id, plan);
    this.#putSnapshot(id, 0, snapshot);
  }

  findBoard(id: BoardId): StoredBoard | null {
    const row = this.#one('SELECT id, title, template, created_at AS createdAt FROM boards WHERE id = ?', id);
    if (!row) return null;
    return {
      board: boardRow.parse(row),
      links: this.#all('SELECT role, hash, epoch, sealed FROM links WHERE board = ?', id).map((link) =>
        linkRow.parse(link),
      ),
      participants: this.#all(
        'SELECT id, name, color, resume_hash AS resumeHash, joined_at AS joinedAt FROM participants WHERE board = ? ORDER BY rowid',
        id,
      ).map((participant) => participantRow.parse(participant)),
    };
  }

  findPlan(id: BoardId): string | null {
    const row = this.#one('SELECT file FROM plans WHERE board = ?', id);
    return row ? planRow.parse(row).file : null;
  }

  renameBoard(id: BoardId, title: string): void {
    const { changes } = this.#run('UPDATE boards SET title = ? WHERE id = ?', title, id);
    if (changes === 0) throw gone(id);
  }

  deleteBoard(id: BoardId): void {
    this.#run('DELETE FROM boards WHERE id = ?', id);
    for (const table of boardTables) this.#run(`DELETE FROM ${table} WHERE board = ?`, id);
  }

  putParticipant(id: BoardId, participant: ParticipantRow, tokens: readonly TokenRow[]): void {
    if (!this.#one('SELECT 1 FROM boards WHERE id = ?', id)) throw gone(id);
    const { id: who, name, color, resumeHash, joinedAt } = participant;
    this.#run(
      `INSERT INTO participants VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (board, id) DO UPDATE SET name = excluded.name, color = excluded.color`,
      id,
      who,
      name,
      color,
      resumeHash,
      joinedAt,
    );
    for (const { hash, role, epoch, kind, createdAt, client } of tokens) {
      const about = JSON.stringify(client);
      this.#run(
        'INSERT INTO tokens VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
        hash,
        id,
        who,
        role,
        epoch,
        kind,
        createdAt,
        about,
      );
      this.#run(
        `DELETE FROM tokens WHERE rowid IN (
           SELECT rowid FROM tokens WHERE board = ? AND participant = ? AND kind = ? ORDER BY rowid DESC LIMIT -1 OFFSET ?
         )`,
        id,
        who,
        kind,
        tokensPerParticipantMax,
      );
    }
  }

  findToken(hash: string): TokenRow | null {
    const row = this.#one(
      'SELECT hash, board, participant, role, epoch, kind, created_at AS createdAt, client FROM tokens WHERE hash = ?',
      hash,
    );
    return row ? tokenRow.parse(row) : null;
  }

  loadDocument(id: BoardId): StoredDocument {
    const last = this.#one('SELECT last_seq AS seq FROM boards WHERE id = ?', id);
    if (!last) throw gone(id);
    const found = this.#one('SELECT seq, checksum, bytes FROM snapshots WHERE board = ?', id);
    if (!found) throw new StoreError('damaged', `The snapshot of board ${id} is missing.`);
    const snapshot = documentRow.parse(found);
    if (!intact(id, snapshot)) throw new StoreError('damaged', `The snapshot of board ${id} has changed on disk.`);
    const updates: Uint8Array[] = [];
    const damaged: number[] = [];
    const rows = this.#all(
      'SELECT seq, checksum, bytes FROM updates WHERE board = ? AND seq > ? ORDER BY seq',
      id,
      snapshot.seq,
    );
    for (const raw of rows) {
      const row = documentRow.parse(raw);
      if (intact(id, row)) updates.push(row.bytes);
      else damaged.push(row.seq);
    }
    for (const seq of damaged) this.#quarantine(id, seq);
    return { snapshot: snapshot.bytes, updates, seq: seqRow.parse(last).seq, damaged };
  }

  appendUpdates(id: BoardId, rows: readonly LogRow[]): number {
    const last = this.#one(
      'UPDATE boards SET last_seq = last_seq + ? WHERE id = ? RETURNING last_seq AS seq',
      rows.length,
      id,
    );
    if (!last) throw gone(id);
    const { seq } = seqRow.parse(last);
    const at = Date.now();
    rows.forEach(({ participant, update }, index) => {
      const own = seq - rows.length + index + 1;
      const checksum = rowChecksum(id, own, update);
      this.#run('INSERT INTO updates VALUES (?, ?, ?, ?, ?, ?)', id, own, participant, checksum, update, at);
    });
    return seq;
  }

  foldLog(id: BoardId, seq: number, snapshot: Uint8Array): void {
    if (!this.#one('SELECT 1 FROM boards WHERE id = ?', id)) throw gone(id);
    this.#putSnapshot(id, seq, snapshot);
    this.#run('DELETE FROM updates WHERE board = ? AND seq <= ?', id, seq);
  }

  probe(): void {
    this.#run('INSERT INTO probes VALUES (zeroblob(?))', probeBytes);
    this.#run('DELETE FROM probes');
  }

  #putSnapshot(id: BoardId, seq: number, snapshot: Uint8Array): void {
    const checksum = rowChecksum(id, seq, snapshot);
    this.#run('INSERT OR REPLACE INTO snapshots VALUES (?, ?, ?, ?, ?)', id, seq, checksum, snapshot, Date.now());
  }

  /** The bytes stay for a person to look at; the log goes on without them. */
  #quarantine(id: BoardId, seq: number): void {
    this.#run(
      `INSERT INTO quarantine SELECT board, seq, participant, checksum, bytes, at, ?
       FROM updates WHERE board = ? AND seq = ?`,
      Date.now(),
      id,
      seq,
    );
    this.#run('DELETE FROM updates WHERE board = ? AND seq = ?', id, seq);
  }

  #run(sql: string, ...values: SQLInputValue[]) {
    return this.#statement(sql).run(...values);
  }

  #one(sql: string, ...values: SQLInputValue[]) {
    return this.#statement(sql).get(...values);
  }

  #all(sql: string, ...values: SQLInputValue[]) {
    return this.#statement(sql).all(...values);
  }

  #statement(sql: string): StatementSync {
    let statement = this.#statements.get(sql);
    if (!statement) {
      statement = this.#db.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }
}

function intact(id: BoardId, row: z.infer<typeof documentRow>): boolean {
  return row.checksum === rowChecksum(id, row.seq, row.bytes);
}

function gone(id: BoardId): StoreError {
  return new StoreError('gone', `There is no board ${id}.`);
}
