// Whether an undo or redo is being applied right now. tldraw knows (Editor.isReplayingHistory) but leaves it out of its types;
// this is the only place that asks for it.
import type { Editor } from 'tldraw';

interface HistoryInside {
  isReplayingHistory(): boolean;
}

export function isReplayingHistory(editor: Editor): boolean {
  return (editor as unknown as HistoryInside).isReplayingHistory();
}
