// What a vote would be on: what is selected, or what lies in the one zone that is selected, or the titles of its groups.
import type { BoardModel } from '@commonboard/shared/domain/model.ts';
import { isZone } from '@commonboard/shared/schema/zone-shape.ts';
import { votableWords } from '@commonboard/shared/voting/votable.ts';
import { clusterTitles } from '@commonboard/shared/voting/cluster-titles.ts';
import { itemsIn, titlesMin } from '@commonboard/shared/voting/step-options.ts';
import type { Editor, TLShape, TLShapeId } from 'tldraw';

/** Record ids, in the order in which people read them. */
export interface Votable {
  items: string[];
  /** Titles of groups in the zone; empty where there is nothing to choose among. */
  titles: string[];
}

export function selectedForVote(editor: Editor, model: Pick<BoardModel, 'cards' | 'notes'>): Votable {
  const selected = editor.getSelectedShapes();
  const [only] = selected;
  if (selected.length === 1 && only && isZone(only)) {
    const childrenOf = (id: string) =>
      editor.getSortedChildIdsForParent(id as TLShapeId).flatMap((child) => editor.getShape(child) ?? []);
    const titles = clusterTitles(only.id, childrenOf);
    return { items: itemsIn(model, [only]), titles: titles.length >= titlesMin ? titles : [] };
  }
  const votable = selected.filter((shape) => votableWords(shape) !== null);
  return { items: inReadingOrder(editor, votable).map(({ id }) => id), titles: [] };
}

function inReadingOrder(editor: Editor, shapes: readonly TLShape[]): TLShape[] {
  const placed = shapes.map((shape) => ({ shape, bounds: editor.getShapePageBounds(shape) }));
  return placed
    .sort((a, b) => (a.bounds?.y ?? 0) - (b.bounds?.y ?? 0) || (a.bounds?.x ?? 0) - (b.bounds?.x ?? 0))
    .map(({ shape }) => shape);
}
