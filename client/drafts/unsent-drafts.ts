// What this device remembers of a private round: that it is open, so that nothing written before the server is heard goes onto the
// board, and notes that have not reached the server, so that a reload does not lose them. Gone as soon as they have, or as their
// writer has said what is to become of them.
import { privateRoundIdSchema, privateRoundSchema } from '@commonboard/shared/drafts/private-round.ts';
import type { BoardId, ParticipantId } from '@commonboard/shared/protocol/ids.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { z } from 'zod';

const noteSchema = z.object({
  id: z.string().max(limits.idCharsMax),
  text: z.string(),
  /** What the server has in its place; null: nothing. */
  was: z.string().nullable().default(null),
});
export type UnsentNote = z.infer<typeof noteSchema>;

const rememberedSchema = z.object({ round: privateRoundSchema, notes: z.array(noteSchema) });
export type RememberedRound = z.infer<typeof rememberedSchema>;

const lateSchema = z.object({
  round: privateRoundIdSchema,
  isAnonymous: z.boolean(),
  notes: z.array(noteSchema),
  /** What of it is on the board all the same has been taken out. */
  isChecked: z.boolean().default(false),
});
/** What had not reached the server when its round was over. */
export type LateNotes = z.infer<typeof lateSchema>;

/** What `Storage` of a browser offers. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

export interface UnsentDrafts {
  read(): RememberedRound | null;
  keep(remembered: RememberedRound): void;
  forget(): void;
  readLate(): LateNotes[];
  keepLate(late: readonly LateNotes[]): void;
}

export function unsentDrafts(shelf: Shelf, board: BoardId, participant: ParticipantId): UnsentDrafts {
  const writing = kept(shelf, `commonboard.drafts.${board}.${participant}`, rememberedSchema);
  const late = kept(shelf, `commonboard.drafts-late.${board}.${participant}`, z.array(lateSchema));
  return {
    read: () => writing.read(),
    keep: (remembered) => writing.keep(remembered),
    forget: () => writing.forget(),
    readLate: () => late.read() ?? [],
    keepLate: (notes) => (notes.length > 0 ? late.keep([...notes]) : late.forget()),
  };
}

function kept<T>(shelf: Shelf, key: string, schema: z.ZodType<T>) {
  let last: string | null = null;
  return {
    read(): T | null {
      try {
        const parsed = schema.safeParse(JSON.parse(shelf.getItem(key) ?? 'null'));
        return parsed.success ? parsed.data : null;
      } catch {
        // Storage that is forbidden, or holds what is not ours: nothing is remembered.
        return null;
      }
    },
    keep(value: T): void {
      const text = JSON.stringify(value);
      if (text === last) return;
      last = text;
      try {
        shelf.setItem(key, text);
      } catch {
        // Full or forbidden: the page still holds them.
      }
    },
    forget(): void {
      last = null;
      try {
        shelf.removeItem(key);
      } catch {
        // Forbidden storage holds nothing either.
      }
    },
  };
}
