// The databases in which this device keeps its copies of boards: their names, opening, reading, removing. Storage may be
// forbidden, full, damaged or hanging: then there is no copy, and nothing throws.
import { limits } from '@commonboard/shared/protocol/limits.ts';
import type { BoardId, ParticipantId } from '@commonboard/shared/protocol/ids.ts';
import { deleteDB, openDB, type DBSchema, type IDBPDatabase } from 'idb';

/** One copy for each board and person, and apart for looking only: what one may do must not be sent as another. */
export interface CopyOwner {
  id: BoardId;
  participantId: ParticipantId;
  mayEdit: boolean;
}

/** A Yjs client id that its page has put down, and how far it had counted. */
export interface SpareClientId {
  clientId: number;
  clock: number;
}

/** How many changes of one page the server had not settled when the page last wrote, and which of its writes that was. */
export interface UnsentNote {
  count: number;
  write: number;
}

interface CopySchema extends DBSchema {
  /** Yjs updates, V1, oldest first. */
  updates: { key: number; value: Uint8Array };
  about: {
    /** `round` grows each time the copy is emptied; `spare` is a SpareClientId; `unsent.<page>` an UnsentNote. */
    key: string;
    value: unknown;
  };
}

export type CopyDatabase = IDBPDatabase<CopySchema>;

const prefix = 'commonboard.copy.';
const stores = ['updates', 'about'] as const;

function copyName({ id, participantId, mayEdit }: CopyOwner): string {
  return `${prefix}${id}.${participantId}.${mayEdit ? 'edit' : 'view'}`;
}

/** Null where this browser gives none. `onLost`: the copy was removed from elsewhere, or the browser closed it. */
export async function openCopyDatabase(owner: CopyOwner, onLost: () => void): Promise<CopyDatabase | null> {
  try {
    const opening = openDB<CopySchema>(copyName(owner), 1, {
      upgrade: (database) => {
        database.createObjectStore('updates', { autoIncrement: true });
        database.createObjectStore('about');
      },
      // Another tab removes it: holding on would keep that tab waiting.
      blocking: (_now, _next, event) => {
        (event.target as IDBDatabase).close();
        onLost();
      },
      terminated: onLost,
    });
    return await inTime(opening, (late) => late.close());
  } catch {
    return null;
  }
}

/** Whether anything of this board lies on this device. Makes no database. Never rejects. */
export async function hasCopy(owner: CopyOwner): Promise<boolean> {
  return (await findCopy(owner)) === 'some';
}

/** 'unknown' where the storage does not say. Makes no database. Never rejects. */
export async function findCopy(owner: CopyOwner): Promise<'none' | 'some' | 'unknown'> {
  let isNone = false;
  try {
    const opening = openDB<CopySchema>(copyName(owner), 1, {
      upgrade: (_database, _old, _new, transaction) => {
        isNone = true;
        // Told by the opening itself, which fails.
        transaction.done.catch(() => undefined);
        transaction.abort();
      },
    });
    const database = await inTime(opening, (late) => late.close());
    const rows = await inTime(database.count('updates')).finally(() => database.close());
    return rows > 0 ? 'some' : 'none';
  } catch {
    return isNone ? 'none' : 'unknown';
  }
}

/** Removes one copy, also where it is open in a page. */
export async function removeCopy(owner: CopyOwner): Promise<void> {
  try {
    await deleteDB(copyName(owner));
  } catch {
    // Where storage is forbidden there is nothing to remove.
  }
}

/** Removes all copies of a board from this device, also those that are open in a page. */
export async function removeCopies(id: BoardId, participantId?: ParticipantId): Promise<void> {
  try {
    await Promise.all((await namesOf(id, participantId)).map((name) => deleteDB(name)));
  } catch {
    // Where storage is forbidden there is nothing to remove.
  }
}

/** All that is in it. Whoever reads it takes the spare client id out, so that only one page gets it. */
export async function readCopy(
  database: CopyDatabase,
): Promise<{ keys: number[]; rows: Uint8Array[]; about: Map<string, unknown> }> {
  // Until it is on the disk that the id is taken, a page must not write under it.
  const transaction = database.transaction(stores, 'readwrite', { durability: 'strict' });
  const updates = transaction.objectStore('updates');
  const about = transaction.objectStore('about');
  const [keys, rows, names, values] = await inTime(
    Promise.all([
      updates.getAllKeys(),
      updates.getAll(),
      about.getAllKeys(),
      about.getAll(),
      about.delete('spare'),
      transaction.done,
    ]),
  );
  return { keys, rows, about: new Map(names.map((name, index) => [name, values[index]])) };
}

export interface CopyWrite {
  /** Null: nothing to add. */
  row: Uint8Array | null;
  /** Keys of rows that `row` holds too. */
  replaced: readonly number[];
  /** undefined: to be taken away. */
  about: ReadonlyMap<string, unknown>;
}

/**
 * Resolves when it is on this device. All is asked for at once, so that it is also done for a page that is just being left.
 * `round` is the one that the row has come into: another than expected is a copy that was emptied meanwhile.
 */
export async function writeCopy(
  database: CopyDatabase,
  { row, replaced, about }: CopyWrite,
): Promise<{ key: number | null; round: unknown }> {
  const transaction = database.transaction(stores, 'readwrite');
  const updates = transaction.objectStore('updates');
  const notes = transaction.objectStore('about');
  const work = Promise.all([
    row ? updates.add(row) : null,
    notes.get('round'),
    transaction.done,
    ...replaced.map((key) => updates.delete(key)),
    ...[...about].map(([name, value]) => (value === undefined ? notes.delete(name) : notes.put(value, name))),
  ]);
  transaction.commit();
  const [key, round] = await inTime(work);
  return { key, round };
}

/** Takes the notes of other pages away, except where such a page has written since: it is still at work. */
export async function dropNotes(database: CopyDatabase, notes: ReadonlyMap<string, UnsentNote>): Promise<void> {
  const transaction = database.transaction('about', 'readwrite');
  const about = transaction.objectStore('about');
  const drop = async (name: string, { write }: UnsentNote): Promise<void> => {
    const now = await about.get(name);
    if (isUnsentNote(now) && now.write === write) await about.delete(name);
  };
  await inTime(Promise.all([...[...notes].map(([name, note]) => drop(name, note)), transaction.done]));
}

export function isUnsentNote(value: unknown): value is UnsentNote {
  if (typeof value !== 'object' || value === null) return false;
  const { count, write } = value as Partial<UnsentNote>;
  return Number.isSafeInteger(count) && Number.isSafeInteger(write);
}

/** Nothing of it stays, and a page that still writes finds another round. */
export async function emptyCopy(database: CopyDatabase): Promise<void> {
  const transaction = database.transaction(stores, 'readwrite');
  const about = transaction.objectStore('about');
  const startRound = async (): Promise<void> => {
    const round = await about.get('round');
    await about.clear();
    await about.put(nextRound(round), 'round');
  };
  await inTime(Promise.all([transaction.objectStore('updates').clear(), startRound(), transaction.done]));
}

function nextRound(round: unknown): number {
  return typeof round === 'number' ? round + 1 : 1;
}

async function namesOf(id: BoardId, participantId: ParticipantId | undefined): Promise<string[]> {
  const known =
    participantId === undefined ? [] : [true, false].map((mayEdit) => copyName({ id, participantId, mayEdit }));
  // Older browsers do not list; then what was kept for a participant of before stays until the browser's data is cleared.
  if (!('databases' in indexedDB)) return known;
  const all = await inTime(indexedDB.databases());
  return all.flatMap(({ name }) => (name?.startsWith(`${prefix}${id}.`) ? [name] : []));
}

/** Rejects when it takes too long: storage that hangs is storage that is not there. `onLate` gets what comes after that. */
async function inTime<T>(work: Promise<T>, onLate: (late: T) => void = () => undefined): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isLate = false;
  const tooLong = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      isLate = true;
      reject(new Error('The storage of this browser does not answer.'));
    }, limits.offlineCopyWaitMs);
  });
  work.then(
    (late) => isLate && onLate(late),
    () => undefined,
  );
  try {
    return await Promise.race([work, tooLong]);
  } finally {
    clearTimeout(timer);
  }
}
