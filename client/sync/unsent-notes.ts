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

/** Counts up as notes are written: storage has an order of its own. */
const turnSchema = z.object({ turn: z.number() });

export interface UnsentNotes {
  /** In the order in which they were written. */
  read(): Wish[];
  /** False where nothing can be kept. */
  keep(wish: Wish): boolean;
  drop(id: string): void;
}

/** Of one person on one board. */
export function openUnsentNotes(storage: Storage | null, board: BoardId, participant: string): UnsentNotes {
  const prefix = `${unsentPrefix(board)}${participant}.`;
  function all(): Kept[] {
    const keys = Array.from({ length: storage?.length ?? 0 }, (_, i) => storage?.key(i) ?? '');
    const own = keys.filter((key) => key.startsWith(prefix));
    return own.flatMap((key) => readKept(storage?.getItem(key))).sort((a, b) => a.turn - b.turn);
  }
  /** A note keeps its turn whatever becomes of it. */
  function turnOf(id: string): number {
    const [known] = readKept(storage?.getItem(prefix + id));
    return known?.turn ?? (all().at(-1)?.turn ?? 0) + 1;
  }
  return {
    read() {
      try {
        return all()
          .slice(0, limits.unsentNotesMax)
          .map(({ wish }) => wish);
      } catch {
        // Forbidden: nothing was kept either.
        return [];
      }
    },
    keep(wish) {
      try {
        storage?.setItem(prefix + wish.id, JSON.stringify({ ...wish, turn: turnOf(wish.id) }));
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

/** The names behind a word, of those who have something that was not sent: such as `r5` of `drafts.r5`. */
export function unsentNames(storage: Storage | null, board: BoardId, word: string): string[] {
  const prefix = `${unsentPrefix(board)}${word}.`;
  try {
    const keys = Object.keys(storage ?? {}).filter((key) => key.startsWith(prefix));
    return [...new Set(keys.map((key) => key.slice(prefix.length).split('.')[0] ?? ''))];
  } catch {
    // Forbidden: nothing was kept either.
    return [];
  }
}

/** The board is forgotten on this device. */
export function dropUnsentNotes(storage: Storage | null, board: BoardId): void {
  try {
    for (const key of Object.keys(storage ?? {})) if (key.startsWith(unsentPrefix(board))) storage?.removeItem(key);
  } catch {
    // Forbidden: nothing was kept either.
  }
}

/** Of all that waits on this device for this board. */
export function unsentPrefix(board: BoardId): string {
  return `commonboard.unsent.${board}.`;
}

export function deviceStorage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

interface Kept {
  wish: Wish;
  turn: number;
}

function readKept(text: string | null | undefined): Kept[] {
  try {
    const kept: unknown = JSON.parse(text ?? '');
    const wish = wishSchema.safeParse(kept);
    const turn = turnSchema.safeParse(kept);
    return wish.success ? [{ wish: wish.data, turn: turn.data?.turn ?? 0 }] : [];
  } catch {
    // Damaged, or written by something else.
    return [];
  }
}
