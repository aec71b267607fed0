// What a group leaves with, as who leads has set it up, and whether it is published. The server's record; the document knows
// nothing of it.
import { z } from 'zod';
import { participantIdSchema } from '../protocol/ids.ts';
import { limits } from '../protocol/limits.ts';
import { timeSchema } from '../protocol/time.ts';
import { roundIdSchema } from '../voting/round.ts';

export const harvestParts = ['ranking', 'decisions', 'commitments', 'open'] as const;
export type HarvestPart = (typeof harvestParts)[number];

export const harvestEditSchema = z.object({
  /** Empty: the board's. */
  title: z.string().max(limits.titleCharsMax),
  /** What the group leaves with, in a few lines. */
  intro: z.string().max(limits.harvestIntroCharsMax),
  /** Ids of the zones that are in, in the order in which they are told of. Null: all, in the order of the agenda. */
  zones: z.array(z.string().max(limits.idCharsMax)).max(limits.harvestZonesMax).nullable(),
  /** What lies in no zone. */
  beside: z.boolean(),
  /** Votes that are left out. */
  votesOut: z.array(roundIdSchema).max(limits.roundsPerBoardMax),
  parts: z.array(z.enum(harvestParts)),
  /** Whether pictures that people have put into zones are passed on: nobody reads the words in them. */
  uploads: z.boolean().default(false),
  /** Names and other words that are taken out of all that is passed on. */
  words: z.array(z.string().min(1).max(limits.harvestWordCharsMax)).max(limits.harvestWordsMax).default([]),
});
export type HarvestEdit = z.infer<typeof harvestEditSchema>;

export const harvestStateSchema = z.object({
  /** Grows with each change. */
  revision: z.number().int().nonnegative(),
  /** The revision of the last change that somebody who leads has made. */
  steeredAt: z.number().int().nonnegative().default(0),
  edit: harvestEditSchema,
  /** Null while it is a draft. */
  published: z.object({ at: timeSchema, by: z.string().max(limits.nameCharsMax) }).nullable(),
  /** Whose names are in what is published. */
  madeFor: z.array(participantIdSchema).nullable().default(null),
});
export type HarvestState = z.infer<typeof harvestStateSchema>;

/** What everybody may know of it. */
export const harvestStandingSchema = harvestStateSchema.pick({ revision: true, published: true });
export type HarvestStanding = z.infer<typeof harvestStandingSchema>;

export function newHarvest(): HarvestState {
  return {
    revision: 0,
    steeredAt: 0,
    edit: {
      title: '',
      intro: '',
      zones: null,
      beside: true,
      votesOut: [],
      parts: [...harvestParts],
      uploads: false,
      words: [],
    },
    published: null,
    madeFor: null,
  };
}
