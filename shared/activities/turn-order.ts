// Whose turn it is to speak, and who comes after.
import { z } from 'zod';
import { limits } from '../protocol/limits.ts';
import { timeSchema } from '../protocol/time.ts';
import { sessionPersonSchema } from '../session/session-person.ts';
import { timerSchema } from '../session/timer-state.ts';

export const turnMinutesSchema = z.number().int().min(1).max(limits.phaseMinutesMax);

export const turnsSchema = z.object({
  order: z.array(sessionPersonSchema).min(1).max(limits.participantsPerBoardMax),
  /** Whose turn it is, by place in the order; behind the last: nobody's any more. */
  at: z.number().int().nonnegative(),
  /** Of each person. */
  minutes: turnMinutesSchema,
  /** Ended before all had their turn. */
  isCut: z.boolean().default(false),
  /** The timer that ran when it was begun by hand: it waits from `since` on, and runs on when nobody speaks any more. */
  held: z.object({ timer: timerSchema, since: timeSchema }).nullable().default(null),
});
export type Turns = z.infer<typeof turnsSchema>;
