// The z-order key of a new shape above its siblings.
import type { TLRecord, TLShape } from '@tldraw/tlschema';
import { getIndexAbove, type IndexKey } from '@tldraw/utils';

export function nextIndex(shapes: readonly TLShape[], parentId: string): IndexKey {
  return getIndexAbove(topIndex(shapes, parentId));
}

/** Null where it has no children. */
export function topIndex(records: readonly TLRecord[], parentId: string): IndexKey | null {
  let top: IndexKey | null = null;
  for (const record of records) {
    if (record.typeName !== 'shape' || record.parentId !== parentId) continue;
    if (top === null || record.index > top) top = record.index;
  }
  return top;
}
