// What the page does about comments beside its panel: opens it when one is wanted, and says when somebody is mentioned.
import type { Message, Thread } from '@commonboard/shared/comments/thread.ts';
import type { Joined } from '@commonboard/shared/protocol/routes.ts';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useValue, type Editor } from 'tldraw';
import { commentRequests, showComment } from '../../comments/comment-request.ts';
import type { CommentsStore } from '../../comments/comments-store.ts';
import { heardUntil, rememberHeard } from '../../comments/heard-mentions.ts';
import { t } from '../../ui/messages/t.ts';
import { isToastShown, showToast } from '../../ui/toast-list.ts';

/** Opens the panel when somebody asks for a comment on the canvas. */
export function useCommentRequests(editor: Editor, onShow: (tab: string) => void): void {
  const request = useValue('wanted comment', () => commentRequests.get(editor), [editor]);
  useEffect(() => {
    if (request) onShow('comments');
  }, [request, onShow]);
}

const wordsCharsMax = 120;

/** Each mention is said once on this device; what comes while one is still shown is said with it. `onShow` opens the panel. */
export function useMentions(
  editor: Editor | null,
  store: CommentsStore | null,
  { id, participantId }: Joined,
  onShow: (tab: string) => void,
): void {
  // Also where nothing can be kept on the device.
  const told = useRef({ until: 0, count: 0 });
  const look = useEffectEvent((threads: readonly Thread[]) => {
    const heard = Math.max(heardUntil(id), told.current.until);
    const news = threads
      .flatMap((thread) =>
        thread.messages
          .filter((message) => message.at > heard && message.mentions.includes(participantId))
          .map((message) => ({ thread, message })),
      )
      .toSorted((a, b) => a.message.at - b.message.at);
    const last = news.at(-1);
    if (!last) return;
    const count = news.length + (isToastShown(mentions) ? told.current.count : 0);
    told.current = { until: last.message.at, count };
    // Several are found in the list of all; one alone is led to.
    tell(last.message, count, () => (count > 1 ? onShow('comments') : editor && showComment(editor, last.thread.id)));
    rememberHeard(id, last.message.at);
  });
  useEffect(() => {
    if (!editor || !store) return;
    look(store.threads());
    return store.onChange(() => look(store.threads()));
  }, [editor, store]);
}

const mentions = 'mentions';

function tell({ name, text: words }: Message, count: number, onAct: () => void): void {
  const text = words.slice(0, wordsCharsMax);
  const said =
    count > 1 ? t('comments.mentioned.many', { name, text, count }) : t('comments.mentioned', { name, text });
  showToast('done', said, [{ label: t('comments.mentioned.show'), onAct }], mentions);
}
