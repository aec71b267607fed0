// What a vote would be on: what is selected, or all that lies in the one zone that is selected.
import type { BoardModel } from '@commonboard/shared/domain/model.ts';
import { isZone } from '@commonboard/shared/schema/zone-shape.ts';
import { votableWords } from '@commonboard/shared/voting/votable.ts';
import type { Editor, TLShape } from 'tldraw';

/** Record ids, in the order in which people read them. */
export function selectedForVote(editor: Editor, model: Pick<BoardModel, 'cards' | 'notes'>): string[] {
  const selected = editor.getSelectedShapes();
  const [only] = selected;
  if (selected.length === 1 && only && isZone(only)) return thingsIn(only, model);
  return inReadingOrder(
    editor,
    selected.filter((shape) => votableWords(shape) !== null),
  ).map(({ id }) => id);
}

function thingsIn({ id }: TLShape, { cards, notes }: Pick<BoardModel, 'cards' | 'notes'>): string[] {
  const things = [
    ...cards.filter(({ title, example }) => title.trim() !== '' && !example),
    ...notes.filter(({ text, isPrompt }) => text.trim() !== '' && isPrompt !== true),
  ];
  return things
    .filter(({ zoneId }) => zoneId === id)
    .sort((a, b) => a.y - b.y || a.x - b.x)
    .map((thing) => thing.id);
}

function inReadingOrder(editor: Editor, shapes: readonly TLShape[]): TLShape[] {
  const placed = shapes.map((shape) => ({ shape, bounds: editor.getShapePageBounds(shape) }));
  return placed
    .sort((a, b) => (a.bounds?.y ?? 0) - (b.bounds?.y ?? 0) || (a.bounds?.x ?? 0) - (b.bounds?.x ?? 0))
    .map(({ shape }) => shape);
}
