// The rules of repair for one shape, one family of siblings, one arrow; used by the full form and by the incremental one.
import type { TLBinding, TLPage, TLRecord, TLShape } from '@tldraw/tlschema';
import type { IndexKey } from '@tldraw/utils';
import { generateNKeysBetween } from 'fractional-indexing';
import type { DecodedRecord } from '../layout/record-codec.ts';

/** What is ordered among siblings. */
export type Ordered = TLShape | TLPage;

/** R3, R4: the shape on a page: the one of its fallback place while that page is there, else the first. */
export function onItsPage(
  shape: TLShape,
  { fallback }: DecodedRecord,
  isPage: (id: string) => boolean,
  firstPage: TLPage,
): TLShape {
  if (!fallback) return { ...shape, parentId: firstPage.id };
  const parentId = isPage(fallback.pageId) ? (fallback.pageId as TLPage['id']) : firstPage.id;
  return { ...shape, parentId, x: fallback.x, y: fallback.y, rotation: fallback.rotation };
}

/** R4: which one of a circle of parents goes to the page. */
export function breakerOf(circle: readonly string[]): string {
  return circle.reduce((a, b) => (a < b ? a : b));
}

/** R5: of siblings with the same index, the later ids get derived indexes after it. Returns those that change. */
export function spreadEqualIndexes(siblings: readonly Ordered[]): Ordered[] {
  const family = siblings.toSorted(byIndexThenId);
  const changed: Ordered[] = [];
  for (let i = 0; i < family.length;) {
    const index = family[i]?.index;
    let end = i + 1;
    while (end < family.length && family[end]?.index === index) end++;
    const later = family.slice(i + 1, end);
    const indexes = derivedIndexes(index, family[end]?.index, later.length);
    for (const [place, record] of later.entries()) changed.push({ ...record, index: indexes[place] ?? record.index });
    i = end;
  }
  return changed;
}

/** R2: the bindings of one arrow that can be shown; of two for one of its ends the smaller id. */
export function shownBindings(
  bindings: readonly TLBinding[],
  lookup: (id: string) => TLRecord | undefined,
): TLBinding[] {
  const taken = new Set<string>();
  return bindings
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .filter((binding) => {
      const { terminal } = binding.props;
      if (taken.has(terminal) || !joins(lookup(binding.fromId), lookup(binding.toId))) return false;
      taken.add(terminal);
      return true;
    });
}

function joins(from: TLRecord | undefined, to: TLRecord | undefined): boolean {
  return from?.typeName === 'shape' && from.type === 'arrow' && to?.typeName === 'shape' && to.type !== 'arrow';
}

export function byIndexThenId(a: { index: string; id: string }, b: { index: string; id: string }): number {
  if (a.index !== b.index) return a.index < b.index ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

// tldraw's own keys carry random jitter; a repair must come out the same everywhere, so these have none.
function derivedIndexes(below: IndexKey | undefined, above: IndexKey | undefined, count: number): IndexKey[] {
  return generateNKeysBetween(below ?? null, above ?? null, count) as IndexKey[];
}
