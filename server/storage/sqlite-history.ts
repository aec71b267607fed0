// What is kept of a board's past in the database: versions with their pictures, and deleted records.
import { z } from 'zod';
import { versionIdSchema, versionKindSchema, type VersionId } from '@commonboard/shared/protocol/history.ts';
import { type BoardId, participantIdSchema } from '@commonboard/shared/protocol/ids.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { StoreError } from './board-store.ts';
import { rowChecksum } from './checksum.ts';
import type { DeletedRecord, KeptDeletion, NewVersion, VersionFacts } from './history-store.ts';
import type { Statements } from './sqlite-statements.ts';

const bytes = z.instanceof(Uint8Array);
const factsRow = z.object({
  id: versionIdSchema,
  at: z.number(),
  kind: versionKindSchema,
  name: z.string().nullable(),
  participant: participantIdSchema.nullable(),
  seq: z.number(),
  bytes: z.number(),
  hasPicture: z.number().transform((has) => has === 1),
});
const contentRow = z.object({ seq: z.number(), checksum: z.number(), bytes });
const pictureRow = z.object({ picture: bytes.nullable() });
const deletionRow = z.object({
  record: z.string(),
  participant: participantIdSchema.nullable(),
  content: z.string(),
  at: z.number(),
});

export class HistoryTables {
  readonly #sql: Statements;

  constructor(sql: Statements) {
    this.#sql = sql;
  }

  list(id: BoardId): VersionFacts[] {
    return this.#sql
      .all(
        `SELECT id, at, kind, name, participant, seq, length(bytes) + ifnull(length(picture), 0) AS bytes,
           picture IS NOT NULL AS hasPicture
         FROM versions WHERE board = ? ORDER BY at DESC, rowid DESC`,
        id,
      )
      .map((row) => factsRow.parse(row));
  }

  add(id: BoardId, { id: version, at, kind, name, participant, seq, snapshot }: NewVersion): void {
    if (!this.#sql.one('SELECT 1 FROM boards WHERE id = ?', id))
      throw new StoreError('gone', 'There is no such board.');
    const checksum = rowChecksum(id, seq, snapshot);
    this.#sql.run(
      'INSERT OR REPLACE INTO versions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)',
      id,
      version,
      at,
      kind,
      name,
      participant,
      seq,
      checksum,
      snapshot,
    );
  }

  find(id: BoardId, version: VersionId): Uint8Array | null {
    const found = this.#sql.one('SELECT seq, checksum, bytes FROM versions WHERE board = ? AND id = ?', id, version);
    if (!found) return null;
    const row = contentRow.parse(found);
    if (row.checksum === rowChecksum(id, row.seq, row.bytes)) return row.bytes;
    throw new StoreError('damaged', `Version ${version} is not as it was written.`);
  }

  name(id: BoardId, version: VersionId, name: string): boolean {
    const { changes } = this.#sql.run(
      `UPDATE versions SET kind = 'named', name = ? WHERE board = ? AND id = ?`,
      name,
      id,
      version,
    );
    return changes === 1;
  }

  remove(id: BoardId, versions: readonly VersionId[]): void {
    for (const version of versions) this.#sql.run('DELETE FROM versions WHERE board = ? AND id = ?', id, version);
  }

  picture(id: BoardId, version: VersionId): Uint8Array | null {
    const found = this.#sql.one('SELECT picture FROM versions WHERE board = ? AND id = ?', id, version);
    return found ? pictureRow.parse(found).picture : null;
  }

  putPicture(id: BoardId, version: VersionId, png: Uint8Array): boolean {
    const { changes } = this.#sql.run(
      'UPDATE versions SET picture = ? WHERE board = ? AND id = ? AND picture IS NULL',
      png,
      id,
      version,
    );
    return changes === 1;
  }

  deleted(id: BoardId): KeptDeletion[] {
    return this.#sql
      .all('SELECT record, participant, content, at FROM deleted_records WHERE board = ? ORDER BY rowid DESC', id)
      .map((row) => deletionRow.parse(row));
  }

  keepDeleted(id: BoardId, records: readonly DeletedRecord[], at: number): void {
    for (const { record, participant, content } of records)
      this.#sql.run(
        'INSERT OR REPLACE INTO deleted_records VALUES (?, ?, ?, ?, ?)',
        id,
        record,
        participant,
        content,
        at,
      );
    // The oldest go first.
    this.#sql.run(
      `DELETE FROM deleted_records WHERE rowid IN (
         SELECT rowid FROM (
           SELECT rowid, row_number() OVER newer AS place, sum(length(content)) OVER newer AS chars
           FROM deleted_records WHERE board = ? WINDOW newer AS (ORDER BY rowid DESC)
         ) WHERE place > ? OR chars > ?
       )`,
      id,
      limits.deletedRecordsMax,
      limits.deletedCharsMax,
    );
  }

  forgetDeletedBefore(at: number): void {
    this.#sql.run('DELETE FROM deleted_records WHERE at < ?', at);
  }
}
