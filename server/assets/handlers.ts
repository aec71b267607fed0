// The HTTP calls for pictures: checked by their bytes on the way in, with fixed headers on the way out.
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { type AssetId, assetUrlPrefix, type BoardId } from '@commonboard/shared/protocol/ids.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import type { ServerParts } from '../server-parts.ts';
import type { Mount } from '../http/mount.ts';
import { RequestRefused } from '../http/request-refused.ts';
import { pictureTypes, readPicture } from './picture.ts';

export function mountAssets(mount: Mount, { assets, boards, health }: ServerParts): void {
  mount('addAsset', async ({ params, c, readBody }) => {
    if (!(await health.isWriting())) throw new RequestRefused('not-saving');
    const bytes = await readBody(limits.imageBytesMax, 'large-picture');
    const result = readPicture(bytes);
    if (!result.ok) throw new RequestRefused(result.problem === 'too-large' ? 'large-picture' : 'unsupported-image');
    const { ending, type, width, height } = result.picture;
    // A picture that is not what it is called is a mistake or a trick; neither is stored.
    if (!agrees(c.req.header('content-type'), type)) throw new RequestRefused('unsupported-image');
    try {
      const id = await assets.add(params.id, bytes, ending);
      return { id, src: assetUrlPrefix + id, width, height, type };
    } finally {
      await removeOrphans(params.id);
    }
  });

  /** The board may have been deleted, and its folder with it, while the bytes came. */
  async function removeOrphans(board: BoardId): Promise<void> {
    if (await boards.find(board)) return;
    await assets.removeBoard(board);
    throw new RequestRefused('not-found');
  }

  mount('asset', async ({ params, c }) => {
    const file = await assets.find(params.id, params.asset);
    if (!file) throw new RequestRefused('not-found');
    const etag = `"${params.asset}"`;
    const headers = { ...fileHeaders, etag };
    if (c.req.header('if-none-match') === etag) return new Response(null, { status: 304, headers });
    return new Response(bodyOf(file.path), {
      headers: { ...headers, 'content-type': typeOf(params.asset), 'content-length': String(file.bytes) },
    });
  });
}

const fileHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': "sandbox; default-src 'none'",
  'content-disposition': 'inline',
  'cross-origin-resource-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  // The name is made from the bytes, so they never change; private: each board's right is its own.
  'cache-control': 'private, max-age=31536000, immutable',
};

function typeOf(asset: AssetId): string {
  const type = Object.entries(pictureTypes).find(([ending]) => asset.endsWith(`.${ending}`))?.[1];
  if (!type) throw new Error('An asset id has an ending that is none of a picture.');
  return type;
}

/** No type, or one that says nothing, is no disagreement. */
function agrees(declared: string | undefined, real: string): boolean {
  const type = declared?.split(';')[0]?.trim().toLowerCase();
  if (!type || type === 'application/octet-stream') return true;
  return type === real || (type === 'image/jpg' && real === 'image/jpeg');
}

function bodyOf(path: string): ReadableStream<Uint8Array> {
  return Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>;
}
