// Where a comment stands now: beside its shape as long as that is there, else where it was written.
import type { ThreadPlace } from '@commonboard/shared/comments/thread.ts';
import { titleOf } from '@commonboard/shared/board/outline.ts';
import type { Editor, TLPageId, TLShapeId, VecLike } from 'tldraw';

export interface PlaceNow {
  page: TLPageId;
  point: VecLike;
}

export function placeNow(editor: Editor, place: ThreadPlace): PlaceNow {
  const shape = place.shape === null ? undefined : editor.getShape(place.shape as TLShapeId);
  const page = (shape && editor.getAncestorPageId(shape)) ?? (place.page as TLPageId);
  const bounds = shape && editor.getShapePageBounds(shape);
  return { page, point: bounds ? { x: bounds.maxX, y: bounds.minY } : { x: place.x, y: place.y } };
}

/** What it is about, in a few words. Null where that has none, or is gone. */
export function aboutWords(editor: Editor, { shape: id }: ThreadPlace): string | null {
  const shape = id === null ? undefined : editor.getShape(id as TLShapeId);
  const words = shape ? titleOf(shape).replace(/\s+/g, ' ').trim() : '';
  return words === '' ? null : words;
}

/** Brings it into the middle of the view. */
export function goToPlace(editor: Editor, place: ThreadPlace): void {
  const { page, point } = placeNow(editor, place);
  if (!editor.getPage(page)) return;
  if (page !== editor.getCurrentPageId()) editor.setCurrentPage(page);
  editor.centerOnPoint(point, { animation: { duration: editor.user.getAnimationSpeed() * 220 } });
}
