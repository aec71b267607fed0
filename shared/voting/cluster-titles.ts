// Titles of the groups that people have made in a zone: what to vote on where there are many notes.
import type { TLShape } from '@tldraw/tlschema';
import { inReadingOrder } from '../domain/reading-order.ts';
import { votableWords } from './votable.ts';

/** What lies directly in a shape. */
export type ChildrenOf = (id: string) => readonly TLShape[];

/** Ids of the records that hold them, in the order in which people read them. */
export function clusterTitles(zone: string, childrenOf: ChildrenOf): string[] {
  return inReadingOrder(childrenOf(zone)).flatMap((shape) => {
    const title = titleOf(shape, childrenOf);
    return title && votableWords(title) !== null && !isOfTemplate(title) ? [title.id] : [];
  });
}

/** A frame or a zone in the zone, a text that stands over notes, or the first text of a group. */
function titleOf(shape: TLShape, childrenOf: ChildrenOf): TLShape | null {
  switch (shape.type) {
    case 'frame':
    case 'zone':
    case 'text':
      return shape;
    case 'group':
      return inReadingOrder(childrenOf(shape.id)).find(({ type }) => type === 'text' || type === 'geo') ?? null;
    default:
      return null;
  }
}

/** Words that were there before anybody wrote. */
function isOfTemplate({ id }: TLShape): boolean {
  return id.startsWith('shape:label-');
}
