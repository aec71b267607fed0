// The HTTP calls about what is on a board: records, outline, a new note. All through the room, so that they are current.
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { newNoteRecord } from '@commonboard/shared/board/new-note.ts';
import { boardOutline } from '@commonboard/shared/board/outline.ts';
import { putRecord } from '@commonboard/shared/board/write-record.ts';
import type { OutlineNode, RouteResponse } from '@commonboard/shared/protocol/routes.ts';
import type { ServerParts } from '../server-parts.ts';
import { JsonText } from '../http/json-text.ts';
import { type Mount, pacedMount } from '../http/mount.ts';
import { RequestRefused } from '../http/request-refused.ts';
import { within } from '../http/within.ts';
import { type BoardRecords, boardRecords } from '../sync/board-records.ts';

const unpacked = promisify(gunzip);

/** As they are sent, until the board changes. */
const recordsText = new WeakMap<BoardRecords, JsonText<RouteResponse<'records'>>>();
const outlines = new WeakMap<BoardRecords, OutlineNode[]>();

export function mountContent(mount: Mount, { rooms, health, contentLimit }: ServerParts): void {
  const mountPaced = pacedMount(mount, contentLimit);

  mountPaced('records', async ({ params }) => {
    const records = await rooms.open(params.id).use((room) => room.read(boardRecords));
    const text = recordsText.get(records) ?? new JsonText({ records: records.map((record) => ({ ...record })) });
    recordsText.set(records, text);
    return text;
  });

  mount('boardState', async ({ params, c }) => {
    const packed = await rooms.open(params.id).use((room) => room.packed());
    const isTaken = /\bgzip\b/.test(c.req.header('accept-encoding') ?? '');
    return new Response(isTaken ? packed : new Uint8Array(await unpacked(packed)), {
      headers: { 'content-type': 'application/octet-stream', ...(isTaken && { 'content-encoding': 'gzip' }) },
    });
  });

  mountPaced('outline', async ({ params, caller }) => {
    const records = await rooms.open(params.id).use((room) => room.read(boardRecords));
    const pages = outlines.get(records) ?? boardOutline(records);
    outlines.set(records, pages);
    return { title: caller.grant.board.row.title, pages };
  });

  mountPaced('addNote', async ({ params, caller, body }) => {
    // Asked before anything is changed, so that "try again" does not make two notes.
    if (!(await health.isWriting())) throw new RequestRefused('not-saving');
    return rooms.open(params.id).use(async (room) => {
      const record = newNoteRecord(room.read(boardRecords), { text: body.text, zone: body.zone });
      if (!record) throw new RequestRefused('bad-request', 'There is no zone of this id on the board.');
      const toucher = { role: caller.role, participant: caller.grant.participant.id };
      if (!room.mayMake([record.id], toucher))
        throw new RequestRefused('forbidden', 'A facilitator has locked this board for writing.');
      const { stored } = room.edit(caller.grant.participant.id, (doc) => putRecord(doc, record));
      await within(stored);
      return { id: record.id };
    });
  });
}
