// What a person has written and the server does not have yet, on this device: an entry for each note, so that two pages of one
// board do not write over each other's. Storage may be forbidden or full; then what was written lives in the page only.
import type { BoardId } from '@commonboard/shared/protocol/ids.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { z } from 'zod';

/** What is to become of one note. A note has one wish at a time: the last one counts. */
const wishSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('add'),
    id: z.string(),
    text: z.string(),
    /** Null: in none. */
    zone: z.string().nullable(),
    /** As it was sent first, and may have reached the server; null where it was not sent yet. */
    triedText: z.string().nullable(),
  }),
  z.object({
    kind: z.literal('change'),
    id: z.string(),
    text: z.string(),
    /** What it began from. */
    was: z.string(),
    triedText: z.string().nullable(),
  }),
  z.object({ kind: z.literal('remove'), id: z.string() }),
]);
export type Wish = z.infer<typeof wishSchema>;

export interface UnsentNotes {
  read(): Wish[];
  /** False where nothing can be kept. */
  keep(wish: Wish): boolean;
  drop(id: string): void;
}

/** Of one person on one board. */
export function openUnsentNotes(storage: Storage | null, board: BoardId, participant: string): UnsentNotes {
  const prefix = `${prefixOf(board)}${participant}.`;
  return {
    read() {
      try {
        const keys = Array.from({ length: storage?.length ?? 0 }, (_, i) => storage?.key(i) ?? '');
        const own = keys.filter((key) => key.startsWith(prefix)).slice(0, limits.unsentNotesMax);
        return own.flatMap((key) => readWish(storage?.getItem(key)));
      } catch {
        // Forbidden: nothing was kept either.
        return [];
      }
    },
    keep(wish) {
      try {
        storage?.setItem(prefix + wish.id, JSON.stringify(wish));
        return storage !== null;
      } catch {
        return false;
      }
    },
    drop(id) {
      try {
        storage?.removeItem(prefix + id);
      } catch {
        // It was not kept.
      }
    },
  };
}

/** The board is forgotten on this device. */
export function dropUnsentNotes(storage: Storage | null, board: BoardId): void {
  try {
    for (const key of Object.keys(storage ?? {})) if (key.startsWith(prefixOf(board))) storage?.removeItem(key);
  } catch {
    // Forbidden: nothing was kept either.
  }
}

function prefixOf(board: BoardId): string {
  return `commonboard.unsent.${board}.`;
}

export function deviceStorage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

function readWish(text: string | null | undefined): Wish[] {
  try {
    const wish = wishSchema.safeParse(JSON.parse(text ?? ''));
    return wish.success ? [wish.data] : [];
  } catch {
    // Damaged, or written by something else.
    return [];
  }
}
