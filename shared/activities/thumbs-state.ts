// "Three minutes more?", asked of all when the time of a talk is over. Rules R201 and R202.
import { z } from 'zod';
import { participantIdSchema } from '../protocol/ids.ts';
import { limits } from '../protocol/limits.ts';
import { timeSchema } from '../protocol/time.ts';

export const thumbKinds = ['up', 'side', 'down'] as const;
export const thumbSchema = z.enum(thumbKinds);
export type Thumb = z.infer<typeof thumbSchema>;

/** Of fewer answers the counts would tell who said what. */
export const thumbsMin = 3;

const count = z.number().int().nonnegative();
const asked = {
  /** When the time began that is over: the name of this question. */
  timer: timeSchema,
  /** Null until it is closed; few: fewer than `thumbsMin` have answered. */
  counts: z.union([z.object({ up: count, side: count, down: count }), z.literal('few')]).nullable(),
};

/** `said`: nothing of it is left once it is counted. */
export const thumbsSchema = z.object({ ...asked, said: z.record(participantIdSchema, thumbSchema) });
export type Thumbs = z.infer<typeof thumbsSchema>;

/** As people see it: who has answered, not what. */
export const thumbsViewSchema = z.object({
  ...asked,
  who: z.array(participantIdSchema).max(limits.participantsPerBoardMax),
});
export type ThumbsView = z.infer<typeof thumbsViewSchema>;

export function thumbsView({ timer, counts, said }: Thumbs): ThumbsView {
  return { timer, counts, who: Object.keys(said) as ThumbsView['who'] };
}
