// Another person's letters in the text this person is writing: one minimal step in the open editor, so that the caret, the
// selection and the editor's own undo stay.
import type { Editor, TLRichText } from 'tldraw';

/** Returns the text as the editor then holds it; null where no text is open or it cannot hold this one. */
export function showTextOfOthers(editor: Editor, richText: TLRichText): TLRichText | null {
  const textEditor = editor.getRichTextEditor();
  if (!textEditor || textEditor.isDestroyed) return null;
  const { state, view, schema } = textEditor;
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
    const step = state.tr.replace(start, end.a + overlap, target.slice(start, end.b + overlap));
    view.dispatch(step.setMeta('addToHistory', false));
  }
  return textEditor.state.doc.toJSON() as TLRichText;
}
