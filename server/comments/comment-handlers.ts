// The HTTP call of comments. Through the room, so that all see them at once, and under the name that the server knows.
import { recordMaps } from '@commonboard/shared/board/layout/layout.ts';
import { commentRefusals, runCommentCommand, type CommentRefusal } from '@commonboard/shared/comments/commands.ts';
import { readThread, threadMap, wasRemoved, writeThread } from '@commonboard/shared/comments/thread-map.ts';
import type { DetailedCode } from '@commonboard/shared/protocol/errors.ts';
import { refuseTouch } from '../boards/refuse-touch.ts';
import { type Mount, pacedMount } from '../http/mount.ts';
import { RequestRefused } from '../http/request-refused.ts';
import { within } from '../http/within.ts';
import type { ServerParts } from '../server-parts.ts';
import { touchedBy } from '../sync/gate/write-rule.ts';

const codes: Record<CommentRefusal, DetailedCode> = {
  'no-thread': 'not-found',
  'no-place': 'not-now',
  'not-yours': 'not-yours',
  'threads-full': 'not-now',
  'thread-full': 'not-now',
};

/** About what the parts of a small one take. */
const threadBytes = 400;

export function mountComments(mount: Mount, { rooms, health, contentLimit, now }: ServerParts): void {
  pacedMount(mount, contentLimit)('comment', async ({ params, caller, body }) => {
    // Asked before anything is changed, so that what is refused has not happened.
    if (!(await health.isWriting())) throw new RequestRefused('not-saving');
    return rooms.open(params.id).use(async (room) => {
      const { id: participant, name } = caller.grant.participant;
      refuseTouch(room, caller, touchedBy({ makes: [body.thread] }), threadBytes);
      const { known, others, isThere } = room.read((doc) => {
        const thread = readThread(doc, body.thread);
        const about = body.type === 'start' ? body.place.shape : null;
        return {
          known: thread ?? (wasRemoved(doc, body.thread) ? ('removed' as const) : null),
          others: threadMap(doc).size - (thread ? 1 : 0),
          isThere: about === null || recordMaps(doc).has(about),
        };
      });
      // Such as a note that its writer alone can see: a comment would tell of it.
      if (!known && !isThere) throw refused('no-place');
      const by = { participant, name, isFacilitator: caller.role === 'facilitate' };
      const outcome = runCommentCommand(body, known, others, by, now());
      if (!outcome.ok) throw refused(outcome.why);
      const { thread } = outcome;
      const { stored } = room.edit(participant, (doc) => {
        if (thread !== known && known !== 'removed') writeThread(doc, body.thread, thread);
      });
      // Also of a wish that was there already: it may not be stored yet.
      await within(stored);
      return { thread };
    });
  });
}

function refused(why: CommentRefusal): RequestRefused {
  return new RequestRefused(codes[why], commentRefusals[why], { reason: why });
}
