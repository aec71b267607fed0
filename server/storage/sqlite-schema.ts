// The tables of the database file, and how an older file is brought up to date.
import type { DatabaseSync } from 'node:sqlite';

/** Raised with each change of the tables; one migration step per number. */
const schemaVersion = 3;

const migrations: readonly string[] = [
  `
  CREATE TABLE boards (
    id TEXT PRIMARY KEY, title TEXT NOT NULL, template TEXT, created_at INTEGER NOT NULL, last_seq INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE links (
    board TEXT NOT NULL, role TEXT NOT NULL, hash TEXT NOT NULL, epoch INTEGER NOT NULL, sealed BLOB,
    PRIMARY KEY (board, role)
  ) STRICT;
  CREATE TABLE participants (
    board TEXT NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL, color TEXT NOT NULL, resume_hash TEXT NOT NULL,
    joined_at INTEGER NOT NULL,
    PRIMARY KEY (board, id)
  ) STRICT;
  CREATE TABLE tokens (
    hash TEXT PRIMARY KEY, board TEXT NOT NULL, participant TEXT NOT NULL, role TEXT NOT NULL, epoch INTEGER NOT NULL,
    kind TEXT NOT NULL, created_at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX tokens_by_participant ON tokens (board, participant, kind);
  CREATE TABLE updates (
    board TEXT NOT NULL, seq INTEGER NOT NULL, participant TEXT, checksum INTEGER NOT NULL, bytes BLOB NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (board, seq)
  ) STRICT;
  CREATE TABLE snapshots (
    board TEXT PRIMARY KEY, seq INTEGER NOT NULL, checksum INTEGER NOT NULL, bytes BLOB NOT NULL, at INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE quarantine (
    board TEXT NOT NULL, seq INTEGER NOT NULL, participant TEXT, checksum INTEGER NOT NULL, bytes BLOB NOT NULL,
    at INTEGER NOT NULL, found_at INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE probes (bytes BLOB NOT NULL) STRICT;
  `,
  // What the client said of its age when it joined, as JSON.
  `ALTER TABLE tokens ADD COLUMN client TEXT NOT NULL DEFAULT '{}';`,
  // Of boards that were made from a template file: the file.
  `CREATE TABLE plans (board TEXT PRIMARY KEY, file TEXT NOT NULL) STRICT;`,
];

/** Throws when the file was written by a newer version. */
export function migrate(db: DatabaseSync): void {
  const found = Number(db.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0);
  if (found > schemaVersion) {
    throw new Error('The data folder was written by a newer version of Commonboard. Start that version instead.');
  }
  db.exec('BEGIN IMMEDIATE');
  for (const step of migrations.slice(found)) db.exec(step);
  db.exec(`PRAGMA user_version = ${schemaVersion}`);
  db.exec('COMMIT');
}
