// The z-order keys of new shapes above their siblings.
import type { TLRecord } from '@tldraw/tlschema';
import { getIndices, getIndicesAbove, type IndexKey } from '@tldraw/utils';
import { limits } from '../../protocol/limits.ts';

export function nextIndex(records: readonly TLRecord[], parentId: string): IndexKey {
  const [index] = indicesAbove(records, parentId, 1);
  if (!index) throw new Error('There is no key for one shape.');
  return index;
}

/** In their order. Where somebody has used up the keys there they lie below: longer ones would hide what they are given to. */
export function indicesAbove(records: readonly TLRecord[], parentId: string, count: number): IndexKey[] {
  const above = getIndicesAbove(topIndex(records, parentId), count);
  return above.every(isShown) ? above : getIndices(count);
}

/** Not so long that the shape would be hidden. */
export function isShown(index: IndexKey): boolean {
  return index.length <= limits.indexCharsMax;
}

/** Null where it has no children. */
function topIndex(records: readonly TLRecord[], parentId: string): IndexKey | null {
  let top: IndexKey | null = null;
  for (const record of records) {
    if (record.typeName !== 'shape' || record.parentId !== parentId) continue;
    if (top === null || record.index > top) top = record.index;
  }
  return top;
}
