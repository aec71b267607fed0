// A board's document in the database: two snapshots, the log rows since the older one, and what is kept aside. Rules R60
// to R63.
import { z } from 'zod';
import { type BoardId, participantIdSchema } from '@commonboard/shared/protocol/ids.ts';
import {
  type Credits,
  type Fold,
  type LogRow,
  StoreError,
  type StoredDocument,
  type StoredUpdate,
} from './board-store.ts';
import { rowChecksum } from './checksum.ts';
import type { DraftTable } from './sqlite-drafts.ts';
import type { HistoryTables } from './sqlite-history.ts';
import { endSeq } from './sqlite-schema.ts';
import type { Statements } from './sqlite-statements.ts';

const documentRow = z.object({ seq: z.number(), checksum: z.number(), bytes: z.instanceof(Uint8Array) });
type DocumentRow = z.infer<typeof documentRow>;
const ownerRow = z.object({ client: z.number(), participant: participantIdSchema });
const creatorRow = z.object({ record: z.string(), participant: participantIdSchema });
const doubtedRow = z.object({ client: z.number(), from: z.number() });
const seqRow = z.object({ seq: z.number() });
const countRow = z.object({ count: z.number() });

type SnapshotTable = 'snapshots' | 'earlier_snapshots';

export class DocumentTables {
  readonly #sql: Statements;
  readonly #drafts: DraftTable;
  readonly #history: HistoryTables;

  constructor(sql: Statements, history: HistoryTables, drafts: DraftTable) {
    this.#sql = sql;
    this.#drafts = drafts;
    this.#history = history;
  }

  /** The first snapshot is written twice: there is none before it. */
  begin(id: BoardId, snapshot: Uint8Array): void {
    this.#put('snapshots', id, 0, snapshot);
    this.#put('earlier_snapshots', id, 0, snapshot);
    this.#putEnd(id, 0, 0);
  }

  load(id: BoardId): StoredDocument {
    const last = this.end(id);
    const newest = this.#snapshot('snapshots', id);
    const base = newest ?? this.#snapshot('earlier_snapshots', id);
    if (!base) throw new StoreError('damaged', `No snapshot of board ${id} is as it was written.`);
    const updates: StoredUpdate[] = [];
    const rows: number[] = [];
    for (const row of this.#rows(id, base.seq, endSeq - 1)) {
      if (intact(id, row)) updates.push({ seq: row.seq, update: row.bytes });
      else rows.push(row.seq);
    }
    const seq = Math.max(last, base.seq, updates.at(-1)?.seq ?? 0);
    const missing = seq - base.seq - updates.length - rows.length - this.#keptAside(id, base.seq, seq);
    // A key that was damaged hides what stands behind it, the counter too: how much that is nobody knows.
    const least = this.#hasEnd(id) ? 0 : 1;
    return {
      snapshot: base.bytes,
      updates,
      waiting: this.#waiting(id),
      seq,
      credits: this.#credits(id),
      damage: { snapshot: !newest, rows, missing: Math.max(least, missing) },
    };
  }

  append(id: BoardId, rows: readonly LogRow[]): number {
    let seq = this.end(id);
    const at = Date.now();
    for (const { participant, update, credits, deleted, erases } of rows) {
      const checksum = rowChecksum(id, ++seq, update);
      this.#sql.run('INSERT INTO updates VALUES (?, ?, ?, ?, ?, ?)', id, seq, participant, checksum, update, at);
      if (credits) this.#putCredits(id, credits);
      if (deleted) this.#history.keepDeleted(id, deleted, at);
      if (erases) this.#drafts.erase(id, erases);
    }
    this.#putEnd(id, seq, at);
    return seq;
  }

  fold(id: BoardId, { seq, snapshot, waiting }: Fold): void {
    this.end(id);
    const newest = this.#snapshot('snapshots', id);
    if (newest && newest.seq > seq) return;
    for (const row of this.#rows(id, 0, seq)) if (!intact(id, row)) this.#setAside(id, row.seq);
    for (const one of waiting) this.#copyWaiting(id, one);
    for (const table of ['snapshots', 'earlier_snapshots'] as const)
      if (!this.#snapshot(table, id)) this.#setSnapshotAside(table, id);
    this.#sql.run('INSERT OR REPLACE INTO earlier_snapshots SELECT * FROM snapshots WHERE board = ?', id);
    this.#put('snapshots', id, seq, snapshot);
    const earlier = this.#snapshot('earlier_snapshots', id);
    this.#sql.run('DELETE FROM updates WHERE board = ? AND seq <= ?', id, earlier?.seq ?? 0);
    if (!this.#hasEnd(id)) this.#putEnd(id, this.end(id), Date.now());
  }

  /** The number of the newest row. A counter that was damaged must not give one twice, nor one below the snapshot's. */
  end(id: BoardId): number {
    const last = this.#sql.one(
      `SELECT max(
         ifnull((SELECT checksum FROM updates WHERE board = ?1 AND seq = ?2), 0),
         ifnull((SELECT max(seq) FROM updates WHERE board = ?1 AND seq < ?2), 0),
         ifnull((SELECT seq FROM snapshots WHERE board = ?1), 0)
       ) AS seq FROM boards WHERE id = ?1`,
      id,
      endSeq,
    );
    if (!last) throw gone(id);
    return seqRow.parse(last).seq;
  }

  #hasEnd(id: BoardId): boolean {
    return this.#sql.one('SELECT 1 FROM updates WHERE board = ? AND seq = ?', id, endSeq) !== undefined;
  }

  #putEnd(id: BoardId, seq: number, at: number): void {
    this.#sql.run(`INSERT OR REPLACE INTO updates VALUES (?, ?, NULL, ?, x'', ?)`, id, endSeq, seq, at);
  }

  #credits(id: BoardId): Credits {
    return {
      owners: this.#sql
        .all('SELECT client, participant FROM client_owners WHERE board = ?', id)
        .map((row) => ownerRow.parse(row)),
      creators: this.#sql
        .all('SELECT record, participant FROM record_creators WHERE board = ?', id)
        .map((row) => creatorRow.parse(row)),
      doubted: this.#sql
        .all('SELECT client, clock AS "from" FROM doubted_clocks WHERE board = ?', id)
        .map((row) => doubtedRow.parse(row)),
    };
  }

  #putCredits(id: BoardId, { owners, creators, doubted = [] }: Credits): void {
    for (const { client, participant } of owners)
      this.#sql.run('INSERT OR IGNORE INTO client_owners VALUES (?, ?, ?)', id, client, participant);
    for (const { record, participant } of creators)
      this.#sql.run('INSERT OR REPLACE INTO record_creators VALUES (?, ?, ?)', id, record, participant);
    for (const { client, from } of doubted) {
      if (from === null) this.#sql.run('DELETE FROM doubted_clocks WHERE board = ? AND client = ?', id, client);
      else this.#sql.run('INSERT OR REPLACE INTO doubted_clocks VALUES (?, ?, ?)', id, client, from);
    }
  }

  #snapshot(table: SnapshotTable, id: BoardId): DocumentRow | null {
    const found = this.#sql.one(`SELECT seq, checksum, bytes FROM ${table} WHERE board = ?`, id);
    if (!found) return null;
    const row = documentRow.parse(found);
    return intact(id, row) ? row : null;
  }

  #rows(id: BoardId, after: number, upTo: number): DocumentRow[] {
    return this.#sql
      .all(
        'SELECT seq, checksum, bytes FROM updates WHERE board = ? AND seq > ? AND seq <= ? ORDER BY seq',
        id,
        after,
        upTo,
      )
      .map((row) => documentRow.parse(row));
  }

  #waiting(id: BoardId): StoredUpdate[] {
    return this.#sql
      .all(`SELECT seq, checksum, bytes FROM quarantine WHERE board = ? AND why = 'waits' ORDER BY seq`, id)
      .map((row) => documentRow.parse(row))
      .filter((row) => intact(id, row))
      .map((row) => ({ seq: row.seq, update: row.bytes }));
  }

  #keptAside(id: BoardId, after: number, upTo: number): number {
    const counted = this.#sql.one(
      `SELECT count(*) AS count FROM quarantine WHERE board = ? AND why = 'damaged' AND seq > ? AND seq <= ?`,
      id,
      after,
      upTo,
    );
    return countRow.parse(counted).count;
  }

  #put(table: SnapshotTable, id: BoardId, seq: number, snapshot: Uint8Array): void {
    const checksum = rowChecksum(id, seq, snapshot);
    this.#sql.run(`INSERT OR REPLACE INTO ${table} VALUES (?, ?, ?, ?, ?)`, id, seq, checksum, snapshot, Date.now());
  }

  /** The bytes stay for a person to look at; the log goes on without them. */
  #setAside(id: BoardId, seq: number): void {
    this.#sql.run(
      `INSERT INTO quarantine SELECT board, seq, participant, checksum, bytes, at, ?, 'damaged'
       FROM updates WHERE board = ? AND seq = ?`,
      Date.now(),
      id,
      seq,
    );
    this.#sql.run('DELETE FROM updates WHERE board = ? AND seq = ?', id, seq);
  }

  #setSnapshotAside(table: SnapshotTable, id: BoardId): void {
    this.#sql.run(
      `INSERT INTO quarantine SELECT board, seq, NULL, checksum, bytes, at, ?, 'snapshot' FROM ${table} WHERE board = ?`,
      Date.now(),
      id,
    );
    this.#sql.run(`DELETE FROM ${table} WHERE board = ?`, id);
  }

  /** The row itself stays in the log as long as the snapshot before it does. */
  #copyWaiting(id: BoardId, seq: number): void {
    this.#sql.run(
      `INSERT INTO quarantine SELECT board, seq, participant, checksum, bytes, at, ?3, 'waits' FROM updates
       WHERE board = ?1 AND seq = ?2
         AND NOT EXISTS (SELECT 1 FROM quarantine WHERE board = ?1 AND seq = ?2 AND why = 'waits')`,
      id,
      seq,
      Date.now(),
    );
  }
}

function intact(id: BoardId, row: DocumentRow): boolean {
  return row.checksum === rowChecksum(id, row.seq, row.bytes);
}

function gone(id: BoardId): StoreError {
  return new StoreError('gone', `There is no board ${id}.`);
}
