// Somebody wants to see the details of what is selected: whoever shows them listens.
import { EditorAtom, type Editor } from 'tldraw';

/** How often it was asked for. */
export const detailsRequests = new EditorAtom<number>('requests for details', () => 0);

export function openDetails(editor: Editor): void {
  detailsRequests.update(editor, (count) => count + 1);
}
