// Who wrote the present value of a key: the Yjs client id in the item behind it. Yjs has no public way to ask; this file is
// the only one that looks inside, and a test pins what it relies on.
import * as Y from 'yjs';
import { recordKeys, type RecordMap } from './layout.ts';

/** A key that was never written since creation counts as written by the record's creator. */
export function isWrittenBy(map: RecordMap, key: string, clientId: number): boolean {
  const item = map._map.get(key);
  const present = item && !item.deleted ? item : map._map.get(recordKeys.base);
  return present?.id.client === clientId;
}

/** Whether anybody else wrote any key or any letter that is still there. */
export function hasWorkOfOthers(map: RecordMap, clientId: number): boolean {
  for (const item of map._map.values()) if (!item.deleted && item.id.client !== clientId) return true;
  const text = map.get(recordKeys.text);
  return text instanceof Y.XmlFragment && hasTextOfOthers(text, clientId);
}

export function hasTextOfOthers(parent: { _start: Y.Item | null }, clientId: number): boolean {
  for (let item = parent._start; item; item = item.right) {
    if (item.deleted) continue;
    if (item.id.client !== clientId) return true;
    if (item.content instanceof Y.ContentType && hasTextOfOthers(item.content.type, clientId)) return true;
  }
  return false;
}
