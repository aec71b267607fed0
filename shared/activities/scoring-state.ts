// Ideas that people score: each person one idea of somebody else in each of five rounds, the sums are seen at the end. From 25/10
// Crowd Sourcing (Liberating Structures). Rules R204 and R205.
import { z } from 'zod';
import { participantIdSchema } from '../protocol/ids.ts';
import { limits } from '../protocol/limits.ts';

export const scoringRounds = 5;
/** With fewer there are no five others to score. */
export const ideasMin = scoringRounds + 1;
export const scores = [1, 2, 3, 4, 5] as const;
/** Of an idea whose sum is shown. */
export const scorersMin = 3;
export const topMax = 10;

const nameSchema = z.string().min(1).max(limits.phaseIdCharsMax);
const roundSchema = z.number().int().min(1).max(scoringRounds);
const scoreSchema = z.number().int().min(1).max(scores.length);

/** What a step has to do with it. */
export const stepScoringSchema = z.object({
  /** Common to the steps of one activity. */
  of: nameSchema,
  /** Null: the sums are shown. */
  round: roundSchema.nullable(),
});

const ideaSchema = z.object({ id: z.string().max(limits.idCharsMax), by: participantIdSchema });
export type Idea = z.infer<typeof ideaSchema>;

const shared = {
  of: nameSchema,
  /** One of each person, in an order drawn by lot. */
  ideas: z.array(ideaSchema).max(limits.participantsPerBoardMax),
  /** By how many places each round goes on: another number in each, so that nobody scores an idea twice, or their own. */
  shifts: z.array(z.number().int().positive()).length(scoringRounds),
  /** The best of them, once they are counted. */
  top: z
    .array(z.object({ id: z.string().max(limits.idCharsMax), sum: z.number().int(), count: z.number().int() }))
    .max(topMax)
    .nullable(),
};

/** `given`: round and person -> score. Nothing of it is left once it is counted. */
export const scoringSchema = z.object({ ...shared, given: z.record(z.string().max(40), scoreSchema) });
export type Scoring = z.infer<typeof scoringSchema>;

/** As people see it: who has scored in the round that runs, not what. */
export const scoringViewSchema = z.object({
  ...shared,
  who: z.array(participantIdSchema).max(limits.participantsPerBoardMax),
});
export type ScoringView = z.infer<typeof scoringViewSchema>;

export const giveScoreFields = { of: nameSchema, round: roundSchema, idea: ideaSchema.shape.id, score: scoreSchema };

/** The one that this person scores in this round; null: none, since they wrote none. */
export function ideaFor({ ideas, shifts }: Pick<Scoring, 'ideas' | 'shifts'>, person: string, round: number) {
  const at = ideas.findIndex(({ by }) => by === person);
  const shift = shifts[round - 1];
  if (at === -1 || shift === undefined) return null;
  return ideas[(at + shift) % ideas.length] ?? null;
}

/** Of the round that runs, or of none. */
export function scoringView({ given, ...seen }: Scoring, round: number | null): ScoringView {
  const who = seen.ideas.flatMap(({ by }) => (round !== null && given[scoreKey(round, by)] !== undefined ? [by] : []));
  return { ...seen, who };
}

export function scoreKey(round: number, person: string): string {
  return `${round} ${person}`;
}
