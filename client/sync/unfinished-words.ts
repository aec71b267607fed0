// What a person is typing and has not handed over yet, on this device: another role, a new link, the canvas or a reload takes the
// page away in the middle of a sentence. Storage may be forbidden or full; then it lives in the page only.
import type { BoardId } from '@commonboard/shared/protocol/ids.ts';
import { z } from 'zod';
import { unsentPrefix } from './unsent-notes.ts';

const wordsSchema = z.object({
  text: z.string(),
  /** Of a change: what it began from. */
  was: z.string(),
  /** Of a new note: the zone that was chosen; null where none was. */
  zone: z.string().nullable(),
});
type Words = z.infer<typeof wordsSchema>;

/** `about`: id of the note that is being changed; null for a new one. */
export interface UnfinishedWords {
  read(about: string | null): Words | null;
  keep(about: string | null, words: Words): void;
  drop(about: string | null): void;
  /** All there are, of changes and of a new note. */
  all(): { about: string | null; words: Words }[];
}

const ofNew = 'new';

/** Of one person on one board; forgotten with the notes that were not sent. */
export function openUnfinishedWords(storage: Storage | null, board: BoardId, participant: string): UnfinishedWords {
  const prefix = `${unsentPrefix(board)}typing.${participant}.`;
  const keyOf = (about: string | null): string => prefix + (about ?? ofNew);
  function read(about: string | null): Words | null {
    try {
      const words = wordsSchema.safeParse(JSON.parse(storage?.getItem(keyOf(about)) ?? 'null'));
      return words.success ? words.data : null;
    } catch {
      // Forbidden, or damaged: there is nothing to go on with.
      return null;
    }
  }
  return {
    read,
    all() {
      try {
        const keys = Object.keys(storage ?? {}).filter((key) => key.startsWith(prefix));
        return keys.flatMap((key) => {
          const name = key.slice(prefix.length);
          const about = name === ofNew ? null : name;
          const words = read(about);
          return words ? [{ about, words }] : [];
        });
      } catch {
        // Forbidden: nothing was kept either.
        return [];
      }
    },
    keep(about, words) {
      try {
        storage?.setItem(keyOf(about), JSON.stringify(words));
      } catch {
        // What is typed stays in the page.
      }
    },
    drop(about) {
      try {
        storage?.removeItem(keyOf(about));
      } catch {
        // It was not kept.
      }
    },
  };
}
