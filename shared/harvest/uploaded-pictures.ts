// Pictures that people have put on the board. Nobody reads the words in them: who publishes decides whether they are passed on.
import type { TLRecord, TLShape } from '@tldraw/tlschema';

/** Of each zone that holds any, also deeper in it: the ids of the pictures. `records` are repaired: they have no loops. */
export function uploadedPictures(records: readonly TLRecord[]): Map<string, Set<string>> {
  const shapes = new Map(
    records.flatMap((record): [string, TLShape][] => (record.typeName === 'shape' ? [[record.id, record]] : [])),
  );
  const found = new Map<string, Set<string>>();
  for (const shape of shapes.values()) {
    if (shape.type !== 'image') continue;
    for (let at = shapes.get(shape.parentId); at; at = shapes.get(at.parentId)) {
      if (at.type !== 'zone') continue;
      const ids = found.get(at.id) ?? new Set();
      found.set(at.id, ids.add(shape.id));
    }
  }
  return found;
}

/** How many there are in some zones: one that lies in two of them is one. */
export function uploadedIn(found: ReadonlyMap<string, ReadonlySet<string>>, zones: readonly string[]): number {
  return new Set(zones.flatMap((zone) => [...(found.get(zone) ?? [])])).size;
}

/** As they are without any. */
export function withoutUploaded(records: readonly TLRecord[]): TLRecord[] {
  const gone = new Set<string>(
    records.flatMap((record) => (record.typeName === 'shape' && record.type === 'image' ? [record.id] : [])),
  );
  return records.filter(
    (record) =>
      !gone.has(record.id) && !(record.typeName === 'binding' && (gone.has(record.toId) || gone.has(record.fromId))),
  );
}
