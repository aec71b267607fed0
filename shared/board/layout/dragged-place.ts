// Where a shape stands while it is dragged together with others. Yjs remembers each write of several records in turn for ever
// (some 200 bytes in every replica; of one record alone 13), but of a map that was deleted only that it was there. So such
// places go into a small map of the record, which gives way to the plain place when the drag ends.
import * as Y from 'yjs';
import { isPlace, recordKeys, type Place, type RecordMap } from './layout.ts';

/** The place that counts, as it was written: whoever reads it must look at what it is. */
export function placeIn(map: RecordMap): unknown {
  const drag = map.get(recordKeys.drag);
  const dragged: unknown = drag instanceof Y.Map ? drag.get(recordKeys.place) : undefined;
  return isPlace(dragged) ? dragged : map.get(recordKeys.place);
}

/** Call inside a transaction. */
export function writeDraggedPlace(map: RecordMap, place: Place): void {
  const dragged = map.get(recordKeys.drag);
  if (dragged instanceof Y.Map) dragged.set(recordKeys.place, place);
  else map.set(recordKeys.drag, new Y.Map<unknown>([[recordKeys.place, place]]));
}

/** Ends a drag, whoever began it. Call inside a transaction. */
export function writePlace(map: RecordMap, place: unknown = placeIn(map)): void {
  if (place !== undefined) map.set(recordKeys.place, place);
  if (map.has(recordKeys.drag)) map.delete(recordKeys.drag);
}
