// Another person's letters in the text this person is writing: one minimal step in the open editor, so that the caret, the
// selection and the editor's own undo stay.
import { positionOfOffset } from '@commonboard/shared/board/text/text-positions.ts';
import type { Editor, TLRichText } from 'tldraw';
import type { TextCaret } from './own-caret.ts';

/**
 * Returns the text as the editor then holds it; null where no text is open or it cannot hold this one. `caret` is where the
 * person's own selection belongs in the new text; without it the editor guesses, which fails where lines have become others.
 */
export function showTextOfOthers(editor: Editor, richText: TLRichText, caret: TextCaret | null): TLRichText | null {
  const textEditor = editor.getRichTextEditor();
  if (!textEditor || textEditor.isDestroyed) return null;
  const { state, schema } = textEditor;
  let target;
  try {
    target = schema.nodeFromJSON(richText);
    target.check();
  } catch {
    // A text this editor cannot hold is set by tldraw in its own way.
    return null;
  }
  const start = state.doc.content.findDiffStart(target.content);
  if (start !== null) {
    const end = state.doc.content.findDiffEnd(target.content);
    if (!end) return null;
    // The same letter twice can make the two searches overlap.
    const overlap = Math.max(0, start - Math.min(end.a, end.b));
    const change = textEditor.chain().command(({ tr }) => {
      tr.replace(start, end.a + overlap, target.slice(start, end.b + overlap));
      return true;
    });
    if (caret) change.setTextSelection(selectionIn(richText, caret));
    change.command(({ tr }) => {
      // Bold that was just chosen for the next letter.
      tr.setStoredMarks(state.storedMarks);
      return true;
    });
    change.setMeta('addToHistory', false).run();
  }
  return textEditor.state.doc.toJSON() as TLRichText;
}

/** The editor takes `from` as the anchor, be it behind the head. */
function selectionIn(richText: TLRichText, { anchor, head }: TextCaret): { from: number; to: number } {
  return { from: positionOfOffset(richText, anchor), to: positionOfOffset(richText, head) };
}
