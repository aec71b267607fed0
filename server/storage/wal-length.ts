// How long the write-ahead log has been, in a small file beside it: SQLite takes a log that was cut off between two commits for a
// whole one, without a word. Rule R64.
import { closeSync, fdatasyncSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';

const digits = 16;

/**
 * What it says is never more than the log holds, also after a power cut: it is written after the commit, and that the log is emptied
 * is durable before. That the log has grown is not made durable. What cannot be read or written here costs only the warning.
 */
export class WalLength {
  readonly #walFile: string;
  #kept: number | null;
  #bytes = 0;

  /** Of a database that is open and ours. What was said before is gone. */
  constructor(databaseFile: string) {
    this.#walFile = walFileOf(databaseFile);
    this.#kept = opened(keptFileOf(databaseFile));
    this.#write(sizeOf(this.#walFile));
  }

  /** After each commit. SQLite writes over what it needs no longer: the file does not become shorter by itself. */
  note(): void {
    const bytes = sizeOf(this.#walFile);
    if (bytes > this.#bytes) this.#write(bytes);
  }

  /** Before the log is emptied. */
  forget(): void {
    this.#write(0);
    try {
      if (this.#kept !== null) fdatasyncSync(this.#kept);
    } catch {
      // A disk that fails: the database says so.
    }
  }

  /** After the database. */
  letGo(): void {
    if (this.#kept !== null) closeSync(this.#kept);
    this.#kept = null;
  }

  #write(bytes: number): void {
    this.#bytes = bytes;
    try {
      if (this.#kept !== null) writeSync(this.#kept, String(bytes).padStart(digits, '0'), 0);
    } catch {
      // A full disk.
    }
  }
}

/** Bytes of the log that are there no longer. */
export function walBytesMissing(databaseFile: string): number {
  const kept = Number(textOf(keptFileOf(databaseFile)));
  return Number.isSafeInteger(kept) ? Math.max(0, kept - sizeOf(walFileOf(databaseFile))) : 0;
}

/** Where the log was written back by who does not note it: it is not looked for again. */
export function forgetWalLength(databaseFile: string): void {
  try {
    rmSync(keptFileOf(databaseFile), { force: true });
  } catch {
    // It costs a warning that is not true.
  }
}

export function walFileOf(databaseFile: string): string {
  return `${databaseFile}-wal`;
}

function keptFileOf(databaseFile: string): string {
  return `${databaseFile}-wal-length`;
}

function opened(file: string): number | null {
  try {
    return openSync(file, 'w', 0o600);
  } catch {
    return null;
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function sizeOf(file: string): number {
  try {
    return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  } catch {
    return 0;
  }
}
