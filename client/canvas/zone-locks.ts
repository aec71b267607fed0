// A locked zone stays where it is and as it is for everybody but facilitators; what lies in it does not. This keeps hands from
// slipping: it is no promise, which only the server can give.
import { isZone } from '@commonboard/shared/schema/zone-shape.ts';
import { EditorAtom, type Editor } from 'tldraw';
import { t } from '../ui/messages/t.ts';
import { showToast } from '../ui/toast-list.ts';

/** Whether this person may change locked zones. */
export const opensLocks = new EditorAtom('may change locked zones', () => false);

/** Returns its stop. */
export function keepZoneLocks(editor: Editor, isFacilitator: boolean): () => void {
  opensLocks.set(editor, isFacilitator);
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
