// People in small groups: who is in which, where each works, and how far it has come. Part of the session; what the groups write
// is on the board. Rules R170 to R174.
import type { TLShapeId } from '@tldraw/tlschema';
import { z } from 'zod';
import { participantIdSchema } from '../protocol/ids.ts';
import { limits } from '../protocol/limits.ts';
import { versionIdSchema } from '../protocol/history.ts';
import { timeSchema } from '../protocol/time.ts';
import { sessionPersonSchema } from '../session/session-person.ts';

const groupWays = ['random', 'mixed', 'chosen'] as const;

export const groupSetIdSchema = z
  .string()
  .regex(/^g[0-9]{1,15}$/)
  .brand<'GroupSetId'>();

export const groupNumberSchema = z.number().int().min(1).max(limits.talkingGroupsMax);

/** Of a video room. Opened in a window of its own, never fetched by this product. */
export const groupLinkSchema = z
  .url({ protocol: /^https$/ })
  .max(limits.groupLinkCharsMax)
  // A name and a password in an address are shown to all who hover it.
  .refine((link) => !/^https:\/\/[^/?#]*@/i.test(link));

const groupSchema = z.object({
  number: groupNumberSchema,
  people: z.array(sessionPersonSchema).max(limits.participantsPerBoardMax),
  /** Writes down for the group. */
  scribe: participantIdSchema.nullable(),
  /** Stays while the others go on to another table. */
  host: participantIdSchema.nullable().default(null),
  link: groupLinkSchema.nullable(),
  /** Since when they need help. */
  helpAt: timeSchema.nullable(),
  /** Id of its zone on the board; null until the server has made it. */
  zone: z.string().max(limits.idCharsMax).nullable(),
});
export type Group = z.infer<typeof groupSchema>;

/** What becomes of the groups' zones when their results are brought back. lock: they stay to be read. remove: they go. */
export const groupEnds = ['lock', 'remove'] as const;

export const moreZonesSchema = z.array(z.string().min(1).max(limits.idCharsMax)).max(limits.groupZonesMax - 1);

export const groupSetSchema = z.object({
  id: groupSetIdSchema,
  how: z.enum(groupWays),
  /**
   * making: the server makes the zones. open: groups work. bringing: the server brings back what they made. ending: it takes away
   * the zones in which nothing was written. over: done.
   */
  stage: z.enum(['making', 'open', 'bringing', 'ending', 'over']),
  /** What each has a copy of, and where the results go: id of a zone, or the template's part. Null: an empty one; the page. */
  zone: z.string().max(limits.idCharsMax).nullable(),
  /** Further zones, where they work on a part of several: each has a copy of all of them. */
  more: moreZonesSchema.default([]),
  /** What the zones are called; # stands for the number. */
  title: z.string().min(1).max(limits.groupTitleCharsMax),
  groups: z.array(groupSchema).min(1).max(limits.talkingGroupsMax),
  /** People go where they like. Until that ends nobody is put anywhere. */
  isChoosing: z.boolean(),
  /** Who is here and in no group. */
  unplaced: z.array(sessionPersonSchema).max(limits.participantsPerBoardMax),
  /** Where those were who have left. */
  away: z.record(z.string(), groupNumberSchema),
  /** When all were told that two minutes are left. */
  warnedAt: timeSchema.nullable(),
  /** How the results are brought back; null before that, and where it ended without. */
  ends: z.enum(groupEnds).nullable(),
  /** The board as it was just before the results were brought back. */
  before: versionIdSchema.nullable(),
  /** Drawings, texts and pictures that stayed where the groups had their zones. */
  stayed: z.number().int().nonnegative().default(0),
  startedAt: timeSchema,
  /** Who asked for it: what the server makes is theirs. */
  by: participantIdSchema,
  /** The run of the step that they were formed for; null: by hand. */
  step: z
    .string()
    .max(limits.phaseIdCharsMax + 20)
    .nullable(),
});
export type GroupSet = z.infer<typeof groupSetSchema>;

/** People are in groups just now. */
export function isGrouped(set: GroupSet | null): set is GroupSet & { stage: Exclude<GroupSet['stage'], 'over'> } {
  return set !== null && set.stage !== 'over';
}

export function groupOf({ groups }: Pick<GroupSet, 'groups'>, participant: string): Group | null {
  return groups.find(({ people }) => people.some((one) => one.participant === participant)) ?? null;
}

/** What a group has copies of, and the ids of its copies; `of` null: an empty one. They are the same whenever they are asked for. */
export function zonesOfGroup(
  { id, zone, more }: Pick<GroupSet, 'id' | 'zone' | 'more'>,
  number: number,
): { of: string | null; copy: TLShapeId }[] {
  return [zone, ...more].map((of, i) => ({
    of,
    copy: `shape:${id}-${number}${i === 0 ? '' : `-z${i + 1}`}` as TLShapeId,
  }));
}
