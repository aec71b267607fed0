// What this device remembers of a private round: that it is open, so that nothing written before the server is heard goes onto the
// board, and notes that have not reached the server, so that a reload does not lose them. Gone as soon as they have.
import { privateRoundSchema } from '@commonboard/shared/drafts/private-round.ts';
import type { BoardId, ParticipantId } from '@commonboard/shared/protocol/ids.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { z } from 'zod';

const noteSchema = z.object({ id: z.string().max(limits.idCharsMax), text: z.string() });
export type UnsentNote = z.infer<typeof noteSchema>;

const rememberedSchema = z.object({
  round: privateRoundSchema,
  notes: z.array(noteSchema).max(limits.draftsPerPersonMax),
});
export type RememberedRound = z.infer<typeof rememberedSchema>;

/** What `Storage` of a browser offers. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

export interface UnsentDrafts {
  read(): RememberedRound | null;
  keep(remembered: RememberedRound): void;
  forget(): void;
}

export function unsentDrafts(shelf: Shelf, board: BoardId, participant: ParticipantId): UnsentDrafts {
  const key = `commonboard.drafts.${board}.${participant}`;
  let last: string | null = null;
  return {
    read() {
      try {
        const parsed = rememberedSchema.safeParse(JSON.parse(shelf.getItem(key) ?? 'null'));
        return parsed.success ? parsed.data : null;
      } catch {
        // Storage that is forbidden, or holds what is not ours: nothing is remembered.
        return null;
      }
    },
    keep(remembered) {
      const text = JSON.stringify(remembered);
      if (text === last) return;
      last = text;
      try {
        shelf.setItem(key, text);
      } catch {
        // Full or forbidden: the page still holds them.
      }
    },
    forget() {
      last = null;
      try {
        shelf.removeItem(key);
      } catch {
        // Forbidden storage holds nothing either.
      }
    },
  };
}
