// What the page does about comments beside its panel: opens it when one is wanted, and says when somebody is mentioned.
import type { Message, Thread } from '@commonboard/shared/comments/thread.ts';
import type { Joined } from '@commonboard/shared/protocol/routes.ts';
import { useEffect, useEffectEvent } from 'react';
import { useValue, type Editor } from 'tldraw';
import { commentRequests, showComment } from '../comments/comment-request.ts';
import type { CommentsStore } from '../comments/comments-store.ts';
import { heardUntil, rememberHeard } from '../comments/heard-mentions.ts';
import { t } from '../ui/messages/t.ts';
import { showToast } from '../ui/toast-list.ts';

/** Opens the panel when somebody asks for a comment on the canvas. */
export function useCommentRequests(editor: Editor, onShow: (tab: string) => void): void {
  const request = useValue('wanted comment', () => commentRequests.get(editor), [editor]);
  useEffect(() => {
    if (request) onShow('comments');
  }, [request, onShow]);
}

const wordsCharsMax = 120;

/** Each mention is said once on this device. */
export function useMentions(editor: Editor | null, store: CommentsStore | null, { id, participantId }: Joined): void {
  const look = useEffectEvent((threads: readonly Thread[]) => {
    const heard = heardUntil(id);
    const news = threads.flatMap((thread) =>
      thread.messages
        .filter((message) => message.at > heard && message.mentions.includes(participantId))
        .map((message) => ({ thread, message })),
    );
    for (const { thread, message } of news) tell(message, () => editor && showComment(editor, thread.id));
    const last = Math.max(heard, ...news.map(({ message }) => message.at));
    if (last > heard) rememberHeard(id, last);
  });
  useEffect(() => {
    if (!editor || !store) return;
    look(store.threads());
    return store.onChange(() => look(store.threads()));
  }, [editor, store]);
}

function tell({ name, text }: Message, onAct: () => void): void {
  showToast('done', t('comments.mentioned', { name, text: text.slice(0, wordsCharsMax) }), [
    { label: t('comments.mentioned.show'), onAct },
  ]);
}
