// This device's own copy of one board: what the document is opened with, and a log of what is added to it. It says of how
// much of this page's work it is sure, and what lay in it that the server had not settled. Where there is no storage, it
// is a document and nothing more.
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { quietDoc } from '@commonboard/shared/board/layout/quiet-doc.ts';
import * as Y from 'yjs';
import { contentOf, countIn, unsentNotesIn } from './copy-content.ts';
import {
  dropNotes,
  emptyCopy,
  openCopyDatabase,
  readCopy,
  removeCopy,
  writeCopy,
  type CopyDatabase,
  type CopyOwner,
  type CopyWrite,
  type SpareClientId,
  type UnsentNote,
} from './copy-database.ts';
import { usableSpare } from './spare-client-id.ts';

export interface OfflineCopy {
  readonly doc: Y.Doc;
  /** A whole board is in it, so that it can be shown before the server has answered. */
  readonly isWhole: boolean;
  /** Changes that the server had not settled when they were put here, by pages before this one. */
  readonly unsentBefore: number;
  /** Own changes that are not on this device yet; null where it keeps nothing. */
  notKept(): number | null;
  /** Calls back when `notKept` changes. */
  onChange: (() => void) | null;
  /** The document has changed. `own`: by what was done in this page. */
  keep(update: Uint8Array, own: boolean): void;
  /** How many changes the server has not settled. */
  unsent(count: number): void;
  /** The page is being left: what waits is written now, and a client id for the next page is put down with it. */
  leave(spare: SpareClientId | null): void;
  /** What the server did not take must not come back from here. It is then of no more use. */
  empty(): void;
  /** The board is no more, or no more this person's. */
  remove(): void;
  stop(): void;
}

type UnderWay = Pick<CopyWrite, 'row'>;

const tidyAfterMs = 1_000;

/** Never rejects, and takes no longer than `offlineCopyWaitMs` twice. */
export async function openOfflineCopy(owner: CopyOwner): Promise<OfflineCopy> {
  const copy = new Copy(owner);
  await copy.open();
  return copy;
}

class Copy implements OfflineCopy {
  doc = quietDoc();
  isWhole = false;
  unsentBefore = 0;
  onChange: (() => void) | null = null;
  readonly #owner: CopyOwner;
  #database: CopyDatabase | null = null;
  #round: unknown;
  /** Keys of the rows that the document holds. */
  #rows: number[] = [];
  #waiting: Uint8Array[] = [];
  /** Something was not written: the next row holds the whole document. */
  #isBehind = false;
  #isFailing = false;
  /** What is being written: one row, and one more for each time that the page is left meanwhile. */
  readonly #underWay = new Set<UnderWay>();
  #ownHeard = 0;
  #ownKept = 0;
  readonly #unsentKey = `unsent.${Math.random().toString(36).slice(2)}`;
  #unsent = 0;
  #writes = 0;
  /** Of pages before this one, taken away once all of it is settled. */
  #inherited = new Map<string, UnsentNote>();
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(owner: CopyOwner) {
    this.#owner = owner;
  }

  async open(): Promise<void> {
    const database = await openCopyDatabase(this.#owner, () => this.#lose());
    if (!database) return;
    try {
      const { keys, rows, about } = await readCopy(database);
      this.#database = database;
      this.#round = about.get('round');
      const content = contentOf(rows, this);
      if (content) {
        this.doc.destroy();
        this.doc = content.doc;
        this.isWhole = content.isWhole;
        this.#rows = keys;
        this.#inherit(about);
      } else await this.#startEmpty(database);
    } catch {
      // It can be opened and not be read: this page does without.
      database.close();
      this.#database = null;
    }
  }

  notKept(): number | null {
    return this.#database && !this.#isFailing ? this.#ownHeard - this.#ownKept : null;
  }

  keep(update: Uint8Array, own: boolean): void {
    if (!this.#database) return;
    if (own) this.#ownHeard++;
    // While the whole document is due, this comes with it; once that is being written, it came too late for it.
    if (!this.#isBehind) this.#waiting.push(update);
    if (!this.#isFailing && this.#underWay.size === 0) void this.#write();
  }

  unsent(count: number): void {
    if (!this.#database) return;
    const isSettled = count === 0 && (this.#unsent > 0 || this.#inherited.size > 0);
    this.#unsent = count;
    // A count that is too high for a moment does no harm, and the next row may take it along.
    if (isSettled) this.#later(tidyAfterMs);
  }

  leave(spare: SpareClientId | null): void {
    if (this.#database) void this.#write(spare);
  }

  empty(): void {
    const database = this.#letGo();
    if (!database) return;
    // A copy that cannot be emptied is removed: it would be refused again at each visit.
    emptyCopy(database)
      .catch(() => removeCopy(this.#owner))
      .finally(() => database.close());
  }

  remove(): void {
    this.#letGo()?.close();
    void removeCopy(this.#owner);
  }

  /** Waits for what is being written. */
  stop(): void {
    this.#letGo()?.close();
  }

  #inherit(about: ReadonlyMap<string, unknown>): void {
    this.#inherited = unsentNotesIn(about);
    this.unsentBefore = countIn(this.#inherited);
    this.#unsent = this.unsentBefore;
    const clientId = usableSpare(about.get('spare'), this.doc);
    if (clientId !== null) this.doc.clientID = clientId;
  }

  async #startEmpty(database: CopyDatabase): Promise<void> {
    await emptyCopy(database);
    this.#round = (await readCopy(database)).about.get('round');
  }

  async #write(spare: SpareClientId | null = null): Promise<void> {
    const database = this.#database;
    if (!database) return;
    const own: UnderWay = { row: null };
    this.#underWay.add(own);
    const ownUntil = this.#ownHeard;
    const roundBefore = this.#round;
    try {
      const { row, replaced } = this.#nextRow();
      own.row = row;
      const { key, round } = await writeCopy(database, { row, replaced, about: this.#notes(spare) });
      // Only now: a write that fails leaves them where they were, and the next one takes their place.
      this.#rows = this.#rows.filter((old) => !replaced.includes(old));
      if (key !== null) this.#rows.push(key);
      this.#round = round;
      this.#isFailing = false;
      if (round === roundBefore) this.#ownKept = Math.max(this.#ownKept, ownUntil);
      else this.#loseRows();
      await this.#tidy(database);
    } catch {
      this.#isFailing = true;
      this.#isBehind = true;
    }
    this.#underWay.delete(own);
    if (!this.#database) return;
    if (this.#isFailing) this.#later(limits.offlineCopyRetryMs);
    else if (this.#underWay.size === 0 && (this.#waiting.length > 0 || this.#isBehind)) void this.#write();
    this.onChange?.();
  }

  /** Emptied by another page of this person: what stood before the last row is gone, and goes in again. */
  #loseRows(): void {
    this.#isBehind = true;
    this.#ownKept = 0;
  }

  /**
   * Many small rows become one, without what other open pages have put beside them. What is under way may yet fail: the row
   * holds that too, so that each one that is written stands by itself, and only a new write makes good what another lost.
   */
  #nextRow(): Omit<CopyWrite, 'about'> {
    const waiting = this.#waiting;
    this.#waiting = [];
    if (this.#isBehind || this.#rows.length >= limits.offlineCopyRowsMax) {
      this.#isBehind = false;
      return { row: Y.encodeStateAsUpdate(this.doc), replaced: this.#rows };
    }
    const parts = [...[...this.#underWay].flatMap(({ row }) => row ?? []), ...waiting];
    return { row: parts.length === 0 ? null : Y.mergeUpdates(parts), replaced: [] };
  }

  #notes(spare: SpareClientId | null): Map<string, unknown> {
    const note: UnsentNote = { count: this.#unsent, write: ++this.#writes };
    const notes = new Map<string, unknown>([[this.#unsentKey, note.count === 0 ? undefined : note]]);
    if (spare) notes.set('spare', spare);
    return notes;
  }

  async #tidy(database: CopyDatabase): Promise<void> {
    if (this.#unsent > 0 || this.#inherited.size === 0) return;
    const notes = this.#inherited;
    this.#inherited = new Map();
    // What stays is counted once more by the next page, until that is settled too.
    await dropNotes(database, notes).catch(() => undefined);
  }

  #later(ms: number): void {
    if (this.#timer !== null) return;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      if (this.#underWay.size === 0) void this.#write();
    }, ms);
  }

  #lose(): void {
    this.#letGo();
    this.onChange?.();
  }

  #letGo(): CopyDatabase | null {
    const database = this.#database;
    this.#database = null;
    this.#waiting = [];
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    return database;
  }
}
