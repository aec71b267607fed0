// What would be hidden from everybody when it comes back from the document is not taken in the first place, and the person is
// told: a text too long, a shape too far away. Otherwise it would vanish from their own canvas a moment later.
import { allowedContent, allowedPlace } from '@commonboard/shared/board/repair/content-rules.ts';
import { isShown } from '@commonboard/shared/board/notes/next-index.ts';
import { type Editor, getIndices, type TLShape } from 'tldraw';
import { t } from '../ui/messages/t.ts';
import { showToast } from '../ui/toast-list.ts';

/** Returns its stop. */
export function refuseTooMuch(editor: Editor): () => void {
  const stops = [
    editor.sideEffects.registerBeforeCreateHandler('shape', (shape, source) =>
      source !== 'user' || isShown(shape.index) ? shape : { ...shape, index: lowest },
    ),
    editor.sideEffects.registerBeforeChangeHandler('shape', (before, after, source) => {
      if (source !== 'user' || isAllowed(before, after)) return after;
      tell();
      return before;
    }),
    editor.sideEffects.registerAfterCreateHandler('shape', (shape, source) => {
      if (source !== 'user' || allowedContent(shape)) return;
      tell();
      editor.run(() => editor.deleteShapes([shape.id]), { history: 'ignore', ignoreShapeLock: true });
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

/** Where somebody has used up the keys above: what is new lies below, and is there. */
const [lowest = 'a1' as TLShape['index']] = getIndices(1);

/** Of a shape that is only moved, its place is all there is to look at. */
function isAllowed(before: TLShape, after: TLShape): boolean {
  return before.props === after.props && before.meta === after.meta ? allowedPlace(after) : allowedContent(after);
}

function tell(): void {
  showToast('trouble', t('canvas.too-much'));
}
