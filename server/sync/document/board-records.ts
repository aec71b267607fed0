// The repaired records of an open board: read once for all who ask until the next change. Of a large board that takes a tenth
// of a second, in which nobody else is heard.
import type * as Y from 'yjs';
import { readBoardRecords } from '@commonboard/shared/board/layout/read-records.ts';

export type BoardRecords = Readonly<ReturnType<typeof readBoardRecords>['records']>;

const known = new WeakMap<Y.Doc, BoardRecords>();

/** Not for the middle of a change. Nobody changes what it gives. */
export function boardRecords(doc: Y.Doc): BoardRecords {
  const found = known.get(doc);
  if (found) return found;
  const { records } = readBoardRecords(doc);
  known.set(doc, records);
  doc.once('afterTransaction', () => known.delete(doc));
  return records;
}
