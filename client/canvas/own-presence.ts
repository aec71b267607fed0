// What others may see of me, read from the editor: cursor, view, brush, laser and caret as they move; page, selection and whom I
// follow as they change.
import { limits } from '@commonboard/shared/protocol/limits.ts';
import type { HotPresence } from '@commonboard/shared/protocol/presence.ts';
import { react, type Editor, type TLScribble } from 'tldraw';
import { ownSignals } from './own-signals.ts';
import { readOwnCaret, watchOwnCaret, type TextCaret } from './own-caret.ts';

export interface OwnPresence {
  page: string;
  selection: string[];
  /** tldraw user id of the person being followed. */
  followingUserId: string | null;
}

/** The caret as the canvas counts letters. */
export type OwnHot = Omit<HotPresence, 'caret'> & { caret: TextCaret | null };

const hotEveryMs = 50;

/** Calls back with the present state at once and after each change. Returns its stop. */
export function watchOwnPresence(
  editor: Editor,
  onCold: (presence: OwnPresence) => void,
  onHot: (hot: OwnHot) => void,
): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const stopCold = react('own presence', () => {
    onCold({
      page: editor.getCurrentPageId(),
      selection: editor.getSelectedShapeIds().slice(0, limits.selectionIdsMax),
      followingUserId: editor.getInstanceState().followingUserId,
    });
  });
  const tellSoon = (): void => {
    timer ??= setTimeout(() => {
      timer = null;
      onHot({ ...readHot(editor), caret: readOwnCaret(editor) });
    }, hotEveryMs);
  };
  const stopHot = react('own cursor', () => {
    readHot(editor);
    tellSoon();
  });
  const stopCaret = watchOwnCaret(editor, tellSoon);
  return () => {
    stopCold();
    stopHot();
    stopCaret();
    if (timer) clearTimeout(timer);
  };
}

function readHot(editor: Editor): Omit<HotPresence, 'caret'> {
  const { brush, scribbles, screenBounds } = editor.getInstanceState();
  const camera = editor.getCamera();
  const signals = ownSignals(editor);
  // A finger points nowhere while its hand types: what is said then stands in the middle of what is seen.
  const middle = editor.getViewportPageBounds().center;
  return {
    cursor: readCursor(editor) ?? (signals.chat === undefined ? null : { x: middle.x, y: middle.y }),
    view: { x: camera.x, y: camera.y, zoom: camera.z, width: screenBounds.w, height: screenBounds.h },
    brush: brush ? { x: brush.x, y: brush.y, w: brush.w, h: brush.h } : null,
    laser: scribbles.filter(isLaser).flatMap((scribble) => scribble.points.map(({ x, y }) => ({ x, y }))),
    ...signals,
  };
}

/** A finger is somewhere only while it touches; a mouse once it has moved, and not while it is off the canvas. */
function readCursor(editor: Editor): HotPresence['cursor'] {
  const { isCoarsePointer, isHoveringCanvas } = editor.getInstanceState();
  const pointer = editor.store.get('pointer:pointer' as Parameters<typeof editor.store.get>[0]);
  if (pointer?.typeName !== 'pointer') return null;
  const isMouse = !isCoarsePointer && isHoveringCanvas !== false && pointer.lastActivityTimestamp > 0;
  return isMouse || editor.inputs.getIsPointing() ? { x: pointer.x, y: pointer.y } : null;
}

function isLaser(scribble: TLScribble): boolean {
  return scribble.color === 'laser';
}
