// tldraw's lists of all shapes of a page keep hold of what they were made from until somebody reads them again - which may not
// happen for hours - and with each deleted shape a dozen values that were computed of it.
import type { Editor } from 'tldraw';

const everyMs = 30_000;

/** Lets go of deleted shapes from time to time, for as long as the editor lives. */
export function keepListsFresh(editor: Editor): void {
  editor.timers.setInterval(() => {
    editor.getCurrentPageShapes();
    editor.getCurrentPageShapesSorted();
    editor.getCurrentPageBounds();
  }, everyMs);
}
