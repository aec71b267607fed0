// A mark at each comment that is not settled; pressing it opens the comment in the side panel.
import type { Thread } from '@commonboard/shared/comments/thread.ts';
import { MessageCircle } from 'lucide-react';
import { createContext, useContext } from 'react';
import { useEditor, useValue, type Editor } from 'tldraw';
import { t } from '../ui/messages/t.ts';
import { commentRequests, showComment } from './comment-request.ts';
import type { CommentsStore } from './comments-store.ts';
import { placeNow } from './thread-places.ts';
import { useThreads } from './use-threads.ts';
import styles from './comments.module.css';

/** Null where there are none to show. */
export const CommentsContext = createContext<CommentsStore | null>(null);

export function CommentPins() {
  const store = useContext(CommentsContext);
  return store && <Pins store={store} />;
}

function Pins({ store }: { store: CommentsStore }) {
  const editor = useEditor();
  const threads = useThreads(store).filter(({ resolved }) => resolved === null);
  const request = useValue('wanted comment', () => commentRequests.get(editor), [editor]);
  const places = useValue('places of the comments', () => threads.map((thread) => screenPlace(editor, thread.place)), [
    editor,
    threads,
  ]);
  const writing = useValue(
    'place of the new comment',
    () => (request?.kind === 'write' ? screenPlace(editor, request.place) : null),
    [editor, request],
  );
  return (
    <>
      {threads.map((thread, at) => {
        const place = places[at];
        return (
          place && <Pin key={thread.id} thread={thread} place={place} onOpen={() => showComment(editor, thread.id)} />
        );
      })}
      {writing && <span className={`${styles.pin} ${styles.new}`} style={writing} aria-hidden="true" />}
    </>
  );
}

interface PinProps {
  thread: Thread;
  place: { left: number; top: number };
  onOpen: () => void;
}

function Pin({ thread: { messages }, place, onOpen }: PinProps) {
  const [first] = messages;
  if (!first) return null;
  return (
    <button
      type="button"
      className={styles.pin}
      style={place}
      aria-label={t('comments.pin', { name: first.name, text: first.text })}
      title={t('comments.pin', { name: first.name, text: first.text })}
      // The canvas under it would begin to select.
      onPointerDown={(event) => event.stopPropagation()}
      onClick={onOpen}
    >
      {messages.length > 1 ? messages.length : <MessageCircle size={14} aria-hidden="true" />}
    </button>
  );
}

/** In the view; null where it is on another page or out of sight. */
function screenPlace(editor: Editor, place: Thread['place']): { left: number; top: number } | null {
  const { page, point } = placeNow(editor, place);
  if (page !== editor.getCurrentPageId() || !editor.getViewportPageBounds().containsPoint(point)) return null;
  const { x, y } = editor.pageToViewport(point);
  return { left: x, top: y };
}
