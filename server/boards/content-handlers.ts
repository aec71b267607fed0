// The HTTP calls about what is on a board: records, outline, a new note. All through the room, so that they are current.
import { gunzipSync } from 'node:zlib';
import { newNoteRecord } from '@commonboard/shared/board/new-note.ts';
import { boardOutline } from '@commonboard/shared/board/outline.ts';
import { readBoardRecords } from '@commonboard/shared/board/read-records.ts';
import { putRecord } from '@commonboard/shared/board/write-record.ts';
import type { ServerParts } from '../server-parts.ts';
import type { Mount } from '../http/mount.ts';
import { RequestRefused } from '../http/request-refused.ts';
import { within } from '../http/within.ts';

export function mountContent(mount: Mount, { rooms, health }: ServerParts): void {
  mount('records', async ({ params }) => {
    const records = await rooms.open(params.id).use((room) => room.read((doc) => readBoardRecords(doc).records));
    return { records: records.map((record) => ({ ...record })) };
  });

  mount('boardState', async ({ params, c }) => {
    const packed = await rooms.open(params.id).use((room) => room.packed());
    const isTaken = /\bgzip\b/.test(c.req.header('accept-encoding') ?? '');
    return new Response(isTaken ? packed : gunzipSync(packed), {
      headers: { 'content-type': 'application/octet-stream', ...(isTaken && { 'content-encoding': 'gzip' }) },
    });
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
      await within(stored);
      return { id: result };
    });
  });
}
