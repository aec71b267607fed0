// Ideas that people score: each person one idea of somebody else in each of five rounds, the sums are seen at the end. From 25/10
// Crowd Sourcing (Liberating Structures). Rules R204 and R205.
import { z } from 'zod';
import { type ParticipantId, participantIdSchema } from '../protocol/ids.ts';
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
  /** 0: the ideas are written. Null: the sums are shown. */
  round: z.union([z.literal(0), roundSchema]).nullable(),
});

const idSchema = z.string().max(limits.idCharsMax);
/** `by` null: shown without names, so that nobody knows whose it is. */
const ideaSchema = z.object({ id: idSchema, by: participantIdSchema.nullable() });
export type Idea = z.infer<typeof ideaSchema>;

const shared = {
  of: nameSchema,
  /** One of each person, or all that are there if some have no names; in an order drawn by lot. */
  ideas: z.array(ideaSchema).max(limits.participantsPerBoardMax),
  /** Who scores: whose ideas they are, in the same order, or of ideas without names who was here. */
  scorers: z.array(participantIdSchema).max(limits.participantsPerBoardMax).default([]),
  /** By how many places each round goes on: another number in each, so that nobody scores an idea twice, or their own if that is known. */
  shifts: z.array(z.number().int().positive()).length(scoringRounds),
  /** The best of them, once they are counted. */
  top: z
    .array(z.object({ id: idSchema, sum: z.number().int(), count: z.number().int() }))
    .max(topMax)
    .nullable(),
};

/** What lay in the zone when the ideas began to be written: no idea of that activity. */
export const ideasBeforeSchema = z.object({ of: nameSchema, ids: z.array(idSchema).max(limits.ideasBeforeMax) });

/** `given`: round and person -> score. Nothing of it is left once it is counted. */
export const scoringSchema = z
  .object({ ...shared, given: z.record(z.string().max(40), scoreSchema) })
  .transform((read) => (read.scorers.length > 0 ? read : { ...read, scorers: makersOf(read.ideas) }));
export type Scoring = z.infer<typeof scoringSchema>;

/** Where it was kept before scorers were: they were those whose ideas these are. */
function makersOf(ideas: readonly Idea[]): ParticipantId[] {
  return isNameless(ideas) ? [] : ideas.flatMap(({ by }) => (by === null ? [] : [by]));
}

/** As people see it: who has scored in the round that runs, not what. */
export const scoringViewSchema = z.object({
  ...shared,
  who: z.array(participantIdSchema).max(limits.participantsPerBoardMax),
});
export type ScoringView = z.infer<typeof scoringViewSchema>;

export const giveScoreFields = { of: nameSchema, round: roundSchema, idea: ideaSchema.shape.id, score: scoreSchema };

/** The one that this person scores in this round; null: none, since they wrote none or came later. */
export function ideaFor(
  { ideas, scorers, shifts }: Pick<Scoring, 'ideas' | 'scorers' | 'shifts'>,
  person: string,
  round: number,
) {
  const at = scorers.findIndex((one) => one === person);
  const shift = shifts[round - 1];
  if (at === -1 || shift === undefined) return null;
  return ideas[(at + shift) % ideas.length] ?? null;
}

/** Of the round that runs, or of none. */
export function scoringView({ given, ...seen }: Scoring, round: number | null): ScoringView {
  const who = seen.scorers.filter((one) => round !== null && given[scoreKey(round, one)] !== undefined);
  return { ...seen, who };
}

export function scoreKey(round: number, person: string): string {
  return `${round} ${person}`;
}

/** Somebody may be given their own. */
export function isNameless(ideas: readonly Idea[]): boolean {
  return ideas.some(({ by }) => by === null);
}
