// Where a shape stands on its page: the transforms of its parents, composed. Kept beside the place of a nested shape, so
// that it has somewhere to go when its parent is gone.
import type { TLRecord, TLShape } from '@tldraw/tlschema';
import type { Place } from './layout.ts';

export type RecordLookup = (id: string) => TLRecord | undefined;

export interface PagePlace {
  pageId: string;
  x: number;
  y: number;
  /** Radians. */
  rotation: number;
}

const nestingMax = 100;

/** Null while a parent is missing or parents form a circle. */
export function pagePlace(shape: TLShape, lookup: RecordLookup): PagePlace | null {
  let { x, y, rotation } = shape;
  let parentId: string = shape.parentId;
  for (let depth = 0; depth < nestingMax; depth++) {
    const parent = lookup(parentId);
    if (!parent) return null;
    if (parent.typeName === 'page') return { pageId: parent.id, x: round(x), y: round(y), rotation: round(rotation) };
    if (parent.typeName !== 'shape') return null;
    const cos = Math.cos(parent.rotation);
    const sin = Math.sin(parent.rotation);
    [x, y] = [parent.x + x * cos - y * sin, parent.y + x * sin + y * cos];
    rotation += parent.rotation;
    parentId = parent.parentId;
  }
  return null;
}

export function placeOf(shape: TLShape, lookup: RecordLookup): Place {
  const { parentId, x, y, rotation } = shape;
  const onPage = parentId.startsWith('page:') ? null : pagePlace(shape, lookup);
  return onPage
    ? [parentId, x, y, rotation, onPage.pageId, onPage.x, onPage.y, onPage.rotation]
    : [parentId, x, y, rotation];
}

// A fallback needs no more than a hundredth of a pixel.
function round(value: number): number {
  return Math.round(value * 100) / 100;
}
