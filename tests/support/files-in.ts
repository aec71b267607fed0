// What the files of a folder hold, to look for what must not be in them.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Of each file its name and what is in it, one letter for each byte. */
export async function filesIn(folder: string): Promise<[name: string, bytes: string][]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const files: [string, string][] = [];
  for (const entry of entries)
    if (entry.isFile()) files.push([entry.name, await readFile(join(entry.parentPath, entry.name), 'latin1')]);
  return files;
}
