// What came of a vote. Of a secret one it is all that is kept: sums, and words and places in an order that tells nothing.
import { z } from 'zod';
import { limits } from '../protocol/limits.ts';
import { ballotSchema } from './ballot.ts';

const count = z.number().int().nonnegative();

const optionCountSchema = z.object({
  option: z.string().max(limits.idCharsMax),
  /** Votes that say anything of it. */
  votes: count,
  /** Dots; for other methods the votes. */
  total: count,
  /** How many votes have each value of the scale, from its lowest on. */
  spread: z.array(count).max(limits.voteBudgetMax + 1),
});
export type OptionCount = z.infer<typeof optionCountSchema>;

const optionResultSchema = optionCountSchema.extend({
  /** 1 is first; equal ones share it. Null where the method makes no order. */
  rank: z.number().int().positive().nullable(),
  /** Of objections, in the order of the alphabet. */
  reasons: z.array(z.string().max(limits.objectionCharsMax)),
  /** Between the axes, smallest first. */
  places: z.array(z.tuple([count, count])),
});
export type OptionResult = z.infer<typeof optionResultSchema>;

export const resultSchema = z.object({
  /** Votes that were cast; a table casts several. */
  votes: count,
  /** How many there could have been, facilitators not counted unless they voted. */
  possible: count,
  options: z.array(optionResultSchema).max(limits.roundOptionsMax),
  /** Null where it is not known, or would tell of few. `sector` null: not said. */
  split: z
    .array(
      z.object({
        sector: z.string().max(limits.sectorCharsMax).nullable(),
        votes: count,
        options: z.array(optionCountSchema).max(limits.roundOptionsMax),
      }),
    )
    .nullable(),
  /** Who voted how; null where that is secret. */
  named: z.array(ballotSchema.extend({ name: z.string().max(limits.nameCharsMax) })).nullable(),
});
export type Result = z.infer<typeof resultSchema>;
