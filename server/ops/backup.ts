// Copies of everything a server keeps - database and pictures - as a folder that says what is in it and can prove it.
import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { assetIdSchema } from '@commonboard/shared/protocol/ids.ts';
import { databaseFile } from '../storage/sqlite.ts';
import type { Admin } from './admin.ts';

const manifestFile = 'backup.json';
const manifestSchema = z.object({
  format: z.literal(1),
  /** ISO 8601. */
  madeAt: z.string(),
  boards: z.number(),
  /** Of the database file. */
  sha256: z.string(),
  bytes: z.number(),
});
export type BackupManifest = z.infer<typeof manifestSchema>;

/** Under `folder` there is either nothing or the whole backup. Rejects with a sentence. */
export async function makeBackup(
  admin: Pick<Admin, 'copyDatabase' | 'listBoards'>,
  dataDir: string,
  folder: string,
  now: Date,
): Promise<BackupManifest> {
  if (existsSync(folder)) throw new Error(`${folder} is there already. Choose another name.`);
  const part = `${folder}.part`;
  await rm(part, { recursive: true, force: true });
  // Whoever reads a backup can open every board in it.
  await mkdir(part, { recursive: true, mode: 0o700 });
  try {
    const database = join(part, databaseFile);
    const { length } = await admin.listBoards();
    await admin.copyDatabase(database);
    // After the database: a picture is stored before a board shows it.
    const assets = join(dataDir, 'assets');
    await copyAssets(assets, join(part, 'assets'));
    const { size } = await stat(database);
    const manifest: BackupManifest = {
      format: 1,
      madeAt: now.toISOString(),
      boards: length,
      sha256: await sha256(database),
      bytes: size,
    };
    await writeFile(join(part, manifestFile), `${JSON.stringify(manifest, null, 2)}\n`, { flush: true });
    await rename(part, folder);
    return manifest;
  } catch (error) {
    await rm(part, { recursive: true, force: true });
    throw error;
  }
}

/** Whole files only, as they are at the moment: others are being written, or their board is being removed. */
async function copyAssets(from: string, to: string): Promise<void> {
  for (const board of await readdir(from).catch(() => [])) {
    await mkdir(join(to, board), { recursive: true });
    const names = await readdir(join(from, board)).catch(() => []);
    for (const name of names.filter((one) => assetIdSchema.safeParse(one).success)) {
      await copyFile(join(from, board, name), join(to, board, name)).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'ENOENT') throw error;
      });
    }
  }
}

/** Rejects with a sentence when it is not a backup, or not what was written. */
export async function readBackup(folder: string): Promise<BackupManifest> {
  const text = await readFile(join(folder, manifestFile), 'utf8').catch(() => null);
  if (text === null) throw new Error(`${folder} is no backup: it has no ${manifestFile}.`);
  const manifest = manifestOf(text);
  if (!manifest) throw new Error(`${folder} was made by another version of Commonboard, or is damaged.`);
  const found = await sha256(join(folder, databaseFile)).catch(() => null);
  if (found === manifest.sha256) return manifest;
  throw new Error(`The database in ${folder} is not what was written. Take another backup.`);
}

function manifestOf(text: string): BackupManifest | null {
  try {
    return manifestSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** Good in names of files: `2026-11-22T09-45-12Z`. */
export function stamp(now: Date): string {
  return now.toISOString().replace(/\.\d+/, '').replaceAll(':', '-');
}

async function sha256(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
