// What an update deletes is kept as it was, so that it can be brought back. Written in the commit of the update.
import type * as Y from 'yjs';
import { keptRecord } from '@commonboard/shared/board/history/kept-record.ts';
import { recordMaps } from '@commonboard/shared/board/layout/layout.ts';
import type { ParticipantId } from '@commonboard/shared/protocol/ids.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import type { DeletedRecord } from '../../storage/history-store.ts';

/** Record id -> its content. More than are kept are not looked at. */
export function recordsGoing(doc: Y.Doc, ids: Iterable<string>): Map<string, string> {
  const going = new Map<string, string>();
  for (const id of ids) {
    if (going.size >= limits.deletedRecordsMax) break;
    const content = keptRecord(doc, id);
    if (content !== null) going.set(id, content);
  }
  return going;
}

/** Those that are gone now: what was only replaced is still there. */
export function deletedOf(
  doc: Y.Doc,
  going: ReadonlyMap<string, string>,
  participant: ParticipantId | null,
): DeletedRecord[] {
  const maps = recordMaps(doc);
  return [...going].flatMap(([record, content]) => (maps.has(record) ? [] : [{ record, participant, content }]));
}
