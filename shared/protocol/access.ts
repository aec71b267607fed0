// Who is let onto a board and what they may do there: the settings of its facilitators, and people as facilitators see them.
import { z } from 'zod';
import { participantIdSchema } from './ids.ts';
import { roleSchema } from './roles.ts';

/** join: at once. wait: a facilitator lets each in. look: they look only until a facilitator lets them take part. */
export const newcomersSchema = z.enum(['join', 'wait', 'look']);
export type Newcomers = z.infer<typeof newcomersSchema>;

/** Where a person stands, whatever link they came with. `away`: waited and was turned away. */
export const standingSchema = z.enum(['in', 'look', 'waiting', 'away', 'banned']);
export type Standing = z.infer<typeof standingSchema>;

/** The right to facilitate: the first who comes with that link leads, everybody after asks. */
export const leadingSchema = z.enum(['no', 'asked', 'yes', 'refused']);
export type Leading = z.infer<typeof leadingSchema>;

export const personActions = [
  'let-in',
  'turn-away',
  'kick',
  'ban',
  'unban',
  'confirm-facilitator',
  'refuse-facilitator',
] as const;
export type PersonAction = (typeof personActions)[number];

export const listedPersonSchema = z.object({
  id: participantIdSchema,
  name: z.string(),
  color: z.string(),
  role: roleSchema,
  standing: standingSchema,
  leading: leadingSchema,
  connected: z.boolean(),
  /** When this person came here for the first time. */
  since: z.iso.datetime(),
});
export type ListedPerson = z.infer<typeof listedPersonSchema>;

const shortCodeSchema = z.object({
  /** Null where the server has been started anew since: it works, and only who has it knows it. */
  code: z.string().nullable(),
  until: z.iso.datetime(),
});

export const accessInfoSchema = z.object({
  paused: z.boolean(),
  newcomers: newcomersSchema,
  hasPasscode: z.boolean(),
  hasRecoveryCode: z.boolean(),
  shortCode: shortCodeSchema.nullable(),
  /** The server has closed the last one: too many wrong ones were tried. */
  codeStopped: z.boolean(),
});
export type AccessInfo = z.infer<typeof accessInfoSchema>;
