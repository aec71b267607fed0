// Somebody wants to see a comment, or to write one: the panel listens, and the canvas shows the place.
import type { ThreadId, ThreadPlace } from '@commonboard/shared/comments/thread.ts';
import { EditorAtom, type Editor, type VecLike } from 'tldraw';

export type CommentRequest = { kind: 'show'; thread: ThreadId } | { kind: 'write'; place: ThreadPlace };

/** The last one, until it is done. */
export const commentRequests = new EditorAtom<CommentRequest | null>('wanted comment', () => null);

export function showComment(editor: Editor, thread: ThreadId): void {
  commentRequests.set(editor, { kind: 'show', thread });
}

/** On what is selected, else at a point of the page, else in the middle of the view. */
export function writeComment(editor: Editor, point?: VecLike): void {
  commentRequests.set(editor, { kind: 'write', place: placeFor(editor, point) });
}

export function endRequest(editor: Editor): void {
  commentRequests.set(editor, null);
}

function placeFor(editor: Editor, point?: VecLike): ThreadPlace {
  const page = editor.getCurrentPageId();
  const [shape] = editor.getSelectedShapes();
  const bounds = shape && editor.getShapePageBounds(shape);
  if (shape && bounds) return { page, x: bounds.maxX, y: bounds.minY, shape: shape.id };
  const { x, y } = point ?? editor.getViewportPageBounds().center;
  return { page, x, y, shape: null };
}
