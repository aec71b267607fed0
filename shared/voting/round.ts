// One vote: what is asked, who may answer, and what came of it. The server's record; the board's document knows nothing of it.
import { z } from 'zod';
import { participantIdSchema } from '../protocol/ids.ts';
import { limits } from '../protocol/limits.ts';
import { timeSchema } from '../protocol/time.ts';
import { phaseIdSchema } from '../session/phase.ts';
import { resultSchema } from './result.ts';
import { termsShape } from './terms.ts';

export const roundIdSchema = z
  .string()
  .regex(/^v[A-Za-z0-9_-]{16}$/)
  .brand<'RoundId'>();
export type RoundId = z.infer<typeof roundIdSchema>;

const recordId = z.string().min(1).max(limits.idCharsMax);

const closingActs = ['close', 'cancel'] as const;
export type ClosingAct = (typeof closingActs)[number];

const optionSchema = z.object({
  /** Of the card, note or zone on the board. */
  id: recordId,
  /** As they were when the vote opened. */
  words: z.string().max(limits.optionWordsCharsMax),
});

const memberSchema = z.object({
  participant: participantIdSchema,
  name: z.string().max(limits.nameCharsMax),
  /** How many votes this device has: those of a table, mostly one. */
  weight: z.number().int().min(1).max(limits.ballotWeightMax),
  /** Facilitators may vote, and nobody waits for them. */
  leads: z.boolean(),
});
export type Member = z.infer<typeof memberSchema>;

/** One run of a step: going to it again is another. */
const stepRunSchema = z.object({ phase: phaseIdSchema, startedAt: timeSchema, isRehearsal: z.boolean() });
export type StepRun = z.infer<typeof stepRunSchema>;

const asked = { id: roundIdSchema, question: z.string().max(limits.roundQuestionCharsMax), ...termsShape };

/** What a facilitator asks for. The id is made by their page, so that the same wish twice opens one vote. */
export const roundWishSchema = z.object({
  ...asked,
  question: asked.question.trim().min(1),
  options: z.array(recordId).min(1).max(limits.roundOptionsMax),
  /** Votes of devices that a table shares; one for who is not named. */
  weights: z
    .array(z.object({ participant: participantIdSchema, weight: memberSchema.shape.weight }))
    .max(limits.participantsPerBoardMax),
});
export type RoundWish = z.infer<typeof roundWishSchema>;

export const roundSchema = z.object({
  ...asked,
  /** Grows with each change. */
  revision: z.number().int().nonnegative(),
  options: z.array(optionSchema).max(limits.roundOptionsMax),
  roster: z.array(memberSchema).max(limits.participantsPerBoardMax),
  openedAt: timeSchema,
  /** The step that opened it, and that it is closed with; null where a person did. */
  step: stepRunSchema.nullable().default(null),
  /** It is about to end, in sight of all: counted, or cancelled with all that was voted. */
  closing: z
    .object({
      act: z.enum(closingActs).default('close'),
      dueAt: timeSchema,
      by: z.string().max(limits.nameCharsMax),
    })
    .nullable(),
  state: z.enum(['open', 'closed']),
  result: resultSchema.nullable(),
});
export type Round = z.infer<typeof roundSchema>;
