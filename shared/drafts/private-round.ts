// A private round: for whom people write, how many notes each, and what was promised before anybody wrote. Part of the session;
// what is written in it is not: that is in the drafts of each person.
import { z } from 'zod';
import { limits } from '../protocol/limits.ts';
import { timeSchema } from '../protocol/time.ts';
import { phaseIdSchema } from '../session/phase.ts';

export const privateRoundIdSchema = z
  .string()
  .regex(/^r[0-9]{1,15}$/)
  .brand<'PrivateRoundId'>();
export type PrivateRoundId = z.infer<typeof privateRoundIdSchema>;

const noteCount = z.number().int().min(1).max(limits.draftsPerPersonMax);

/** What may be said anew while people write. */
export const roundLimits = {
  /** Notes of one person. */
  notesMax: noteCount,
  /** How many of them go in: those that the person marks as their best. Null: all of them. */
  best: noteCount.nullable(),
};

export const privateRoundSchema = z.object({
  id: privateRoundIdSchema,
  /** The step that it opened and ends with; null: it was opened by hand. */
  phase: phaseIdSchema.nullable(),
  /** Announced before anybody writes, and never changed. */
  isAnonymous: z.boolean(),
  ...roundLimits,
  /** Where the notes go: id of a zone, or the part of the template that a zone was made from. Null: onto the page. */
  zone: z.string().max(limits.idCharsMax).nullable(),
  /**
   * open: people write. revealing: the server is putting the notes onto the board. revealed: they are there. cancelled: each
   * person has their own back, and nobody else has seen them.
   */
  stage: z.enum(['open', 'revealing', 'revealed', 'cancelled']),
  openedAt: timeSchema,
});
export type PrivateRound = z.infer<typeof privateRoundSchema>;
