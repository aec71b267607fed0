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

  put(id: BoardId, { revision, state }: StoredSession): boolean {
    if (!this.#sql.one('SELECT 1 FROM boards WHERE id = ?', id))
      throw new StoreError('gone', 'There is no such board.');
    const { changes } = this.#sql.run(
      `INSERT INTO sessions VALUES (?, ?, ?) ON CONFLICT (board) DO UPDATE
         SET revision = excluded.revision, state = excluded.state WHERE excluded.revision > sessions.revision`,
      id,
      revision,
      state,
    );
    return changes === 1;
  }
}
