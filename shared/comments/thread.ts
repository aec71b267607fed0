// A comment on a place or a shape, and what people answer. Part of the board's document, but written only by the server: whose
// name stands under it is the server's word.
import { z } from 'zod';
import { participantIdSchema } from '../protocol/ids.ts';
import { limits } from '../protocol/limits.ts';
import { timeSchema } from '../protocol/time.ts';

const id = z.string().regex(/^[A-Za-z0-9_-]{16}$/);
/** Made by the page, so that the same wish twice makes one. */
export const threadIdSchema = id.brand<'ThreadId'>();
export type ThreadId = z.infer<typeof threadIdSchema>;
export const messageIdSchema = id.brand<'MessageId'>();
export type MessageId = z.infer<typeof messageIdSchema>;

const recordId = z.string().min(1).max(limits.idCharsMax);
const coordinate = z.number().min(-limits.coordinateMax).max(limits.coordinateMax);

export const threadPlaceSchema = z.object({
  page: recordId.startsWith('page:'),
  /** On the page. Where it is about a shape: where that stood then. */
  x: coordinate,
  y: coordinate,
  /** What it is about; it goes along with it. */
  shape: recordId.startsWith('shape:').nullable(),
});
export type ThreadPlace = z.infer<typeof threadPlaceSchema>;

export const messageTextSchema = z.string().trim().min(1).max(limits.commentCharsMax);
export const mentionsSchema = z.array(participantIdSchema).max(limits.mentionsPerCommentMax);

const messageSchema = z.object({
  id: messageIdSchema,
  participant: participantIdSchema,
  /** As they were called then. */
  name: z.string(),
  text: z.string(),
  mentions: mentionsSchema,
  /** ms since 1970, by the server. */
  at: timeSchema,
  changedAt: timeSchema.nullable(),
});
export type Message = z.infer<typeof messageSchema>;

export const threadSchema = z.object({
  id: threadIdSchema,
  place: threadPlaceSchema,
  /** The first is the comment, the others answer it. Never empty. */
  messages: z.array(messageSchema).min(1).max(limits.messagesPerThreadMax),
  resolved: z.object({ name: z.string(), at: timeSchema }).nullable(),
  /** Answers that were taken away: the wish for one, sent again, does not bring it back. */
  removed: z.array(messageIdSchema).max(limits.removedPerThreadMax).default([]),
});
export type Thread = z.infer<typeof threadSchema>;
