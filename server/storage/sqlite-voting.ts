// Rounds and ballots in the database. No times and no row numbers: the order in which people vote is nowhere.
import { z } from 'zod';
import { type BoardId, participantIdSchema } from '@commonboard/shared/protocol/ids.ts';
import { type RoundId, roundIdSchema } from '@commonboard/shared/voting/round.ts';
import { StoreError } from './board-store.ts';
import type { Statements } from './sqlite-statements.ts';
import type { StoredBallot, StoredRound } from './voting-store.ts';

const roundRow = z.object({
  id: roundIdSchema,
  revision: z.number(),
  isOpen: z.number().transform((isOpen) => isOpen === 1),
  state: z.string(),
});
const ballotRow = z.object({ participant: participantIdSchema, ballot: z.string() });

export class VotingTables {
  readonly #sql: Statements;

  constructor(sql: Statements) {
    this.#sql = sql;
  }

  rounds(board: BoardId): StoredRound[] {
    const rows = this.#sql.all(
      'SELECT id, revision, is_open AS isOpen, state FROM rounds WHERE board = ? ORDER BY id',
      board,
    );
    return rows.map((row) => roundRow.parse(row));
  }

  put(board: BoardId, { id, revision, isOpen, state }: StoredRound): boolean {
    if (!this.#sql.one('SELECT 1 FROM boards WHERE id = ?', board))
      throw new StoreError('gone', 'There is no such board.');
    const { changes } = this.#sql.run(
      `INSERT INTO rounds VALUES (?, ?, ?, ?, ?) ON CONFLICT (board, id) DO UPDATE
         SET revision = excluded.revision, is_open = excluded.is_open, state = excluded.state
         WHERE excluded.revision > rounds.revision`,
      board,
      id,
      revision,
      isOpen ? 1 : 0,
      state,
    );
    if (changes === 1 && !isOpen) this.#erase(board, id);
    return changes === 1;
  }

  remove(board: BoardId, round: RoundId): void {
    this.#sql.run('DELETE FROM rounds WHERE board = ? AND id = ?', board, round);
    this.#erase(board, round);
  }

  ballots(board: BoardId, round: RoundId): StoredBallot[] {
    const rows = this.#sql.all(
      'SELECT participant, ballot FROM ballots WHERE board = ? AND round = ? ORDER BY participant',
      board,
      round,
    );
    return rows.map((row) => ballotRow.parse(row));
  }

  putBallot(board: BoardId, round: RoundId, { participant, ballot }: StoredBallot): boolean {
    // The one that it takes the place of must not stay readable in the file.
    const { changes } = this.#sql.overwriting(() =>
      this.#sql.run(
        `INSERT INTO ballots SELECT board, id, ?, ? FROM rounds WHERE board = ? AND id = ? AND is_open = 1
           ON CONFLICT (board, round, participant) DO UPDATE SET ballot = excluded.ballot`,
        participant,
        ballot,
        board,
        round,
      ),
    );
    return changes === 1;
  }

  #erase(board: BoardId, round: RoundId): void {
    this.#sql.erase('DELETE FROM ballots WHERE board = ? AND round = ?', board, round);
  }
}
