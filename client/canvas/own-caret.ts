// Where this person is writing, as offsets in the row of letters of the shape's text.
import { offsetOfPosition } from '@commonboard/shared/board/text/text-positions.ts';
import { react, type Editor, type TLRichText } from 'tldraw';

type TextEditor = NonNullable<ReturnType<Editor['getRichTextEditor']>>;

/** A selection in the text of a shape. Offsets as in shared/board/text/text-lines.ts. */
export interface TextCaret {
  shapeId: string;
  anchor: number;
  head: number;
}

/** Null while no text has the focus. */
export function readOwnCaret(editor: Editor): TextCaret | null {
  const textEditor = editor.getRichTextEditor();
  const shapeId = editor.getEditingShapeId();
  if (!textEditor || textEditor.isDestroyed || !textEditor.isFocused || shapeId === null) return null;
  const richText = textEditor.state.doc.toJSON() as TLRichText;
  const { anchor, head } = selectionOf(textEditor);
  return {
    shapeId,
    anchor: offsetOfPosition(richText, anchor),
    head: offsetOfPosition(richText, head),
  };
}

/** The editor hears of a key's new selection a moment after the page has it; what others write in that moment must not undo it. */
function selectionOf({ view, state }: TextEditor): { anchor: number; head: number } {
  const shown = view.hasFocus() && !view.composing ? view.dom.ownerDocument.getSelection() : null;
  if (!shown?.anchorNode || !shown.focusNode) return state.selection;
  if (!view.dom.contains(shown.anchorNode) || !view.dom.contains(shown.focusNode)) return state.selection;
  return {
    anchor: view.posAtDOM(shown.anchorNode, shown.anchorOffset),
    head: view.posAtDOM(shown.focusNode, shown.focusOffset),
  };
}

/** Calls back at each key, click or change of focus in a text, through all texts that are opened. Returns its stop. */
export function watchOwnCaret(editor: Editor, onMove: () => void): () => void {
  let stopText = (): void => undefined;
  const stop = react('own text editor', () => {
    stopText();
    const textEditor = editor.getRichTextEditor();
    editor.getEditingShapeId();
    const events = ['transaction', 'focus', 'blur'] as const;
    for (const event of events) textEditor?.on(event, onMove);
    stopText = () => {
      for (const event of events) textEditor?.off(event, onMove);
    };
    onMove();
  });
  return () => {
    stop();
    stopText();
  };
}
