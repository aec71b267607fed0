// Ids of comments, made by the page; also where the origin is no secure context.
import { messageIdSchema, threadIdSchema, type MessageId, type ThreadId } from '@commonboard/shared/comments/thread.ts';

export function newThreadId(): ThreadId {
  return threadIdSchema.parse(random());
}

export function newMessageId(): MessageId {
  return messageIdSchema.parse(random());
}

function random(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
