// The z-order key of a new shape above its siblings.
import type { TLShape } from '@tldraw/tlschema';
import { getIndexAbove, type IndexKey } from '@tldraw/utils';

export function nextIndex(shapes: readonly TLShape[], parentId: string): IndexKey {
  let top: IndexKey | null = null;
  for (const shape of shapes) if (shape.parentId === parentId && (top === null || shape.index > top)) top = shape.index;
  return getIndexAbove(top);
}
