// What groups leave with, in the database.
import { z } from 'zod';
import { type BoardId, type ParticipantId, participantIdSchema } from '@commonboard/shared/protocol/ids.ts';
import { StoreError } from './board-store.ts';
import type { HarvestFile, StoredHarvest } from './harvest-store.ts';
import type { Statements } from './sqlite-statements.ts';

const harvestRow = z.object({ revision: z.number(), state: z.string() });
const fileRow = z.object({ name: z.string(), type: z.string(), bytes: z.instanceof(Uint8Array) });
const namedRow = z.object({ participant: participantIdSchema });

export class HarvestTables {
  readonly #sql: Statements;

  constructor(sql: Statements) {
    this.#sql = sql;
  }

  find(board: BoardId): StoredHarvest | null {
    const row = this.#sql.one('SELECT revision, state FROM harvests WHERE board = ?', board);
    return row ? harvestRow.parse(row) : null;
  }

  put(board: BoardId, { revision, state }: StoredHarvest, files: readonly HarvestFile[] | null): boolean {
    this.#needBoard(board);
    const { changes } = this.#sql.run(
      `INSERT INTO harvests VALUES (?, ?, ?) ON CONFLICT (board) DO UPDATE
         SET revision = excluded.revision, state = excluded.state WHERE excluded.revision > harvests.revision`,
      board,
      revision,
      state,
    );
    if (changes !== 1) return false;
    if (files === null) return true;
    if (this.#sql.one('SELECT 1 FROM harvest_files WHERE board = ? LIMIT 1', board))
      this.#sql.erase('DELETE FROM harvest_files WHERE board = ?', board);
    for (const { name, type, bytes } of files)
      this.#sql.run('INSERT INTO harvest_files VALUES (?, ?, ?, ?)', board, name, type, bytes);
    return true;
  }

  file(board: BoardId, name: string): HarvestFile | null {
    const row = this.#sql.one('SELECT name, type, bytes FROM harvest_files WHERE board = ? AND name = ?', board, name);
    return row ? fileRow.parse(row) : null;
  }

  named(board: BoardId): ParticipantId[] {
    const rows = this.#sql.all('SELECT participant FROM named_people WHERE board = ? ORDER BY participant', board);
    return rows.map((row) => namedRow.parse(row).participant);
  }

  putNamed(board: BoardId, participant: ParticipantId, isNamed: boolean): void {
    this.#needBoard(board);
    if (isNamed) this.#sql.run('INSERT OR IGNORE INTO named_people VALUES (?, ?)', board, participant);
    else this.#sql.run('DELETE FROM named_people WHERE board = ? AND participant = ?', board, participant);
  }

  #needBoard(board: BoardId): void {
    if (!this.#sql.one('SELECT 1 FROM boards WHERE id = ?', board))
      throw new StoreError('gone', 'There is no such board.');
  }
}
