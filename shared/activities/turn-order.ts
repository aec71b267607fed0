// Whose turn it is to speak, and who comes after.
import { z } from 'zod';
import { limits } from '../protocol/limits.ts';
import { sessionPersonSchema } from '../session/session-person.ts';

export const turnMinutesSchema = z.number().int().min(1).max(limits.phaseMinutesMax);

export const turnsSchema = z.object({
  order: z.array(sessionPersonSchema).min(1).max(limits.participantsPerBoardMax),
  /** Whose turn it is, by place in the order; behind the last: nobody's any more. */
  at: z.number().int().nonnegative(),
  /** Of each person. */
  minutes: turnMinutesSchema,
});
export type Turns = z.infer<typeof turnsSchema>;
