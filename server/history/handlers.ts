// The HTTP calls about versions: list, keep, name, remove, content, pictures.
import { gzip } from 'node:zlib';
import { promisify } from 'node:util';
import { cleanLine } from '@commonboard/shared/protocol/clean-text.ts';
import type { Version, VersionId } from '@commonboard/shared/protocol/history.ts';
import type { BoardId } from '@commonboard/shared/protocol/ids.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import type { LiveBoard } from '../access/live-boards.ts';
import { readPicture } from '../assets/picture.ts';
import type { Mount } from '../http/mount.ts';
import { RequestRefused } from '../http/request-refused.ts';
import type { ServerParts } from '../server-parts.ts';
import { type BoardStore, StoreError } from '../storage/board-store.ts';
import type { VersionFacts } from '../storage/history-store.ts';
import { hasRoomForName } from './thinning.ts';

const packed = promisify(gzip);

export function mountVersions(mount: Mount, { store, health, rooms, versions, exportLimit }: ServerParts): void {
  mount('versions', async ({ params, caller }) => {
    const found = await store.listVersions(params.id);
    return { versions: found.map((version) => told(version, caller.grant.board)) };
  });

  mount('keepVersion', async ({ params, caller, body }) => {
    const name = versionName(body.name);
    if (!exportLimit.take(caller.grant.participant.id)) throw new RequestRefused('too-many');
    if (!(await health.isWriting())) throw new RequestRefused('not-saving');
    const { id: participant } = caller.grant.participant;
    const kept = await rooms.open(params.id).use(async (room) => {
      // What people see now is in it, also what is on its way to the disk.
      await room.edit(participant, () => undefined).stored;
      return versions.keepNamed(params.id, name, participant);
    });
    if (!kept) throw new RequestRefused('no-room');
    return told(kept, caller.grant.board);
  });

  mount('nameVersion', async ({ params, body }) => {
    const name = versionName(body.name);
    const known = await store.listVersions(params.id);
    const version = known.find(({ id }) => id === params.version);
    if (!version) throw new RequestRefused('no-version');
    if (version.kind !== 'named' && !hasRoomForName(known, version.bytes)) throw new RequestRefused('no-room');
    await store.nameVersion(params.id, params.version, name);
  });

  mount('removeVersion', async ({ params }) => store.removeVersions(params.id, [params.version]));

  mount('versionState', async ({ params, c }) => {
    const snapshot = await openVersion(store, params.id, params.version);
    const isTaken = /\bgzip\b/.test(c.req.header('accept-encoding') ?? '');
    return new Response(new Uint8Array(isTaken ? await packed(snapshot) : snapshot), {
      headers: { 'content-type': 'application/octet-stream', ...(isTaken && { 'content-encoding': 'gzip' }) },
    });
  });

  mount('versionPicture', async ({ params }) => {
    const png = await store.findVersionPicture(params.id, params.version);
    if (!png) throw new RequestRefused('no-version');
    return new Response(new Uint8Array(png), { headers: pictureHeaders });
  });

  mount('putVersionPicture', async ({ params, readBody }) => {
    const bytes = await readBody(limits.versionPictureBytesMax);
    const result = readPicture(bytes);
    if (!result.ok || result.picture.ending !== 'png') throw new RequestRefused('unsupported-image');
    // Of two pages that draw it, the first one's stays.
    await store.putVersionPicture(params.id, params.version, bytes);
  });
}

/** Throws a sentence where it is not there, or cannot be read. */
export async function openVersion(store: BoardStore, board: BoardId, version: VersionId): Promise<Uint8Array> {
  try {
    const snapshot = await store.findVersion(board, version);
    if (snapshot) return snapshot;
  } catch (error) {
    if (error instanceof StoreError && error.failure === 'damaged') throw new RequestRefused('damaged');
    throw error;
  }
  throw new RequestRefused('no-version');
}

/** Name of somebody on the board; null where it is not known. */
export function nameOf({ participants }: LiveBoard, participant: string | null): string | null {
  return participants.find(({ id }) => id === participant)?.name ?? null;
}

const pictureHeaders: Readonly<Record<string, string>> = {
  'content-type': 'image/png',
  'content-security-policy': "sandbox; default-src 'none'",
  'content-disposition': 'inline',
  'cross-origin-resource-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'cache-control': 'private, max-age=86400, immutable',
};

function told({ id, at, kind, name, participant, hasPicture }: VersionFacts, board: LiveBoard): Version {
  return { id, at: new Date(at).toISOString(), kind, name, by: nameOf(board, participant), hasPicture };
}

function versionName(raw: string): string {
  const name = cleanLine(raw);
  if (name !== '' && Array.from(name).length <= limits.versionNameCharsMax) return name;
  throw new RequestRefused('bad-version-name');
}
