// One comment with what answers it, and what this person may do with it.
import type { Message, Thread } from '@commonboard/shared/comments/thread.ts';
import { Check, Ellipsis, Locate, Reply, RotateCcw } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useValue, type Editor } from 'tldraw';
import { Button, IconButton } from '../ui/button.tsx';
import { ConfirmLine } from '../ui/confirm-button.tsx';
import { Menu, MenuItem } from '../ui/menu.tsx';
import { agoText } from '../ui/messages/dates.ts';
import { t } from '../ui/messages/t.ts';
import { CommentForm, type Mentionable } from './comment-form.tsx';
import { showComment } from './comment-request.ts';
import type { CommentsSelf } from './comments-panel.tsx';
import type { CommentsStore } from './comments-store.ts';
import { newMessageId } from './new-id.ts';
import { aboutWords, goToPlace } from './thread-places.ts';
import styles from './comments.module.css';

interface ThreadItemProps {
  store: CommentsStore;
  editor: Editor;
  self: CommentsSelf;
  people: readonly Mentionable[];
  thread: Thread;
  /** Somebody has asked for this one. */
  isShown: boolean;
}

export function ThreadItem({ store, editor, self, people, thread, isShown }: ThreadItemProps) {
  const [isAnswering, setAnswering] = useState(false);
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isShown) item.current?.scrollIntoView({ block: 'nearest' });
    if (isShown) item.current?.focus({ preventScroll: true });
  }, [isShown]);
  const about = useValue('what a comment is about', () => aboutWords(editor, thread.place), [editor, thread]);
  // The field that had the focus goes.
  function endAnswer(): void {
    setAnswering(false);
    requestAnimationFrame(() => item.current?.focus({ preventScroll: true }));
  }
  const isSettled = thread.resolved !== null;
  async function settle(): Promise<void> {
    // It moves to the other list, and the focus with it.
    if (await store.send({ type: 'resolve', thread: thread.id, resolved: !isSettled })) showComment(editor, thread.id);
  }
  return (
    <li ref={item} tabIndex={-1} className={styles.thread} data-shown={isShown || undefined}>
      <div className={styles.head}>
        <span className={styles.quiet}>
          {about === null ? t('comments.on-place') : t('comments.on', { words: about })}
        </span>
        <IconButton
          label={t('comments.go')}
          onClick={() => {
            goToPlace(editor, thread.place);
            showComment(editor, thread.id);
          }}
        >
          <Locate size={18} aria-hidden="true" />
        </IconButton>
      </div>
      {thread.messages.map((message) => (
        <MessageItem key={message.id} {...{ store, self, people, thread, message }} />
      ))}
      {thread.resolved && <p className={styles.quiet}>{t('comments.settled.by', { name: thread.resolved.name })}</p>}
      {self.mayWrite &&
        (isAnswering ? (
          <CommentForm
            keptIn={store}
            keptAs={`answer ${thread.id}`}
            label={t('comments.answer.text')}
            action={t('comments.answer')}
            people={people}
            onCancel={endAnswer}
            onSend={async (written) => {
              const isSent = await store.send({
                type: 'reply',
                thread: thread.id,
                message: newMessageId(),
                ...written,
              });
              if (isSent) endAnswer();
              return isSent;
            }}
          />
        ) : (
          <div className={styles.row}>
            <Button icon={<Reply size={18} aria-hidden="true" />} onClick={() => setAnswering(true)}>
              {t('comments.answer')}
            </Button>
            <Button
              look="quiet"
              icon={isSettled ? <RotateCcw size={18} aria-hidden="true" /> : <Check size={18} aria-hidden="true" />}
              onClick={() => void settle()}
            >
              {t(isSettled ? 'comments.reopen' : 'comments.settle')}
            </Button>
          </div>
        ))}
    </li>
  );
}

type MessageItemProps = Pick<ThreadItemProps, 'store' | 'self' | 'people' | 'thread'> & { message: Message };

function MessageItem({ store, self, people, thread, message }: MessageItemProps) {
  const [isChanging, setChanging] = useState(false);
  const [isRemoving, setRemoving] = useState(false);
  const isMine = message.participant === self.participantId;
  const which = { thread: thread.id, message: message.id };
  if (isChanging) {
    return (
      <CommentForm
        keptIn={store}
        keptAs={`change ${message.id}`}
        label={t('comments.text')}
        action={t('common.save')}
        text={message.text}
        people={people}
        onCancel={() => setChanging(false)}
        onSend={async (written) => {
          const isSent = await store.send({ type: 'change', ...which, ...written });
          if (isSent) setChanging(false);
          return isSent;
        }}
      />
    );
  }
  return (
    <article className={styles.message} aria-label={t('comments.by', { name: message.name })}>
      <div className={styles.head}>
        <span>
          <strong>{message.name}</strong>{' '}
          <span className={styles.quiet}>
            {ago(message.at)}
            {message.changedAt !== null && ` · ${t('comments.changed')}`}
          </span>
        </span>
        {(isMine || self.isFacilitator) && self.mayWrite && (
          <Menu
            trigger={
              <IconButton label={t('comments.more', { name: message.name })}>
                <Ellipsis size={18} aria-hidden="true" />
              </IconButton>
            }
          >
            {isMine && <MenuItem onSelect={() => setChanging(true)}>{t('comments.change')}</MenuItem>}
            <MenuItem danger onSelect={() => setRemoving(true)}>
              {t('comments.remove')}
            </MenuItem>
          </Menu>
        )}
      </div>
      <p className={styles.text} dir="auto">
        {message.text}
      </p>
      {isRemoving && (
        <ConfirmLine
          question={t('comments.remove.ask', { count: answersTo(thread, message) })}
          onConfirm={() => store.send({ type: 'remove', ...which })}
          onClose={() => setRemoving(false)}
        >
          {t('comments.remove')}
        </ConfirmLine>
      )}
    </article>
  );
}

/** They go with what they answer. */
function answersTo({ messages }: Thread, { id }: Message): number {
  return messages[0]?.id === id ? messages.length - 1 : 0;
}

function ago(at: number): string {
  return agoText(at, Date.now());
}
