// Drafts in the database: one row for each person of a round. No times and no row numbers: who wrote when is nowhere.
import { z } from 'zod';
import { type BoardId, participantIdSchema } from '@commonboard/shared/protocol/ids.ts';
import { StoreError } from './board-store.ts';
import type { DraftErasure, DraftKey, StoredDraft } from './draft-store.ts';
import type { Statements } from './sqlite-statements.ts';

const draftRow = z.object({
  round: z.string(),
  participant: participantIdSchema,
  state: z.instanceof(Uint8Array),
});
const stateRow = draftRow.pick({ state: true });

export class DraftTable {
  readonly #sql: Statements;

  constructor(sql: Statements) {
    this.#sql = sql;
  }

  list(board: BoardId): StoredDraft[] {
    const rows = this.#sql.all(
      'SELECT round, participant, state FROM drafts WHERE board = ? ORDER BY round, participant',
      board,
    );
    return rows.map((row) => draftRow.parse(row));
  }

  find(board: BoardId, { round, participant }: DraftKey): Uint8Array | null {
    const row = this.#sql.one(
      'SELECT state FROM drafts WHERE board = ? AND round = ? AND participant = ?',
      board,
      round,
      participant,
    );
    return row ? stateRow.parse(row).state : null;
  }

  put(board: BoardId, { round, participant, state }: StoredDraft): void {
    if (!this.#sql.one('SELECT 1 FROM boards WHERE id = ?', board))
      throw new StoreError('gone', 'There is no such board.');
    // What it was before is written over as well.
    this.#sql.overwriting(() =>
      this.#sql.run(
        `INSERT INTO drafts VALUES (?, ?, ?, ?)
           ON CONFLICT (board, round, participant) DO UPDATE SET state = excluded.state`,
        board,
        round,
        participant,
        state,
      ),
    );
  }

  erase(board: BoardId, which: DraftErasure): void {
    const { round, participant } = which;
    if (participant === null) {
      this.#sql.erase('DELETE FROM drafts WHERE board = ? AND round = ?', board, round);
      return;
    }
    this.#sql.erase('DELETE FROM drafts WHERE board = ? AND round = ? AND participant = ?', board, round, participant);
    if (which.stays) this.put(board, { round, participant, state: which.stays });
  }
}
