// What is in a copy: the document that its rows make, and what earlier pages noted as not settled. Changes nothing of it.
import { documentVersion } from '@commonboard/shared/board/layout/layout.ts';
import * as Y from 'yjs';
import { isUnsentNote, openCopyDatabase, readCopy, type CopyOwner, type UnsentNote } from './copy-database.ts';

export interface CopyContent {
  doc: Y.Doc;
  /** A whole board is in it, and nothing in it waits for something that is missing. */
  isWhole: boolean;
}

/** Null where a row cannot be read. `origin`: of the transaction that the document is filled in. */
export function contentOf(rows: readonly unknown[], origin: unknown): CopyContent | null {
  const doc = new Y.Doc();
  try {
    doc.transact(() => {
      for (const row of rows) {
        if (!(row instanceof Uint8Array)) throw new Error('A row is no update.');
        Y.applyUpdate(doc, row, origin);
      }
    }, origin);
  } catch {
    doc.destroy();
    return null;
  }
  const { pendingStructs, pendingDs } = doc.store;
  const isWhole = documentVersion(doc).layout !== undefined && pendingStructs === null && pendingDs === null;
  return { doc, isWhole };
}

export function unsentNotesIn(about: ReadonlyMap<string, unknown>): Map<string, UnsentNote> {
  const notes = new Map<string, UnsentNote>();
  for (const [key, note] of about) {
    if (key.startsWith('unsent.') && isUnsentNote(note)) notes.set(key, note);
  }
  return notes;
}

export function countIn(notes: ReadonlyMap<string, UnsentNote>): number {
  return [...notes.values()].reduce((sum, { count }) => sum + count, 0);
}

/** Null where it cannot be told what is in it. Leaves the copy as it is, also a damaged one; never rejects. */
export async function readContent(owner: CopyOwner): Promise<(CopyContent & { unsent: number }) | null> {
  const database = await openCopyDatabase(owner, () => undefined);
  if (!database) return null;
  try {
    const { rows, about } = await readCopy(database);
    const content = contentOf(rows, null);
    return content && { ...content, unsent: countIn(unsentNotesIn(about)) };
  } catch {
    return null;
  } finally {
    database.close();
  }
}
