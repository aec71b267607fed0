// Where this person is writing, as offsets in the row of letters of the shape's text.
import { offsetOfPosition } from '@commonboard/shared/board/text-positions.ts';
import { react, type Editor, type TLRichText } from 'tldraw';

/** A selection in the text of a shape. Offsets as in shared/board/text-lines.ts. */
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
  const { doc, selection } = textEditor.state;
  const richText = doc.toJSON() as TLRichText;
  return {
    shapeId,
    anchor: offsetOfPosition(richText, selection.anchor),
    head: offsetOfPosition(richText, selection.head),
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
