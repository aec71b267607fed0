// SQL by its text: each statement is prepared once.
import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';

export class Statements {
  /** Since whoever commits has emptied the write-ahead file. */
  hasErased = false;
  readonly #db: DatabaseSync;
  readonly #prepared = new Map<string, StatementSync>();

  constructor(db: DatabaseSync) {
    this.#db = db;
  }

  run(sql: string, ...values: SQLInputValue[]) {
    return this.#statement(sql).run(...values);
  }

  one(sql: string, ...values: SQLInputValue[]) {
    return this.#statement(sql).get(...values);
  }

  all(sql: string, ...values: SQLInputValue[]) {
    return this.#statement(sql).all(...values);
  }

  /** Writes what it deletes over with zeros: it would stay readable in the file. */
  erase(sql: string, ...values: SQLInputValue[]): void {
    this.overwriting(() => this.run(sql, ...values));
    this.hasErased = true;
  }

  /** What is replaced by it is written over with zeros in the database file. */
  overwriting<T>(write: () => T): T {
    this.one('PRAGMA secure_delete = ON');
    try {
      return write();
    } finally {
      this.one('PRAGMA secure_delete = OFF');
    }
  }

  #statement(sql: string): StatementSync {
    let statement = this.#prepared.get(sql);
    if (!statement) {
      statement = this.#db.prepare(sql);
      this.#prepared.set(sql, statement);
    }
    return statement;
  }
}
