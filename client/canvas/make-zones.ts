// New zones side by side, to the right of all that stands on the page. One step for undo.
import type { Editor, TLShapeId } from 'tldraw';

export interface NewZone {
  id: TLShapeId;
  title: string;
  prompt: string;
}

const [width, height, between, aside] = [1000, 1200, 80, 240];

/** False where there is no room for them on the page. */
export function makeZones(editor: Editor, zones: readonly NewZone[]): boolean {
  if (!editor.canCreateShapes(zones.map(({ id }) => ({ id, type: 'zone' })))) return false;
  const bounds = editor.getCurrentPageBounds();
  const [left, top] = bounds ? [bounds.maxX + aside, bounds.y] : [0, 0];
  editor.markHistoryStoppingPoint('make zones');
  editor.createShapes(
    zones.map(({ id, title, prompt }, i) => ({
      id,
      type: 'zone',
      parentId: editor.getCurrentPageId(),
      x: left + i * (width + between),
      y: top,
      props: { w: width, h: height, title, prompt },
    })),
  );
  return true;
}
