// Copies the database while the server goes on with it. What was committed is written back into the file first, and until the copy
// is done commits stay in the write-ahead file: the file rests while it is read. (SQLite's own backup, as Node has it, fails now
// and then when the same connection commits meanwhile: 77 of 615 copies under load, Node 24.21.)
import { closeSync, fstatSync, openSync, read } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import type { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import { StoreError } from './board-store.ts';
import type { WalLength } from './wal-length.ts';

const readInto = promisify(read);
const pieceBytes = 1024 * 1024;
/** SQLite's own. */
const usualCheckpointPages = 1_000;

export class DatabaseCopies {
  readonly #db: DatabaseSync;
  readonly #file: string;
  readonly #wal: Pick<WalLength, 'forget'>;
  /** Closed only after the database: to close any handle of a file is to give up all locks that this process has on it. */
  #source: number | null = null;
  #last: Promise<void> = Promise.resolve();
  #isCopying = false;
  #isStopping = false;

  constructor(db: DatabaseSync, file: string, wal: Pick<WalLength, 'forget'>) {
    this.#db = db;
    this.#file = file;
    this.#wal = wal;
  }

  /** Nothing may be written back into the file. */
  get isCopying(): boolean {
    return this.#isCopying;
  }

  /** One after the other: each holds all that was committed when it was begun. */
  copyTo(target: string): Promise<void> {
    const copied = this.#last.then(() => this.#copy(target));
    this.#last = copied.catch(() => undefined);
    return copied;
  }

  /** Gives up what is being copied. Resolves when the database may be closed. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    await this.#last;
  }

  /** After the database. */
  letGo(): void {
    if (this.#source !== null) closeSync(this.#source);
    this.#source = null;
  }

  async #copy(target: string): Promise<void> {
    this.#isCopying = true;
    try {
      this.#db.exec('PRAGMA wal_autocheckpoint = 0');
      this.#wal.forget();
      const done = this.#db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get();
      if (done?.['busy'] !== 0) throw new StoreError('unavailable', 'The database is in use by something else.');
      this.#source ??= openSync(this.#file, 'r');
      await this.#copyFile(this.#source, target);
    } finally {
      this.#isCopying = false;
      this.#db.exec(`PRAGMA wal_autocheckpoint = ${usualCheckpointPages}`);
    }
  }

  async #copyFile(source: number, target: string): Promise<void> {
    const { size } = fstatSync(source);
    const copy = await open(target, 'w', 0o600);
    try {
      const piece = Buffer.alloc(pieceBytes);
      for (let at = 0; at < size;) {
        if (this.#isStopping) throw new StoreError('unavailable', 'The server is stopping.');
        const { bytesRead } = await readInto(source, piece, 0, Math.min(pieceBytes, size - at), at);
        if (bytesRead === 0)
          throw new StoreError('unavailable', 'The database file became shorter while it was copied.');
        await writeWhole(copy, piece.subarray(0, bytesRead), at);
        at += bytesRead;
      }
      await copy.sync();
    } finally {
      await copy.close();
    }
  }
}

/** A system may take less at a time than it is given. */
async function writeWhole(file: FileHandle, bytes: Uint8Array, at: number): Promise<void> {
  for (let written = 0; written < bytes.length;) {
    const { bytesWritten } = await file.write(bytes, written, bytes.length - written, at + written);
    if (bytesWritten === 0) throw new StoreError('unavailable', 'The copy could not be written.');
    written += bytesWritten;
  }
}
