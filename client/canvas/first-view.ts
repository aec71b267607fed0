// What a person sees of a board when it opens.
import { isZone } from '@commonboard/shared/schema/zone-shape.ts';
import { Box, type Editor } from 'tldraw';

const phoneWidth = 760;
const phone = { zoom: 0.5, margin: 24, top: 220 };

/** Everything, with room for the bars above and below. A phone would show a strip nobody can read: it starts at the first zone. */
export function showAll(editor: Editor): void {
  const bounds = editor.getCurrentPageBounds();
  if (!bounds) return;
  const { w, h } = editor.getViewportScreenBounds();
  const firstZone = w < phoneWidth ? editor.getCurrentPageShapesSorted().find(isZone) : undefined;
  const corner = firstZone && editor.getShapePageBounds(firstZone);
  if (!corner) {
    editor.zoomToBounds(bounds, { inset: w < phoneWidth ? phone.margin : 128, targetZoom: 1, immediate: true });
    return;
  }
  const view = new Box(corner.x - phone.margin, corner.y - phone.top, w / phone.zoom, h / phone.zoom);
  editor.zoomToBounds(view, { inset: 0, targetZoom: phone.zoom, immediate: true });
}
