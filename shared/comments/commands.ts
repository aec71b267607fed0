// What people may want of the comments of a board, and what comes of it. Pure: the server says who asks and what time it is.
import { z } from 'zod';
import type { ParticipantId } from '../protocol/ids.ts';
import { limits } from '../protocol/limits.ts';
import {
  mentionsSchema,
  messageIdSchema,
  messageTextSchema,
  threadIdSchema,
  threadPlaceSchema,
  type Message,
  type Thread,
} from './thread.ts';

const written = { message: messageIdSchema, text: messageTextSchema, mentions: mentionsSchema };

export const commentCommandSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('start'), thread: threadIdSchema, place: threadPlaceSchema, ...written }),
  z.object({ type: z.literal('reply'), thread: threadIdSchema, ...written }),
  z.object({ type: z.literal('change'), thread: threadIdSchema, ...written }),
  z.object({ type: z.literal('remove'), thread: threadIdSchema, message: messageIdSchema }),
  z.object({ type: z.literal('resolve'), thread: threadIdSchema, resolved: z.boolean() }),
]);
export type CommentCommand = z.infer<typeof commentCommandSchema>;

export interface Commenter {
  participant: ParticipantId;
  name: string;
  isFacilitator: boolean;
}

/** With a sentence for the person who wanted it. */
export const commentRefusals = {
  'no-thread': 'This comment is not here any more.',
  'no-place': 'What this is about is not on the board.',
  'not-yours': 'This was written by somebody else.',
  'threads-full': 'This board takes no more comments. Remove some that are settled.',
  'thread-full': 'Nothing more fits under this comment. Start a new one.',
} as const;
export type CommentRefusal = keyof typeof commentRefusals;

/** The thread as it should be now; null: it goes. */
export type CommentOutcome = { ok: true; thread: Thread | null } | { ok: false; why: CommentRefusal };

/** A thread, null where there has been none under this id. */
export type KnownThread = Thread | 'removed' | null;

/** `known`: the thread as it is. `others`: how many threads the board has beside it. */
export function runCommentCommand(
  command: CommentCommand,
  known: KnownThread,
  others: number,
  by: Commenter,
  now: number,
): CommentOutcome {
  if (known === 'removed') return command.type === 'remove' ? done(null) : refused('no-thread');
  if (command.type === 'start') return start(command, known, others, newMessage(command, by, now));
  if (!known) return command.type === 'remove' ? done(null) : refused('no-thread');
  switch (command.type) {
    case 'reply':
      return reply(known, newMessage(command, by, now));
    case 'change':
      return change(known, command, by, now);
    case 'remove':
      return remove(known, command.message, by);
    case 'resolve':
      return done({ ...known, resolved: command.resolved ? { name: by.name, at: now } : null });
  }
}

type Start = Extract<CommentCommand, { type: 'start' }>;
type Change = Extract<CommentCommand, { type: 'change' }>;

function start({ thread, place }: Start, known: Thread | null, others: number, message: Message): CommentOutcome {
  // The same wish again: its first answer was lost on the way.
  if (known)
    return known.messages[0]?.id === message.id && isBy(known.messages[0], message)
      ? done(known)
      : refused('not-yours');
  if (others >= limits.threadsPerBoardMax) return refused('threads-full');
  return done({ id: thread, place, messages: [message], resolved: null, removed: [] });
}

function reply(known: Thread, message: Message): CommentOutcome {
  const before = known.messages.find(({ id }) => id === message.id);
  if (before) return isBy(before, message) ? done(known) : refused('not-yours');
  if (known.removed.includes(message.id)) return refused('no-thread');
  if (known.messages.length >= limits.messagesPerThreadMax) return refused('thread-full');
  // Who answers something settled has not settled it.
  return done({ ...known, messages: [...known.messages, message], resolved: null });
}

function change(known: Thread, { message, text, mentions }: Change, by: Commenter, now: number): CommentOutcome {
  const before = known.messages.find(({ id }) => id === message);
  if (!before) return refused('no-thread');
  if (!isBy(before, by)) return refused('not-yours');
  const after = { ...before, text, mentions, changedAt: now };
  return done({ ...known, messages: known.messages.map((one) => (one === before ? after : one)) });
}

/** With the first message all that answered it goes. */
function remove(known: Thread, message: Message['id'], by: Commenter): CommentOutcome {
  const at = known.messages.findIndex(({ id }) => id === message);
  const before = known.messages[at];
  if (!before) return done(known);
  if (!isBy(before, by) && !by.isFacilitator) return refused('not-yours');
  if (at > 0) return done(without(before, known));
  const isAnswered = known.messages.some((one) => !isBy(one, by));
  return isAnswered && !by.isFacilitator ? refused('not-yours') : done(null);
}

/** Its id is kept for a wish that comes late; the oldest falls out, or one person could shut the thread for all. */
function without(message: Message, known: Thread): Thread {
  return {
    ...known,
    messages: known.messages.filter((one) => one !== message),
    removed: [...known.removed, message.id].slice(-limits.removedPerThreadMax),
  };
}

function newMessage(
  { message, text, mentions }: Pick<Start, 'message' | 'text' | 'mentions'>,
  by: Commenter,
  now: number,
): Message {
  return { id: message, participant: by.participant, name: by.name, text, mentions, at: now, changedAt: null };
}

function isBy(message: Message, { participant }: { participant: ParticipantId }): boolean {
  return message.participant === participant;
}

function done(thread: Thread | null): CommentOutcome {
  return { ok: true, thread };
}

function refused(why: CommentRefusal): CommentOutcome {
  return { ok: false, why };
}
