// The terms of a vote: how people vote, with how much, and what is promised to them. For a vote that is opened and for a step that
// opens one.
import { z } from 'zod';
import { limits } from '../protocol/limits.ts';
import { voteMethods } from './method.ts';

export const termsShape = {
  method: z.enum(voteMethods),
  /** Dots of each vote; for `choose`. */
  budget: z.number().int().min(1).max(limits.voteBudgetMax),
  /** Dots of one vote on one option. */
  perOptionMax: z.number().int().min(1).max(limits.voteBudgetMax),
  /** What the two axes mean; for `axes`. */
  axes: z.tuple([z.string().max(limits.axisCharsMax), z.string().max(limits.axisCharsMax)]),
  /** Nobody ever learns who voted how. Said before anybody votes, and never changed. */
  isSecret: z.boolean(),
  /** One of them may be said with each vote. */
  sectors: z.array(z.string().min(1).max(limits.sectorCharsMax)).max(limits.sectorsMax),
};

/**
 * The vote that a step opens. `on`: titles of the groups in its zones, or where there are none each card and note; or each card
 * and note.
 */
export const stepVoteSchema = z.object({ ...termsShape, on: z.enum(['titles', 'items']) });
export type StepVote = z.infer<typeof stepVoteSchema>;

/** Of a step for voting that nothing more is said of. */
export const usualVote: StepVote = {
  method: 'choose',
  budget: 3,
  perOptionMax: 2,
  axes: ['', ''],
  isSecret: true,
  sectors: [],
  on: 'titles',
};
