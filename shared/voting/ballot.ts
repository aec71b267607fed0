// What one person says in a vote, and whether it may be taken.
import { z } from 'zod';
import { limits } from '../protocol/limits.ts';
import { objects, scaleOf } from './method.ts';
import type { VotingRefusal } from './refusals.ts';
import type { Round } from './round.ts';

const markSchema = z.object({
  option: z.string().min(1).max(limits.idCharsMax),
  /** Dots, level, fingers; objection: 1 objects; axes: along the first one. */
  value: z.number().int().min(0).max(limits.voteBudgetMax),
  /** axes: along the second one. */
  second: z.number().int().min(0).max(limits.voteBudgetMax).optional(),
  /** Why somebody objects. */
  reason: z.string().max(limits.objectionCharsMax).optional(),
});
export type Mark = z.infer<typeof markSchema>;

const voteSchema = z.object({
  marks: z.array(markSchema).max(limits.roundOptionsMax),
  /** Which of the round's sectors the person speaks for; null: not said. */
  sector: z.string().max(limits.sectorCharsMax).nullable(),
});
export type Vote = z.infer<typeof voteSchema>;

/** Of one person; of a table that shares a device, a vote of each. None: taken back. */
export const ballotSchema = z.object({ votes: z.array(voteSchema).max(limits.ballotWeightMax) });
export type Ballot = z.infer<typeof ballotSchema>;

/** Null where it may be taken. */
export function whyNotTaken(round: Round, participant: string, { votes }: Ballot): VotingRefusal | null {
  if (round.state !== 'open') return 'not-open';
  const member = round.roster.find((one) => one.participant === participant);
  if (!member) return 'not-on-roster';
  if (votes.length > member.weight) return 'too-many-votes';
  for (const vote of votes) {
    const why = voteProblem(round, vote);
    if (why) return why;
  }
  return null;
}

function voteProblem(round: Round, { marks, sector }: Vote): VotingRefusal | null {
  if (sector !== null && !round.sectors.includes(sector)) return 'no-sector';
  const options = new Set(round.options.map(({ id }) => id));
  for (const mark of marks) {
    // Each option once: what is said twice is as little one as what was never asked.
    if (!options.delete(mark.option)) return 'not-an-option';
    const why = markProblem(round, mark);
    if (why) return why;
  }
  return round.method === 'choose' && dotsIn(marks) > round.budget ? 'over-budget' : null;
}

function markProblem({ method, perOptionMax }: Round, { value, second, reason }: Mark): VotingRefusal | null {
  const { min, max } = scaleOf[method];
  if (value < min || value > max) return 'off-scale';
  if (method === 'choose' && value > perOptionMax) return 'over-per-option';
  if ((method === 'axes') !== (second !== undefined)) return 'off-scale';
  if (second !== undefined && (second < min || second > max)) return 'off-scale';
  const isObjection = method === 'objection' && value === objects;
  if (isObjection && (reason ?? '').trim() === '') return 'no-reason';
  return !isObjection && reason !== undefined ? 'off-scale' : null;
}

function dotsIn(marks: readonly Mark[]): number {
  return marks.reduce((sum, { value }) => sum + value, 0);
}
