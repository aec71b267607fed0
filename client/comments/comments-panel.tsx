// The comments of a board in the side panel: a new one, those that wait for an answer, and those that are settled.
import type { Thread } from '@commonboard/shared/comments/thread.ts';
import type { ParticipantId } from '@commonboard/shared/protocol/ids.ts';
import { MessageCirclePlus } from 'lucide-react';
import { useValue, type Editor } from 'tldraw';
import { Button } from '../ui/button.tsx';
import { t } from '../ui/messages/t.ts';
import { CommentForm, type Mentionable } from './comment-form.tsx';
import { commentRequests, endRequest, showComment, writeComment } from './comment-request.ts';
import type { CommentsStore } from './comments-store.ts';
import { newMessageId, newThreadId } from './new-id.ts';
import { ThreadItem } from './thread-item.tsx';
import { aboutWords } from './thread-places.ts';
import { useThreads } from './use-threads.ts';
import styles from './comments.module.css';

export interface CommentsSelf {
  participantId: ParticipantId;
  mayWrite: boolean;
  isFacilitator: boolean;
}

interface CommentsPanelProps {
  store: CommentsStore;
  editor: Editor;
  self: CommentsSelf;
  /** Who is here. */
  people: readonly Mentionable[];
}

export function CommentsPanel({ store, editor, self, people }: CommentsPanelProps) {
  const threads = useThreads(store);
  const request = useValue('wanted comment', () => commentRequests.get(editor), [editor]);
  const mentionable = peopleOf(threads, people, self.participantId);
  const open = threads.filter(({ resolved }) => resolved === null);
  const settled = threads.filter(({ resolved }) => resolved !== null);
  const item = (thread: Thread) => (
    <ThreadItem
      key={thread.id}
      {...{ store, editor, self, thread, people: mentionable }}
      isShown={request?.kind === 'show' && request.thread === thread.id}
    />
  );
  const isSettledShown = request?.kind === 'show' && settled.some(({ id }) => id === request.thread);
  return (
    <div className={styles.panel}>
      {self.mayWrite && request?.kind !== 'write' && (
        <Button icon={<MessageCirclePlus size={18} aria-hidden="true" />} onClick={() => writeComment(editor)}>
          {t('comments.new')}
        </Button>
      )}
      {self.mayWrite && request?.kind === 'write' && (
        <NewComment {...{ store, editor, people: mentionable }} request={request} />
      )}
      {threads.length === 0 && (
        <p className={styles.lead}>{t(self.mayWrite ? 'comments.none' : 'comments.none.look')}</p>
      )}
      {open.length > 0 && <ol className={styles.threads}>{open.map(item)}</ol>}
      {settled.length > 0 && (
        <details open={isSettledShown || undefined}>
          <summary className={styles.quiet}>{t('comments.settled', { count: settled.length })}</summary>
          <ol className={styles.threads}>{settled.map(item)}</ol>
        </details>
      )}
    </div>
  );
}

interface NewCommentProps extends Pick<CommentsPanelProps, 'store' | 'editor' | 'people'> {
  request: { place: Thread['place'] };
}

function NewComment({ store, editor, people, request: { place } }: NewCommentProps) {
  const about = useValue('what a comment is about', () => aboutWords(editor, place), [editor, place]);
  return (
    <section aria-label={t('comments.new')}>
      <p className={styles.quiet}>{about === null ? t('comments.on-place') : t('comments.on', { words: about })}</p>
      <CommentForm
        keptIn={store}
        keptAs="new"
        label={t('comments.text')}
        action={t('comments.send')}
        people={people}
        onCancel={() => endRequest(editor)}
        onSend={async (written) => {
          const thread = newThreadId();
          const isSent = await store.send({ type: 'start', thread, message: newMessageId(), place, ...written });
          if (isSent) showComment(editor, thread);
          return isSent;
        }}
      />
    </section>
  );
}

/** Those who are here, and those who have written: each once. */
function peopleOf(
  threads: readonly Thread[],
  here: readonly Mentionable[],
  self: ParticipantId,
): readonly Mentionable[] {
  const wrote = threads.flatMap(({ messages }) =>
    messages.map(({ participant, name }) => [participant, name] as const),
  );
  const names = new Map([...wrote, ...here.map(({ participantId, name }) => [participantId, name] as const)]);
  names.delete(self);
  return [...names]
    .map(([participantId, name]) => ({ participantId, name }))
    .sort((a, b) => a.name.localeCompare(b.name));
}
