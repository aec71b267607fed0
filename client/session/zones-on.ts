// The zones on all pages of a board, with what their order goes by.
import { isZone } from '@commonboard/shared/schema/zone-shape.ts';
import type { Editor } from 'tldraw';
import type { OrderedZone } from '@commonboard/shared/session/zone-order.ts';

export function zonesOn(editor: Editor): OrderedZone[] {
  return editor.store.query
    .records('shape')
    .get()
    .filter(isZone)
    .map(({ id, x, y, props }) => {
      const bounds = editor.getShapePageBounds(id);
      return { id, part: props.part ?? null, title: props.title.trim(), x: bounds?.x ?? x, y: bounds?.y ?? y };
    });
}
