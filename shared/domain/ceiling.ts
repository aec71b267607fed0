// The accountability ceiling of each page: above it the group only adds to what happens. Without one, everything is below.
import type { BoardModel, Card, Ceiling } from './model.ts';

/** Page id -> its ceiling. Of several on a page the highest counts. */
export function ceilingByPage({ ceilings }: BoardModel): ReadonlyMap<string, Ceiling> {
  const highest = new Map<string, Ceiling>();
  for (const ceiling of ceilings) {
    const other = highest.get(ceiling.pageId);
    if (!other || ceiling.y < other.y) highest.set(ceiling.pageId, ceiling);
  }
  return highest;
}

/** By its upper edge; y grows downward. A card whose edge lies on the line is below it. */
export function isBelow({ y, pageId }: Card, ceilings: ReadonlyMap<string, Ceiling>): boolean {
  const ceiling = ceilings.get(pageId);
  return ceiling === undefined || y >= ceiling.y;
}
