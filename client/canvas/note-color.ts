// New notes are yellow. tldraw's own default is black, which it draws as yellow on light ground but as dark grey on dark.
import type { Editor } from 'tldraw';

/** Returns its stop. */
export function makeNotesYellow(editor: Editor): () => void {
  return editor.sideEffects.registerBeforeCreateHandler('shape', (shape, source) => {
    const isPlain = source === 'user' && shape.type === 'note' && shape.props.color === 'black';
    return isPlain ? { ...shape, props: { ...shape.props, color: 'yellow' } } : shape;
  });
}
