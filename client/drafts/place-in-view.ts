// Where a shape is drawn just now, for marks that lie over the canvas.
import type { Editor, TLShape } from 'tldraw';

export interface PlaceInView {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** In px of the canvas; null where it is not in view. */
export function placeInView(editor: Editor, shape: TLShape): PlaceInView | null {
  const bounds = editor.getShapePageBounds(shape);
  if (!bounds || !editor.getViewportPageBounds().collides(bounds)) return null;
  if (editor.getAncestorPageId(shape) !== editor.getCurrentPageId()) return null;
  const corner = editor.pageToViewport(bounds.point);
  const zoom = editor.getZoomLevel();
  return { left: corner.x, top: corner.y, width: bounds.w * zoom, height: bounds.h * zoom };
}
