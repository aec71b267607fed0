// A timer as it is kept: when it began, how long it runs, and how long it has rested.
import { z } from 'zod';
import { limits } from '../protocol/limits.ts';
import { timeSchema } from '../protocol/time.ts';

export const timerSchema = z.object({
  startedAt: timeSchema,
  /** Null while it runs. */
  pausedAt: timeSchema.nullable(),
  /** How long it has rested before. */
  restedMs: z.number().int().nonnegative(),
  durationMs: z.number().int().min(0).max(limits.timerMsMax),
  /** What was added since it began, or taken away. */
  addedMs: z.number().int(),
});
export type Timer = z.infer<typeof timerSchema>;
