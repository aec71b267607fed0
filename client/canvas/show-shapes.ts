// Selects shapes and brings them into view, on whichever page they are.
import type { Editor, TLShapeId } from 'tldraw';

/** Ids that are not on the board any more are passed over. */
export function showShapes(editor: Editor, ids: readonly string[]): void {
  const found = ids.flatMap((id) => editor.getShape(id as TLShapeId) ?? []);
  const [first] = found;
  if (!first) return;
  const pageId = editor.getAncestorPageId(first);
  if (pageId && pageId !== editor.getCurrentPageId()) editor.setCurrentPage(pageId);
  const here = found.filter((shape) => editor.getAncestorPageId(shape) === editor.getCurrentPageId());
  editor.select(...here.map(({ id }) => id));
  const bounds = editor.getSelectionPageBounds();
  if (!bounds) return;
  const seen = editor.getViewportPageBounds();
  if (seen.contains(bounds) && editor.getZoomLevel() > 0.4) return;
  editor.zoomToBounds(bounds, {
    inset: 160,
    targetZoom: 1,
    animation: { duration: editor.user.getAnimationSpeed() * 220 },
  });
}
