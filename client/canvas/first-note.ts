// One key or one tap to a note that is ready to be written on: in the middle of what the person sees, beside what is there.
import { noteSide } from '@commonboard/shared/board/new-note.ts';
import { Box, createShapeId, startEditingShapeWithRichText, type Editor, type VecLike } from 'tldraw';

const gap = 24;
const ringsMax = 12;

export function addNoteInView(editor: Editor): void {
  if (editor.getIsReadonly()) return;
  const id = createShapeId();
  const { x, y } = freePlace(editor);
  editor.markHistoryStoppingPoint('add note');
  editor.createShape({ id, type: 'note', x, y });
  editor.select(id);
  startEditingShapeWithRichText(editor, id, { selectAll: true });
}

/** Rings around the middle of the view until a note's square covers no other note. */
function freePlace(editor: Editor): VecLike {
  const { center } = editor.getViewportPageBounds();
  const taken = editor
    .getCurrentPageShapes()
    .filter((shape) => shape.type === 'note' || shape.type === 'image')
    .flatMap((shape) => editor.getShapePageBounds(shape) ?? []);
  const step = noteSide + gap;
  for (let ring = 0; ring <= ringsMax; ring++) {
    for (let column = -ring; column <= ring; column++) {
      for (let row = -ring; row <= ring; row++) {
        if (Math.max(Math.abs(column), Math.abs(row)) !== ring) continue;
        const box = new Box(
          center.x - noteSide / 2 + column * step,
          center.y - noteSide / 2 + row * step,
          noteSide,
          noteSide,
        );
        if (taken.every((other) => !Box.Collides(box, other))) return box;
      }
    }
  }
  return { x: center.x - noteSide / 2, y: center.y - noteSide / 2 };
}
