// The HTTP calls that give a board as programs and pages read it. Through the room, so that they are current.
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { RouteResponse } from '@commonboard/shared/protocol/routes.ts';
import type { ServerParts } from '../server-parts.ts';
import { JsonText } from '../http/json-text.ts';
import { type Mount, pacedMount } from '../http/mount.ts';
import { type BoardRecords, boardRecords } from '../sync/document/board-records.ts';

const unpacked = promisify(gunzip);

/** As they are sent, until the board changes. */
const recordsText = new WeakMap<BoardRecords, JsonText<RouteResponse<'records'>>>();

export function mountContent(mount: Mount, { rooms, contentLimit }: ServerParts): void {
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
}
