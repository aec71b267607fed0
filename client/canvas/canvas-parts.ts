// What a feature adds to the canvas: shapes, things that lie over it, actions, and what it watches.
import type { ComponentType } from 'react';
import type { Editor, TLAnyShapeUtilConstructor, TLUiActionItem } from 'tldraw';

/** One object for the life of the page: a new one would build a new canvas. */
export interface CanvasParts {
  shapeUtils: readonly TLAnyShapeUtilConstructor[];
  /** Drawn over the canvas, under tldraw's own panels. */
  Over: ComponentType;
  actions: (editor: Editor) => readonly TLUiActionItem[];
  /** Items above tldraw's in the menu of a right click or a long press. */
  MenuItems: ComponentType;
  /** Called once for an editor; what it returns is called when that goes. */
  watch: (editor: Editor) => () => void;
}
