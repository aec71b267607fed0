// The tables of the database file, and how an older file is brought up to date.
import type { DatabaseSync } from 'node:sqlite';

/** Raised with each change of the tables; one migration step per number. */
export const schemaVersion = 13;

/** Stands for the number of a row that is behind all others; its checksum is the number of the newest. */
export const endSeq = Number.MAX_SAFE_INTEGER;

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
  // The snapshot before the newest, and why something is in quarantine: damaged, waits, snapshot.
  `
  CREATE TABLE earlier_snapshots (
    board TEXT PRIMARY KEY, seq INTEGER NOT NULL, checksum INTEGER NOT NULL, bytes BLOB NOT NULL, at INTEGER NOT NULL
  ) STRICT;
  ALTER TABLE quarantine ADD COLUMN why TEXT NOT NULL DEFAULT 'damaged';
  CREATE INDEX quarantine_by_board ON quarantine (board, why, seq);
  `,
  // Who counts under which client id of the document, and who made which record.
  `
  CREATE TABLE client_owners (
    board TEXT NOT NULL, client INTEGER NOT NULL, participant TEXT NOT NULL, PRIMARY KEY (board, client)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE record_creators (
    board TEXT NOT NULL, record TEXT NOT NULL, participant TEXT NOT NULL, PRIMARY KEY (board, record)
  ) STRICT, WITHOUT ROWID;
  `,
  // How people get in. Who had a token to facilitate goes on leading.
  `
  CREATE TABLE access (
    board TEXT PRIMARY KEY, paused INTEGER NOT NULL, newcomers TEXT NOT NULL, passcode_hash TEXT, passcode_salt TEXT,
    recovery_hash TEXT, code_hash TEXT, code_until INTEGER
  ) STRICT;
  CREATE INDEX access_by_code ON access (code_hash) WHERE code_hash IS NOT NULL;
  ALTER TABLE links ADD COLUMN off INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE participants ADD COLUMN role TEXT NOT NULL DEFAULT 'edit';
  ALTER TABLE participants ADD COLUMN standing TEXT NOT NULL DEFAULT 'in';
  ALTER TABLE participants ADD COLUMN leading TEXT NOT NULL DEFAULT 'no';
  ALTER TABLE participants ADD COLUMN epoch INTEGER NOT NULL DEFAULT 1;
  ALTER TABLE participants ADD COLUMN code_epoch INTEGER;
  ALTER TABLE tokens ADD COLUMN person_epoch INTEGER NOT NULL DEFAULT 1;
  UPDATE participants SET role = 'facilitate', leading = 'yes' WHERE EXISTS (
    SELECT 1 FROM tokens
    WHERE tokens.board = participants.board AND tokens.participant = participants.id AND tokens.role = 'facilitate'
  );
  `,
  // Versions of a board with their pictures, and the records that people have deleted.
  `
  CREATE TABLE versions (
    board TEXT NOT NULL, id TEXT NOT NULL, at INTEGER NOT NULL, kind TEXT NOT NULL, name TEXT, participant TEXT,
    seq INTEGER NOT NULL, checksum INTEGER NOT NULL, bytes BLOB NOT NULL, picture BLOB,
    PRIMARY KEY (board, id)
  ) STRICT;
  CREATE TABLE deleted_records (
    board TEXT NOT NULL, record TEXT NOT NULL, participant TEXT, content TEXT NOT NULL, at INTEGER NOT NULL,
    PRIMARY KEY (board, record)
  ) STRICT;
  CREATE INDEX deleted_records_by_age ON deleted_records (at);
  `,
  // What is under way on a board, as JSON.
  `CREATE TABLE sessions (board TEXT PRIMARY KEY, revision INTEGER NOT NULL, state TEXT NOT NULL) STRICT;`,
  // The number of a board's newest row stands in a row behind it, so that a commit writes one page and not four.
  `
  CREATE TABLE log (
    board TEXT NOT NULL, seq INTEGER NOT NULL, participant TEXT, checksum INTEGER NOT NULL, bytes BLOB NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (board, seq)
  ) STRICT, WITHOUT ROWID;
  INSERT INTO log SELECT board, seq, participant, checksum, bytes, at FROM updates;
  INSERT INTO log SELECT id, ${endSeq}, NULL, last_seq, x'', created_at FROM boards;
  DROP TABLE updates;
  ALTER TABLE log RENAME TO updates;
  ALTER TABLE boards DROP COLUMN last_seq;
  `,
  // From which clock on what is stored under a client id was brought by others than its owner.
  `
  CREATE TABLE doubted_clocks (
    board TEXT NOT NULL, client INTEGER NOT NULL, clock INTEGER NOT NULL, PRIMARY KEY (board, client)
  ) STRICT, WITHOUT ROWID;
  `,
  // Votes. Ballots of the open ones only, without times and row numbers.
  `
  CREATE TABLE rounds (
    board TEXT NOT NULL, id TEXT NOT NULL, revision INTEGER NOT NULL, is_open INTEGER NOT NULL, state TEXT NOT NULL,
    PRIMARY KEY (board, id)
  ) STRICT;
  CREATE TABLE ballots (
    board TEXT NOT NULL, round TEXT NOT NULL, participant TEXT NOT NULL, ballot TEXT NOT NULL,
    PRIMARY KEY (board, round, participant)
  ) STRICT, WITHOUT ROWID;
  `,
  // What people write in private rounds, until it is shown: without times and row numbers.
  `
  CREATE TABLE drafts (
    board TEXT NOT NULL, round TEXT NOT NULL, participant TEXT NOT NULL, state BLOB NOT NULL,
    PRIMARY KEY (board, round, participant)
  ) STRICT, WITHOUT ROWID;
  `,
  // What a group leaves with, the files that are published of it, and who has agreed to be named in them.
  `
  CREATE TABLE harvests (board TEXT PRIMARY KEY, revision INTEGER NOT NULL, state TEXT NOT NULL) STRICT;
  CREATE TABLE harvest_files (
    board TEXT NOT NULL, name TEXT NOT NULL, type TEXT NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (board, name)
  ) STRICT;
  CREATE TABLE named_people (
    board TEXT NOT NULL, participant TEXT NOT NULL, PRIMARY KEY (board, participant)
  ) STRICT, WITHOUT ROWID;
  `,
];

/** Throws when the file was written by a newer version. All steps or none. */
export function migrate(db: Pick<DatabaseSync, 'exec' | 'prepare'>, to: number = schemaVersion): void {
  const found = Number(db.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0);
  if (found > schemaVersion) {
    throw new Error('The data folder was written by a newer version of Commonboard. Start that version instead.');
  }
  if (found >= to) return;
  db.exec('BEGIN IMMEDIATE');
  for (const step of migrations.slice(found, to)) db.exec(step);
  db.exec(`PRAGMA user_version = ${to}`);
  db.exec('COMMIT');
}
