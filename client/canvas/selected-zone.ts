// The zone that is selected, where that is all.
import { isZone } from '@commonboard/shared/schema/zone-shape.ts';
import type { Editor, TLShapeId } from 'tldraw';

/** Null where something else is selected, or nothing, and where there is no canvas. */
export function selectedZone(editor: Editor | null): TLShapeId | null {
  const shape = editor?.getOnlySelectedShape();
  return shape && isZone(shape) ? shape.id : null;
}
