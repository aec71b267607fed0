// Why something with comments is not done.
import type { CommentRefusal } from '@commonboard/shared/comments/commands.ts';
import type { MessageKey } from './catalogue.ts';
import { t } from './t.ts';

const refusalKeys = {
  'no-thread': 'comments.refused.no-thread',
  'no-place': 'comments.refused.no-place',
  'not-yours': 'comments.refused.not-yours',
  'threads-full': 'comments.refused.threads-full',
  'thread-full': 'comments.refused.thread-full',
} as const satisfies Record<CommentRefusal, MessageKey>;

export function commentRefusalText(refusal: CommentRefusal): string {
  return t(refusalKeys[refusal]);
}
