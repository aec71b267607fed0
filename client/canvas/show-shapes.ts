// Selects shapes and brings them into view, on whichever page they are: into the part of the canvas that no panel lies over.
import { Box, type Editor, type TLShapeId } from 'tldraw';

const zoomReadable = 0.4;
const marginMax = 160;

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
  const free = freeScreen(editor);
  const seen = Box.FromPoints(free.corners.map((corner) => editor.screenToPage(corner)));
  if (seen.contains(bounds) && editor.getZoomLevel() > zoomReadable) return;
  moveTo(editor, bounds, free);
}

function moveTo(editor: Editor, bounds: Box, free: Box): void {
  const screen = editor.getViewportScreenBounds();
  const margin = Math.min(marginMax, free.w * 0.28, free.h * 0.28);
  const [least = 0.05] = editor.getCameraOptions().zoomSteps;
  const fitting = Math.min((free.w - margin) / bounds.w, (free.h - margin) / bounds.h, 1);
  const z = Math.max(least, fitting);
  const x = (free.midX - screen.x) / z - bounds.midX;
  const y = (free.midY - screen.y) / z - bounds.midY;
  editor.setCamera({ x, y, z }, { animation: { duration: editor.user.getAnimationSpeed() * 220 } });
}

/** On narrow screens the side panel lies over the canvas: at an edge, or along the bottom. */
function freeScreen(editor: Editor): Box {
  const screen = editor.getViewportScreenBounds().clone();
  const panel = document.querySelector('aside')?.getBoundingClientRect();
  if (!panel || !screen.collides(new Box(panel.x, panel.y, panel.width, panel.height))) return screen;
  if (panel.width > screen.w * 0.9) return new Box(screen.x, screen.y, screen.w, panel.top - screen.y);
  const isAtStart = panel.left <= screen.x;
  return isAtStart
    ? new Box(panel.right, screen.y, screen.maxX - panel.right, screen.h)
    : new Box(screen.x, screen.y, panel.left - screen.x, screen.h);
}
