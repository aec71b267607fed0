// Revealed notes -> the board's document: one update under the server's own client id, in whose commit the drafts are erased.
import { recordMaps } from '@commonboard/shared/board/layout/layout.ts';
import { encodeRecord } from '@commonboard/shared/board/layout/record-codec.ts';
import type { RevealedNote } from '@commonboard/shared/drafts/reveal-notes.ts';
import type { ParticipantId } from '@commonboard/shared/protocol/ids.ts';
import type { DraftErasure } from '../storage/draft-store.ts';
import type { BoardRecords } from '../sync/document/board-records.ts';
import type { Room } from '../sync/room.ts';

interface HowPut {
  /** Nobody owns them: the server keeps no maker. */
  isAnonymous: boolean;
  erases: DraftErasure;
}

/** Resolves when it is durable. */
export async function putOnBoard(
  room: Room,
  records: BoardRecords,
  notes: readonly RevealedNote<ParticipantId>[],
  { isAnonymous, erases }: HowPut,
): Promise<void> {
  const byId = new Map(records.map((record) => [record.id as string, record]));
  const makers = new Map(notes.map(({ record, person }) => [record.id as string, person]));
  await room.write(
    (doc) => {
      const maps = recordMaps(doc);
      for (const { record } of notes)
        maps.set(
          record.id,
          encodeRecord(record, (id) => byId.get(id)),
        );
    },
    { makerOf: (record) => (isAnonymous ? null : (makers.get(record) ?? null)), erases },
  );
}
