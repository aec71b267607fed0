// What one person made on a board, taken off it in one act. It is kept with what others delete, and can be brought back. R118.
import { recordMaps } from '@commonboard/shared/board/layout/layout.ts';
import type { BoardId, ParticipantId } from '@commonboard/shared/protocol/ids.ts';
import { within } from '../http/within.ts';
import type { Rooms } from '../sync/rooms.ts';

/** Resolves to how many things went, when that is stored. */
export async function takeBackWorkOf(
  rooms: Rooms,
  board: BoardId,
  maker: ParticipantId,
  by: ParticipantId,
): Promise<number> {
  return rooms.open(board).use(async (room) => {
    const made = room.read((doc, authors) =>
      [...recordMaps(doc).keys()].filter((record) => isThing(record) && authors.creatorOf(record) === maker),
    );
    if (made.length === 0) return 0;
    const { stored } = room.edit(
      by,
      (doc) => {
        for (const record of made) recordMaps(doc).delete(record);
      },
      { going: made },
    );
    await within(stored);
    return made.filter((record) => record.startsWith('shape:')).length;
  });
}

/** Pages stay: others have worked on them. What lay in a zone of theirs stands where it stood. */
function isThing(record: string): boolean {
  return record.startsWith('shape:') || record.startsWith('binding:');
}
