// The comments of a board in this page: read in its document, changed by the server. No React.
import { type CommentCommand, commentRefusals } from '@commonboard/shared/comments/commands.ts';
import { readThreads, threadMap } from '@commonboard/shared/comments/thread-map.ts';
import type { Thread } from '@commonboard/shared/comments/thread.ts';
import type { BoardId } from '@commonboard/shared/protocol/ids.ts';
import type * as Y from 'yjs';
import { call, reasonIn, type WithToken } from '../sync/api.ts';
import { commentRefusalText } from '../ui/messages/comments-text.ts';
import { errorText } from '../ui/messages/error-text.ts';
import { showToast } from '../ui/toast-list.ts';

export interface CommentsStore {
  /** The oldest first. */
  threads(): readonly Thread[];
  onChange(listener: () => void): () => void;
  /** False where it was not carried out; why has been said. */
  send(command: CommentCommand): Promise<boolean>;
  /** Begins to read a document. Returns its stop. */
  read(doc: Y.Doc): () => void;
}

export function openComments(id: BoardId, withToken: WithToken): CommentsStore {
  const listeners = new Set<() => void>();
  let threads: readonly Thread[] = [];
  return {
    threads: () => threads,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async send(body) {
      try {
        await withToken((token) => call('comment', { params: { id }, token, body }));
        return true;
      } catch (error) {
        const reason = reasonIn(error, commentRefusals);
        showToast('trouble', reason === null ? errorText(error) : commentRefusalText(reason));
        return false;
      }
    },
    read(doc) {
      const look = (): void => {
        threads = readThreads(doc);
        for (const listener of listeners) listener();
      };
      look();
      const map = threadMap(doc);
      map.observe(look);
      return () => map.unobserve(look);
    },
  };
}
