// What people may ask of a session, as it comes over HTTP. A command that depends on the step it was pressed on names it.
import { z } from 'zod';
import { privateRoundIdSchema, privateRoundSchema, roundLimits } from '../drafts/private-round.ts';
import {
  groupEnds,
  groupLinkSchema,
  groupNumberSchema,
  groupSetIdSchema,
  groupSetSchema,
  moreZonesSchema,
} from '../groups/group-set.ts';
import { personSectors } from '../groups/person-sectors.ts';
import { participantIdSchema } from '../protocol/ids.ts';
import { limits } from '../protocol/limits.ts';
import { timeSchema } from '../protocol/time.ts';
import { activityKinds } from '../activities/activity-kinds.ts';
import { phaseIdSchema, rightsKinds, writtenPhaseSchema } from './phase.ts';
import { giveScoreFields } from '../activities/scoring-state.ts';
import { thumbSchema } from '../activities/thumbs-state.ts';
import { seatsSchema } from '../activities/floor-state.ts';
import { turnMinutesSchema } from '../activities/turn-order.ts';
import { calmParts, placeSchema } from './session-state.ts';

const asked = {
  /** Made anew for each wish; the same one twice acts once. */
  commandId: z.string().regex(/^[A-Za-z0-9_-]{8,64}$/),
  /** Of the state that the person saw. */
  revision: z.number().int().nonnegative(),
};
/** The step that was shown when the button was pressed. */
const pressedOn = phaseIdSchema.nullable();
const minutes = z.number().int().min(1).max(limits.phaseMinutesMax);

const command = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.object({ type: z.literal(type), ...asked, ...shape });

const stepCommands = [
  command('start', { isRehearsal: z.boolean() }),
  /** To the step after; after the last one, the end. */
  command('next', { phase: phaseIdSchema }),
  command('back', { phase: phaseIdSchema }),
  command('jump', { phase: pressedOn, to: phaseIdSchema }),
  command('finish', { phase: pressedOn }),
  /** Stops what counts down. */
  command('hold', { pending: z.string().max(64) }),
  /** Everything to the start, after a rehearsal or an end. */
  command('reset', {}),
  /** A break from now on. */
  command('take-break', { phase: phaseIdSchema, minutes }),
] as const;

const agendaCommands = [
  /** `after` null: as the first. */
  command('add-phase', { after: pressedOn, step: writtenPhaseSchema }),
  command('change-phase', { step: phaseIdSchema, changes: writtenPhaseSchema.partial() }),
  command('move-phase', { step: phaseIdSchema, after: pressedOn }),
  command('remove-phase', { step: phaseIdSchema }),
  command('skip-phase', { step: phaseIdSchema, isSkipped: z.boolean() }),
  /** The steps of an activity, one after the other. */
  command('add-activity', {
    activity: z.enum(activityKinds),
    zone: z.string().min(1).max(limits.idCharsMax).nullable(),
    question: z.string().max(limits.phaseQuestionCharsMax / 2),
    /** Of its steps that have a zone of their own. */
    zones: z.array(z.string().min(1).max(limits.idCharsMax)).max(limits.activityZonesMax).optional(),
    /** Of each person or talk, where the activity has them. */
    eachMinutes: z.number().int().min(1).max(limits.eachMinutesMax).optional(),
    /** Of the circle, where the activity has one. */
    seats: seatsSchema.optional(),
    after: pressedOn,
  }),
  /** All steps that come take less, so that the session ends in time. */
  command('shorten', { phase: phaseIdSchema }),
] as const;

const timerCommands = [
  command('set-timer', { minutes }),
  command('add-time', { minutes: z.number().int().min(-limits.phaseMinutesMax).max(limits.phaseMinutesMax) }),
  command('pause-timer', {}),
  command('resume-timer', {}),
  command('clear-timer', {}),
] as const;

const leadCommands = [
  command('set-rights', { rights: z.enum(rightsKinds) }),
  command('bring', { place: placeSchema }),
  command('spotlight', { zone: z.string().min(1).max(limits.idCharsMax).nullable() }),
  command('calm', { off: z.array(z.enum(calmParts)).max(calmParts.length) }),
  command('set-deputy', { participant: participantIdSchema.nullable() }),
  command('take-over', {}),
] as const;

const peopleCommands = [
  command('raise-hand', {}),
  /** One's own; a facilitator takes anybody's down. */
  command('lower-hand', { participant: participantIdSchema }),
  command('give-word', { participant: participantIdSchema }),
  command('ask-ready', { isAsked: z.boolean() }),
  command('say-ready', { isReady: z.boolean() }),
] as const;

const roundCommands = [
  /** A private round without a step. */
  command('open-round', {
    isAnonymous: z.boolean(),
    ...roundLimits,
    zone: privateRoundSchema.shape.zone,
  }),
  command('limit-round', { round: privateRoundIdSchema, ...roundLimits }),
  /** All that people wrote in it, after the countdown. */
  command('reveal-round', { round: privateRoundIdSchema }),
  /** Everybody has their own back. */
  command('cancel-round', { round: privateRoundIdSchema }),
] as const;

const turnCommands = [
  /** All who are here speak, one after the other. */
  command('start-turns', { minutes: turnMinutesSchema }),
  command('end-turns', {}),
  /** Of oneself, or, by who leads, of whoever it is. `isPassing`: later. */
  command('next-turn', { at: z.number().int().nonnegative(), isPassing: z.boolean() }),
] as const;

const floorCommands = [
  /** For oneself: a chair, or a talk. */
  command('want-floor', {}),
  /** Of oneself, or, by who leads, of anybody: out of the circle, the talk or the line. */
  command('leave-floor', { participant: participantIdSchema }),
  /** The next talk; of a circle, who has sat longest makes room. */
  command('next-on-floor', { turn: z.number().int().nonnegative() }),
] as const;

const thumbCommands = [
  /** Of oneself; another one until it is closed. `timer` names the question. */
  command('say-thumb', { timer: timeSchema, thumb: thumbSchema }),
  /** Counted, also where not all have answered. */
  command('close-thumbs', { timer: timeSchema }),
] as const;

/** Of the idea that one was given in this round; another one until the next round. */
const scoreCommands = [command('give-score', giveScoreFields)] as const;

/** Of those who are in groups now. */
const set = groupSetIdSchema;

const groupCommands = [
  command('make-groups', {
    how: groupSetSchema.shape.how,
    plan: z.object({
      by: z.enum(['count', 'size']),
      number: z.number().int().min(1).max(limits.groupsMax),
    }),
    zone: groupSetSchema.shape.zone,
    /** Further zones, of each of which every group has a copy too. */
    more: moreZonesSchema.optional(),
    title: groupSetSchema.shape.title,
    /** Somebody of each group writes down, by lot. */
    drawsScribes: z.boolean(),
  }),
  command('move-person', { set, participant: participantIdSchema, to: groupNumberSchema }),
  /** No more choosing: who is in no group yet is put into the smallest, and nobody is left alone. */
  command('settle-groups', { set }),
  command('link-group', { set, group: groupNumberSchema, link: groupLinkSchema.nullable() }),
  /** Two minutes are left, said to all. */
  command('warn-groups', { set }),
  command('group-helped', { set, group: groupNumberSchema }),
  command('bring-groups', { set, ends: z.enum(groupEnds) }),
  /** They end, and nothing is brought back. */
  command('end-groups', { set }),
  command('ask-sectors', { isAsked: z.boolean() }),
  /** Of whoever joins from now on, and once of those who are here. */
  command('ask-at-join', { isAsked: z.boolean() }),
  /** Of oneself. */
  command('choose-group', { set, group: groupNumberSchema }),
  /** For one's own group. */
  command('ask-help', { set, isNeeded: z.boolean() }),
  /** Of one's own group; who leads, of any. Null: by lot. */
  command('name-scribe', { set, group: groupNumberSchema, participant: participantIdSchema.nullable() }),
  command('say-sector', { sector: z.enum(personSectors).nullable() }),
] as const;

/** By family, each carried out in a file of its own. */
export const commandFamilies = {
  step: z.discriminatedUnion('type', stepCommands),
  agenda: z.discriminatedUnion('type', agendaCommands),
  timer: z.discriminatedUnion('type', timerCommands),
  lead: z.discriminatedUnion('type', leadCommands),
  people: z.discriminatedUnion('type', peopleCommands),
  round: z.discriminatedUnion('type', roundCommands),
  group: z.discriminatedUnion('type', groupCommands),
  turn: z.discriminatedUnion('type', turnCommands),
  floor: z.discriminatedUnion('type', floorCommands),
  thumb: z.discriminatedUnion('type', thumbCommands),
  score: z.discriminatedUnion('type', scoreCommands),
};
export type CommandOf<F extends keyof typeof commandFamilies> = z.infer<(typeof commandFamilies)[F]>;

export const sessionCommandSchema = z.discriminatedUnion('type', [
  ...stepCommands,
  ...agendaCommands,
  ...timerCommands,
  ...leadCommands,
  ...peopleCommands,
  ...roundCommands,
  ...groupCommands,
  ...turnCommands,
  ...floorCommands,
  ...thumbCommands,
  ...scoreCommands,
]);
export type SessionCommand = z.infer<typeof sessionCommandSchema>;

type Wish<C> = C extends SessionCommand ? Omit<C, 'commandId' | 'revision'> : never;
/** What a person asks for, before it is known on which state. */
export type SessionWish = Wish<SessionCommand>;
