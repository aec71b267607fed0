// Message 65, server -> client: news of the board that is no document, as JSON. Pushed when something changes, and to each
// newcomer. A kind that this client does not know is passed over.
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { z } from 'zod';
import { draftCountsSchema } from '../drafts/drafts-view.ts';
import { harvestStandingSchema } from '../harvest/harvest.ts';
import { participantIdSchema } from './ids.ts';
import { limits } from './limits.ts';
import { messageTypes } from './message-types.ts';
import { roleSchema } from './roles.ts';
import { sessionAnswerSchema } from './session-routes.ts';
import { roundIdSchema } from '../voting/round.ts';
import { votesAnswerSchema } from './voting-routes.ts';

const boardNewsSchema = z.object({
  type: z.literal('board'),
  /** Grows with each change of the board; a message with a lower one than the last is old. */
  revision: z.number().int().nonnegative(),
  title: z.string(),
  /** Facilitators have stopped all changes but their own. */
  paused: z.boolean().optional(),
  /** What the person who hears this may do, while the board is not paused. */
  role: roleSchema.optional(),
  /** How many wait for a facilitator; said to facilitators only. */
  waiting: z.number().int().nonnegative().optional(),
  /** The server has closed the short code: too many wrong ones were tried. Said to facilitators only. */
  codeStopped: z.boolean().optional(),
});
export type BoardNews = z.infer<typeof boardNewsSchema>;

const sessionNewsSchema = z.object({
  type: z.literal('session'),
  /** That of the session. */
  revision: z.number().int().nonnegative(),
  ...sessionAnswerSchema.shape,
});
export type SessionNews = z.infer<typeof sessionNewsSchema>;

/** Said to facilitators: somebody has removed many things in a short time. */
const removedNewsSchema = z.object({
  type: z.literal('removed'),
  participant: participantIdSchema,
  name: z.string(),
  /** Of all that they have removed of late; told anew as it grows. */
  ids: z.array(z.string().max(limits.idCharsMax)).max(limits.broughtBackMax),
});
export type RemovedNews = z.infer<typeof removedNewsSchema>;

/** Rounds that have changed, each as the person who hears this may see it, and those that are gone. */
const votesNewsSchema = z.object({
  type: z.literal('votes'),
  ...votesAnswerSchema.shape,
  gone: z.array(roundIdSchema).max(limits.roundsPerBoardMax),
});
export type VotesNews = z.infer<typeof votesNewsSchema>;

/** How many people have written how much in the private round. */
const draftsNewsSchema = z.object({ type: z.literal('drafts'), ...draftCountsSchema.shape });
export type DraftsNews = z.infer<typeof draftsNewsSchema>;

/** What a group leaves with is published, changed or taken back. */
const harvestNewsSchema = z.object({ type: z.literal('harvest'), ...harvestStandingSchema.shape });
export type HarvestNews = z.infer<typeof harvestNewsSchema>;

const sessionMessageSchema = z.discriminatedUnion('type', [
  boardNewsSchema,
  sessionNewsSchema,
  removedNewsSchema,
  votesNewsSchema,
  draftsNewsSchema,
  harvestNewsSchema,
]);
export type SessionMessage = z.infer<typeof sessionMessageSchema>;

export function encodeSessionMessage(message: SessionMessage): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, messageTypes.session);
  encoding.writeVarString(encoder, JSON.stringify(message));
  return encoding.toUint8Array(encoder);
}

/** Reads what follows the message type. Null for a kind from a newer server. Throws on a truncated frame. */
export function decodeSessionMessage(decoder: decoding.Decoder): SessionMessage | null {
  const text = decoding.readVarString(decoder);
  try {
    return sessionMessageSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    // Not JSON: whatever it means, this client does not know it.
    return null;
  }
}
