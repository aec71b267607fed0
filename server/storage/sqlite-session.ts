// The records of sessions in the database.
import { z } from 'zod';
import type { BoardId } from '@commonboard/shared/protocol/ids.ts';
import { StoreError } from './board-store.ts';
import type { StoredSession } from './session-store.ts';
import type { Statements } from './sqlite-statements.ts';

const sessionRow = z.object({ revision: z.number(), state: z.string() });

export class SessionTable {
  readonly #sql: Statements;

  constructor(sql: Statements) {
    this.#sql = sql;
  }

  find(id: BoardId): StoredSession | null {
    const row = this.#sql.one('SELECT revision, state FROM sessions WHERE board = ?', id);
    return row ? sessionRow.parse(row) : null;
  }

  put(id: BoardId, { revision, state, erases }: StoredSession): boolean {
    if (!this.#sql.one('SELECT 1 FROM boards WHERE id = ?', id))
      throw new StoreError('gone', 'There is no such board.');
    // Answers that nobody sees stand in it until they are counted: what it was before must not stay readable in the file.
    const { changes } = this.#sql.overwriting(() =>
      this.#sql.run(
        `INSERT INTO sessions VALUES (?, ?, ?) ON CONFLICT (board) DO UPDATE
           SET revision = excluded.revision, state = excluded.state WHERE excluded.revision > sessions.revision`,
        id,
        revision,
        state,
      ),
    );
    if (erases && changes === 1) this.#sql.hasErased = true;
    return changes === 1;
  }
}
