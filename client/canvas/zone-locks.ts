// A locked zone stays where it is and as it is for everybody but facilitators; what lies in it does not. This keeps hands from
// slipping: it is no promise, which only the server can give.
import { isZone } from '@commonboard/shared/schema/zone-shape.ts';
import type { Editor } from 'tldraw';
import { t } from '../ui/messages/t.ts';
import { showToast } from '../ui/toast-list.ts';

/** Returns its stop. */
export function keepZoneLocks(editor: Editor, isFacilitator: boolean): () => void {
  if (isFacilitator) return () => undefined;
  const isLocked = (shape: Parameters<typeof isZone>[0]): boolean => isZone(shape) && shape.props.locked === true;
  let lastTold = 0;
  const tell = (): void => {
    // A drag asks once for each step.
    const now = Date.now();
    if (now - lastTold > 4_000) showToast('trouble', t('canvas.zone.locked'));
    lastTold = now;
  };
  const stops = [
    editor.sideEffects.registerBeforeChangeHandler('shape', (before, after, source) => {
      if (source !== 'user' || !isLocked(before)) return after;
      tell();
      return before;
    }),
    editor.sideEffects.registerBeforeDeleteHandler('shape', (shape, source) => {
      if (source !== 'user' || !isLocked(shape)) return;
      tell();
      return false;
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
