// Pictures as files: <data folder>/assets/<board>/<asset>. The name is made from the bytes, never from what was sent.
import { createHash, randomBytes } from 'node:crypto';
import { copyFile, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type AssetId, assetIdSchema, type BoardId } from '@commonboard/shared/protocol/ids.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { RequestRefused } from '../http/request-refused.ts';
import type { PictureEnding } from './picture.ts';

export interface AssetFiles {
  /** Resolves when the file would survive a power cut. The same bytes are stored once. */
  add(board: BoardId, bytes: Uint8Array, ending: PictureEnding): Promise<AssetId>;
  /** Null when the board has no such file. */
  find(board: BoardId, asset: AssetId): Promise<{ path: string; bytes: number } | null>;
  copyBoard(from: BoardId, to: BoardId): Promise<void>;
  removeBoard(board: BoardId): Promise<void>;
}

export function createAssetFiles(dataDir: string): AssetFiles {
  const folderOf = (board: BoardId) => join(dataDir, 'assets', board);

  async function find(board: BoardId, asset: AssetId) {
    const path = join(folderOf(board), asset);
    const found = await stat(path).catch(() => null);
    return found?.isFile() ? { path, bytes: found.size } : null;
  }

  return {
    find,
    async add(board, bytes, ending) {
      const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 32);
      const asset = assetIdSchema.parse(`${hash}.${ending}`);
      if (await find(board, asset)) return asset;
      const folder = folderOf(board);
      await mkdir(folder, { recursive: true });
      const there = await assetsIn(folder);
      if (there.length >= limits.assetsPerBoardMax) throw new RequestRefused('pictures-full');
      const sizes = await Promise.all(there.map(async (one) => (await find(board, one))?.bytes ?? 0));
      const bytesThere = sizes.reduce((sum, size) => sum + size, 0);
      if (bytesThere + bytes.length > limits.assetBytesPerBoardMax) throw new RequestRefused('pictures-full');
      await writeDurably(folder, asset, bytes);
      return asset;
    },
    async copyBoard(from, to) {
      const assets = await assetsIn(folderOf(from));
      if (assets.length === 0) return;
      await mkdir(folderOf(to), { recursive: true });
      await Promise.all(assets.map((asset) => copyFile(join(folderOf(from), asset), join(folderOf(to), asset))));
    },
    async removeBoard(board) {
      await rm(folderOf(board), { recursive: true, force: true });
    },
  };
}

async function assetsIn(folder: string): Promise<AssetId[]> {
  const names = await readdir(folder).catch(() => []);
  return names.flatMap((name) => {
    const parsed = assetIdSchema.safeParse(name);
    return parsed.success ? [parsed.data] : [];
  });
}

/** Under its name there is either nothing or the whole file. */
async function writeDurably(folder: string, asset: AssetId, bytes: Uint8Array): Promise<void> {
  const draft = join(folder, `.${randomBytes(8).toString('hex')}.part`);
  try {
    const file = await open(draft, 'wx');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, join(folder, asset));
    const directory = await open(folder, 'r');
    try {
      await directory.sync();
    } finally {
      await directory.close();
    }
  } catch {
    await rm(draft, { force: true });
    throw new RequestRefused('not-saving');
  }
}
