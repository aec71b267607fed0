// One step of an agenda: what it is about, how long it takes, and what people may change while it runs.
import { z } from 'zod';
import type { Text } from '../domain/text.ts';
import { stepGroupsSchema } from '../groups/step-spec.ts';
import { limits } from '../protocol/limits.ts';
import { timeSchema } from '../protocol/time.ts';
import { phaseKinds } from '../templates/format.ts';
import { floorFormSchema } from '../activities/floor-state.ts';
import { stepScoringSchema } from '../activities/scoring-state.ts';
import { turnMinutesSchema } from '../activities/turn-order.ts';
import { stepVoteSchema, usualVote } from '../voting/terms.ts';

/**
 * What participants may change. free: everything. own: what they made themselves, and new things. move: the place of everything,
 * beside what is their own. frozen: nothing. Facilitators are free of it.
 */
export const rightsKinds = ['free', 'own', 'move', 'frozen'] as const;
const rightsSchema = z.enum(rightsKinds);
export type Rights = z.infer<typeof rightsSchema>;

export const phaseIdSchema = z.string().min(1).max(limits.phaseIdCharsMax);

/** In one language or several; `en` is always there. */
const textSchema = (charsMax: number) =>
  z
    .looseObject({ en: z.string() })
    .refine((text) => Object.values(text).every((one) => typeof one === 'string' && one.length <= charsMax))
    .transform((text) => text as Text);

const minutesSchema = z.number().int().min(0).max(limits.phaseMinutesMax);
const zonesSchema = z.array(z.string().max(limits.idCharsMax)).max(limits.zonePartsMax);

export const phaseSchema = z.object({
  id: phaseIdSchema,
  title: textSchema(limits.phaseTitleCharsMax),
  kind: z.enum(phaseKinds),
  /** 0: no timer. */
  minutes: minutesSchema,
  /** What people read while it runs. */
  question: textSchema(limits.phaseQuestionCharsMax),
  /** For facilitators only. */
  note: textSchema(limits.phaseNoteCharsMax),
  /** Parts of the template, or zones by their ids, that it works in; none: the whole board. */
  zones: zonesSchema,
  rights: rightsSchema,
  /** few: participants see the tools that everybody needs. all: all of them. */
  tools: z.enum(['few', 'all']),
  /** People write where nobody else sees it, until the next reveal. */
  isPrivate: z.boolean(),
  isAnonymous: z.boolean(),
  /** Opened with the step, and closed with it. */
  vote: stepVoteSchema.nullable().default(null),
  /** Formed with the step, and at an end with it. */
  groups: stepGroupsSchema.nullable().default(null),
  /** All speak in turn, each for so long. */
  turnMinutes: turnMinutesSchema.nullable().default(null),
  /** People ask for the floor themselves. */
  floor: floorFormSchema.nullable().default(null),
  /** When its time is over, all are asked whether to go on for a while. */
  asksOn: z.boolean().default(false),
  /** Ideas are scored in it, or their sums are shown. */
  scoring: stepScoringSchema.nullable().default(null),
  /** Of each person, where they write in private; null: as usual. */
  notesMax: z.number().int().min(1).max(limits.draftsPerPersonMax).nullable().default(null),
  /** It runs for days: no timer, and the plan of the day begins anew after it. */
  isLong: z.boolean(),
  /** When it ends, whenever it began: a break's "back at", the last day of a long step. */
  until: timeSchema.nullable(),
  isSkipped: z.boolean(),
});
export type Phase = z.infer<typeof phaseSchema>;

/** What a facilitator may write of a step, in their own language. */
export const writtenPhaseSchema = z.object({
  title: z.string().max(limits.phaseTitleCharsMax),
  kind: z.enum(phaseKinds),
  minutes: minutesSchema,
  question: z.string().max(limits.phaseQuestionCharsMax),
  note: z.string().max(limits.phaseNoteCharsMax),
  rights: rightsSchema,
  tools: z.enum(['few', 'all']),
  isLong: z.boolean(),
  until: timeSchema.nullable(),
  isPrivate: z.boolean().optional(),
  isAnonymous: z.boolean().optional(),
  /** Where nothing is said of these, they are as they were, or as usual. */
  zones: zonesSchema.optional(),
  vote: stepVoteSchema.nullable().optional(),
});

export type WrittenPhase = z.infer<typeof writtenPhaseSchema>;

/** As it stands in an agenda; of what is not said there is no key. */
export function phasePart({
  title,
  question,
  note,
  ...rest
}: { [K in keyof WrittenPhase]?: WrittenPhase[K] | undefined }) {
  const texts = Object.entries({ title, question, note }).flatMap(([key, en]) =>
    en === undefined ? [] : [[key, { en }]],
  );
  const others = Object.entries(rest).filter(([, value]) => value !== undefined);
  return Object.fromEntries([...texts, ...others]) as Partial<Phase>;
}

/** Of a step that nothing more is said of. */
export function newPhase(id: string, said: Partial<Phase> & Pick<Phase, 'title' | 'kind'>): Phase {
  return {
    id,
    minutes: 5,
    question: { en: '' },
    note: { en: '' },
    zones: [],
    rights: usualRights[said.kind],
    tools: 'few',
    isPrivate: false,
    isAnonymous: false,
    vote: said.kind === 'vote' ? usualVote : null,
    groups: null,
    turnMinutes: null,
    floor: null,
    asksOn: false,
    scoring: null,
    notesMax: null,
    isLong: false,
    until: null,
    isSkipped: false,
    ...said,
  };
}

/** What people may change in a step of this kind, where nobody says otherwise. */
export const usualRights: Record<Phase['kind'], Rights> = {
  arrive: 'free',
  diverge: 'own',
  reveal: 'own',
  read: 'own',
  cluster: 'move',
  vote: 'own',
  converge: 'free',
  decide: 'free',
  commit: 'free',
  harvest: 'free',
  break: 'free',
  session: 'free',
};
