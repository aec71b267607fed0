// After an intake: what came in, where it is, and the way back.
import type { Editor } from 'tldraw';
import { showShapes } from '../canvas/show-shapes.ts';
import { t } from '../ui/messages/t.ts';
import { showToast } from '../ui/toast-list.ts';
import type { Written } from './write-intake.ts';

export function tellWritten(editor: Editor, { created, changed, links, outside, lostLinks, ids }: Written): void {
  showShapes(editor, ids);
  const words =
    outside > 0
      ? t('intake.done.outside', { created, outside, changed, links })
      : t('intake.done', { created, changed, links });
  const isStill = watchOwnChanges(editor);
  const onAct = (): void => {
    if (isStill()) editor.undo();
    else showToast('trouble', t('intake.undo.late'));
  };
  showToast('done', words, [{ label: t('intake.undo'), onAct }]);
  if (lostLinks > 0) showToast('trouble', t('intake.lost-links', { count: lostLinks }));
}

/** Whether this person has changed nothing since: an undo would take back something else. */
function watchOwnChanges(editor: Editor): () => boolean {
  let isStill = true;
  const stop = editor.store.listen(
    () => {
      isStill = false;
      stop();
    },
    { source: 'user', scope: 'document' },
  );
  return () => isStill;
}
