// The groups that a step of the agenda works in: formed when it begins, at an end when it ends.
import { z } from 'zod';
import { participantIdSchema } from '../protocol/ids.ts';
import { limits } from '../protocol/limits.ts';

export const stepGroupsSchema = z.object({
  /**
   * lot: of this size. pairs: with somebody new in each step. joined: two groups of the step before make one. tables: each with a
   * host. moved: the tables of the step before, where hosts stay and all others go to new ones.
   */
  form: z.enum(['lot', 'pairs', 'joined', 'tables', 'moved']),
  size: z.number().int().min(2).max(limits.groupsMax),
  /** Each has a zone of its own; else they only talk. */
  hasZones: z.boolean(),
  /** Of its zones, where they are not called after the step; # stands for the number. */
  title: z.string().min(1).max(limits.groupTitleCharsMax).optional(),
  /** Who put the step there: what the server makes for it is theirs. */
  by: participantIdSchema,
});
export type StepGroups = z.infer<typeof stepGroupsSchema>;
