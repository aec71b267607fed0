// What each person may see of a private round: how many people and notes there are, and their own. Nobody else's words.
import { z } from 'zod';
import { limits } from '../protocol/limits.ts';
import { privateRoundIdSchema } from './private-round.ts';

const count = z.number().int().nonnegative();

/** Of people who have written, and of notes. */
const tallySchema = z.object({ people: count, notes: count });
export type DraftTally = z.infer<typeof tallySchema>;

/** The same for everybody. */
export const draftCountsSchema = z.object({
  /** The one in which people write; null: none. */
  round: privateRoundIdSchema.nullable(),
  ...tallySchema.shape,
  /** Of anonymous rounds: what came after the reveal, and waits for who leads to put all of it in at once. */
  late: z.array(tallySchema.extend({ round: privateRoundIdSchema })).max(limits.privateRoundsMax),
});
export type DraftCounts = z.infer<typeof draftCountsSchema>;

export const draftNoteSchema = z.object({
  /** Of the draft; what comes of it on the board has another. */
  id: z.string().max(limits.idCharsMax),
  text: z.string(),
  /** One of the best that this person may choose. */
  isBest: z.boolean(),
});
export type DraftNote = z.infer<typeof draftNoteSchema>;

const keptDraftSchema = draftNoteSchema.extend({ round: privateRoundIdSchema });
export type KeptDraft = z.infer<typeof keptDraftSchema>;

export const draftsViewSchema = draftCountsSchema.extend({
  /** Of the person who asks, in the open round. */
  own: z.array(draftNoteSchema),
  /** How many of theirs are on the board already, and count as theirs. */
  shown: count,
  /** Nothing is taken from the person who asks in the open round: a facilitator has removed a note of theirs. */
  isSilenced: z.boolean(),
  /** Of the person who asks, from rounds that were cancelled. */
  kept: z.array(keptDraftSchema),
});
export type DraftsView = z.infer<typeof draftsViewSchema>;
