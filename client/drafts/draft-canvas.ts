// The canvas in a private round: what people write goes into their drafts, so many notes and no more; what is drawn would be seen by
// everybody, so participants do not draw meanwhile.
import { isDraftShape } from '@commonboard/shared/drafts/draft-notes.ts';
import type { PrivateRound } from '@commonboard/shared/drafts/private-round.ts';
import type { Editor, TLShape } from 'tldraw';
import { t } from '../ui/messages/t.ts';
import { showToast } from '../ui/toast-list.ts';

interface DraftRules {
  /** Null: nobody writes in private. */
  round: () => PrivateRound | null;
  /** How many drafts there are. */
  count: () => number;
  isLeading: () => boolean;
}

/** Returns its stop. */
export function keepDraftRules(editor: Editor, { round, count, isLeading }: DraftRules): () => void {
  const made = new Set<string>();
  return editor.sideEffects.registerAfterCreateHandler('shape', (shape, source) => {
    const now = round();
    if (source !== 'user' || !now) return;
    if (!isDraftShape(shape)) {
      if (!isLeading()) takeOff(editor, shape, t('drafts.only-notes'));
      return;
    }
    // Those that are just being made are not in the document yet.
    made.add(shape.id);
    queueMicrotask(() => made.clear());
    if (count() + made.size > now.notesMax) takeOff(editor, shape, t('drafts.enough', { count: now.notesMax }));
  });
}

function takeOff(editor: Editor, shape: TLShape, why: string): void {
  showToast('trouble', why);
  editor.run(() => editor.deleteShapes([shape.id]), { history: 'ignore', ignoreShapeLock: true });
}
