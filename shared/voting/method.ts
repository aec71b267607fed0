// The ways to vote, and how far each mark of one goes.
import { limits } from '../protocol/limits.ts';

/**
 * choose: dots, so many for each person. support: eight levels, from fully behind it to block. objection: consent, or an
 * objection with its reason. fist: none to five fingers. axes: a place between two axes.
 */
export const voteMethods = ['choose', 'support', 'objection', 'fist', 'axes'] as const;
export type VoteMethod = (typeof voteMethods)[number];

/** Both ends count. */
export const scaleOf: Record<VoteMethod, { min: number; max: number }> = {
  choose: { min: 1, max: limits.voteBudgetMax },
  support: { min: 1, max: 8 },
  objection: { min: 0, max: 1 },
  fist: { min: 0, max: 5 },
  axes: { min: 0, max: 10 },
};

/** Value of a mark that objects. */
export const objects = 1;
