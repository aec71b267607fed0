// What each zone of a board shows, as a short text: goes with its picture, so that a picture is passed on only beside the words
// that it was drawn with. Both sides take it of repaired records, which are the same where the documents are.
import type { TLRecord } from '@tldraw/tlschema';
import { digestOfRecord, sumOfDigests } from '../board/layout/digest.ts';
import type { Digest } from '../protocol/check.ts';

/** Of a zone that is not there: of nothing. */
export function zoneDigests(records: readonly TLRecord[]): (zone: string) => string {
  const inside = new Map<string, TLRecord[]>();
  const shapes = new Map<string, TLRecord>();
  for (const record of records) {
    const holder = record.typeName === 'shape' ? record.parentId : record.typeName === 'binding' ? record.fromId : null;
    if (record.typeName === 'shape') shapes.set(record.id, record);
    const beside = holder === null ? undefined : inside.get(holder);
    if (beside) beside.push(record);
    else if (holder !== null) inside.set(holder, [record]);
  }
  return (zone) => {
    const root = shapes.get(zone);
    const digests: Digest[] = [];
    const open = root ? [root] : [];
    // Repaired records have no loops.
    for (let one = open.pop(); one; one = open.pop()) {
      digests.push(digestOfRecord(one.id, one));
      open.push(...(inside.get(one.id) ?? []));
    }
    return sumOfDigests(digests).join('-');
  };
}
