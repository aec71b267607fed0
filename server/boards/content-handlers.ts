// The HTTP calls about what is on a board: records, outline, a new note. All through the room, so that they are current.
import { newNoteRecord } from '@commonboard/shared/board/new-note.ts';
import { boardOutline } from '@commonboard/shared/board/outline.ts';
import { readBoardRecords } from '@commonboard/shared/board/read-records.ts';
import { putRecord } from '@commonboard/shared/board/write-record.ts';
import type { ServerParts } from '../server-parts.ts';
import type { Mount } from '../http/mount.ts';
import { RequestRefused } from '../http/request-refused.ts';

/** A note that is not durable by then is answered with "not saving"; it is stored once the disk allows. */
const storedWaitMsMax = 8_000;

export function mountContent(mount: Mount, { rooms, health }: ServerParts): void {
  mount('records', async ({ params }) => {
    const records = await rooms.open(params.id).use((room) => room.read((doc) => readBoardRecords(doc).records));
    return { records: records.map((record) => ({ ...record })) };
  });

  mount('outline', async ({ params, caller }) => {
    const records = await rooms.open(params.id).use((room) => room.read((doc) => readBoardRecords(doc).records));
    return { title: caller.grant.board.row.title, pages: boardOutline(records) };
  });

  mount('addNote', async ({ params, caller, body }) => {
    // Asked before anything is changed, so that "try again" does not make two notes.
    if (!(await health.isWriting())) throw new RequestRefused('not-saving');
    return rooms.open(params.id).use(async (room) => {
      const { result, stored } = room.edit(caller.grant.participant.id, (doc) => {
        const record = newNoteRecord(readBoardRecords(doc).records, { text: body.text, zone: body.zone });
        if (!record) throw new RequestRefused('bad-request', 'There is no zone of this id on the board.');
        putRecord(doc, record);
        return record.id;
      });
      await within(storedWaitMsMax, stored);
      return { id: result };
    });
  });
}

async function within(msMax: number, stored: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new RequestRefused('not-saving')), msMax);
  });
  try {
    await Promise.race([stored, late]);
  } finally {
    clearTimeout(timer);
  }
}
