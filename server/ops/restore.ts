// Puts a backup into a data folder. All of it is copied beside the old data first, so that a full disk changes nothing; then a
// plan says what goes where, and each move can be told from the folders alone. Whatever stops it, it is finished or taken back.
import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdir, open, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { databaseFile } from '../storage/sqlite.ts';
import { type BackupManifest, readBackup, stamp } from './backup.ts';

/** Beside what comes in; with it there, moves are under way. */
const planFile = 'plan.json';
const planSchema = z.object({
  madeAt: z.string(),
  boards: z.number(),
  /** Names of what was there before. */
  old: z.array(z.string()),
  /** Names of what comes in. */
  coming: z.array(z.string()),
  /** Folder for what was there before, below the data folder. */
  aside: z.string(),
});
export type RestorePlan = z.infer<typeof planSchema>;

/** Within one folder of data, which may be a disk of its own. */
type Move = (from: string, to: string) => Promise<void>;

/** `aside` is where the old data went, if there was any. Rejects with a sentence. */
export async function restoreBackup(
  folder: string,
  dataDir: string,
  { replace, now, move = rename }: { replace: boolean; now: Date; move?: Move },
): Promise<{ manifest: BackupManifest; aside: string | null }> {
  refuseHalfRestored(dataDir);
  const manifest = await readBackup(folder);
  if (existsSync(join(dataDir, databaseFile)) && !replace)
    throw new Error(`${dataDir} holds boards already. Say --replace to put them aside, or choose another DATA_DIR.`);
  const made = join(dataDir, 'restoring');
  await rm(made, { recursive: true, force: true });
  await mkdir(made, { recursive: true });
  const coming = dataNames(await readdir(folder));
  for (const name of coming) await cp(join(folder, name), join(made, name), { recursive: true });
  await flush(join(made, databaseFile));
  const { madeAt, boards } = manifest;
  const old = dataNames(await readdir(dataDir));
  const plan: RestorePlan = { madeAt, boards, old, coming, aside: `before-${stamp(now)}` };
  await writeFile(join(made, 'plan'), JSON.stringify(plan), { flush: true });
  await rename(join(made, 'plan'), join(made, planFile));
  await flush(made);
  await finish(dataDir, plan, move);
  return { manifest, aside: old.length > 0 ? join(dataDir, plan.aside) : null };
}

/** Null where none was cut off. */
export function cutOffRestore(dataDir: string): RestorePlan | null {
  const file = join(dataDir, 'restoring', planFile);
  return existsSync(file) ? planSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) : null;
}

/** Throws a sentence where the folder may hold half of the old and half of the new. */
export function refuseHalfRestored(dataDir: string): void {
  if (!existsSync(join(dataDir, 'restoring', planFile))) return;
  throw new Error(
    `A restore into ${dataDir} was cut off. Say "commonboard restore --finish" to complete it, or "commonboard restore --undo" to have what was there before.`,
  );
}

export function finishRestore(dataDir: string, plan: RestorePlan): Promise<void> {
  return finish(dataDir, plan, rename);
}

/** What is under a name is old as long as it is not aside. */
async function finish(dataDir: string, { old, coming, aside }: RestorePlan, move: Move): Promise<void> {
  const made = join(dataDir, 'restoring');
  if (old.length > 0) await mkdir(join(dataDir, aside), { recursive: true });
  for (const name of old) await moveUnlessThere(join(dataDir, name), join(dataDir, aside, name), move);
  for (const name of coming) await moveUnlessThere(join(made, name), join(dataDir, name), move);
  await end(dataDir);
}

export async function undoRestore(
  dataDir: string,
  { old, coming, aside }: RestorePlan,
  move: Move = rename,
): Promise<void> {
  const made = join(dataDir, 'restoring');
  const isOld = (name: string): boolean => old.includes(name) && !existsSync(join(dataDir, aside, name));
  for (const name of coming) if (!isOld(name)) await moveUnlessThere(join(dataDir, name), join(made, name), move);
  for (const name of old) await moveUnlessThere(join(dataDir, aside, name), join(dataDir, name), move);
  await rm(join(dataDir, aside), { recursive: true, force: true });
  await end(dataDir);
}

/** The plan goes first: without it nothing is under way. */
async function end(dataDir: string): Promise<void> {
  await flush(dataDir);
  await rm(join(dataDir, 'restoring', planFile));
  await rm(join(dataDir, 'restoring'), { recursive: true, force: true });
}

async function moveUnlessThere(from: string, to: string, move: Move): Promise<void> {
  if (existsSync(from) && !existsSync(to)) await move(from, to);
}

/** What of a folder is a server's data: the database with what SQLite puts beside it, and the pictures. */
function dataNames(names: readonly string[]): string[] {
  return names.filter((name) => name.startsWith(databaseFile) || name === 'assets');
}

/** A file, or the names in a folder, would survive a power cut. Some systems do not do it for folders. */
async function flush(path: string): Promise<void> {
  const handle = await open(path).catch(() => null);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}
