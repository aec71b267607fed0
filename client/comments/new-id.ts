// Ids of comments, made by the page.
import { messageIdSchema, threadIdSchema, type MessageId, type ThreadId } from '@commonboard/shared/comments/thread.ts';
import { randomHex } from '../ui/random-hex.ts';

export function newThreadId(): ThreadId {
  return threadIdSchema.parse(randomHex(8));
}

export function newMessageId(): MessageId {
  return messageIdSchema.parse(randomHex(8));
}
