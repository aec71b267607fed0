// A small copy of the repository's shape - its real configuration, hardly any code - in which forbidden imports can be
// planted and checked without ever touching the checkout.
import { execFile } from 'node:child_process';
import { copyFile, cp, mkdir, mkdtemp, readdir, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pinnedNode, repositoryRoot } from './repository.ts';

export interface Plantation {
  /** Writes a module; missing folders are made. */
  plant(path: string, text: string): Promise<void>;
  /** Paths of the modules that oxlint finds a forbidden import in. */
  lintedOut(): Promise<string[]>;
  /** Paths of the modules that `tsc -b` complains of, as the place of an error or as where a wrong file came in. */
  compiledOut(): Promise<string[]>;
  remove(): Promise<void>;
}

const workspaces = ['shared', 'server', 'client'] as const;

export async function startPlantation(): Promise<Plantation> {
  // The tools answer with real paths, and some systems' temporary folder is a link.
  const folder = await mkdtemp(join(await realpath(tmpdir()), 'commonboard-imports-'));
  const plant = async (path: string, text: string): Promise<void> => {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  };
  try {
    await copyConfiguration(folder);
    for (const workspace of workspaces) await copyWorkspace(folder, workspace);
    await plant('tsconfig.json', JSON.stringify({ files: [], references: workspaces.map((path) => ({ path })) }));
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
  return {
    plant,
    lintedOut: () => lintedOut(folder),
    compiledOut: () => compiledOut(folder),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

async function copyConfiguration(folder: string): Promise<void> {
  for (const name of ['.oxlintrc.json', 'tsconfig.base.json', 'package.json']) {
    await copyFile(join(repositoryRoot, name), join(folder, name));
  }
  await symlink(join(repositoryRoot, 'node_modules'), join(folder, 'node_modules'));
}

// Installed packages are linked one by one, so that @commonboard/shared leads to the copy.
async function copyWorkspace(folder: string, workspace: string): Promise<void> {
  const from = join(repositoryRoot, workspace);
  const to = join(folder, workspace);
  await mkdir(join(to, 'node_modules/@commonboard'), { recursive: true });
  for (const name of ['package.json', 'tsconfig.json']) await cp(join(from, name), join(to, name));
  for (const name of await readdir(join(from, 'node_modules'))) {
    if (name.startsWith('.') || name === '@commonboard') continue;
    await symlink(join(from, 'node_modules', name), join(to, 'node_modules', name));
  }
  if (workspace !== 'shared') await symlink(join(folder, 'shared'), join(to, 'node_modules/@commonboard/shared'));
}

async function lintedOut(folder: string): Promise<string[]> {
  const { output } = await run(folder, 'oxlint/bin/oxlint', ['--format', 'json']);
  const { diagnostics } = JSON.parse(output) as { diagnostics: { code: string; filename: string }[] };
  return diagnostics.filter(({ code }) => code.includes('no-restricted-imports')).map(({ filename }) => filename);
}

async function compiledOut(folder: string): Promise<string[]> {
  const { output } = await run(folder, 'typescript/bin/tsc', ['-b', '--pretty', 'false']);
  const places = [...output.matchAll(/^(\S+?)\(\d+,\d+\): error/gm), ...output.matchAll(/from file '([^']+)'/g)];
  const paths = places.map(([, path = '']) => path.replace(`${folder}/`, ''));
  // An error that names no file must not pass for none.
  return output !== '' && paths.length === 0 ? [output] : [...new Set(paths)];
}

/** Runs a tool of the root's node_modules; a finding is no error here. */
function run(folder: string, tool: string, args: string[]): Promise<{ output: string }> {
  return new Promise((resolve, reject) => {
    execFile(
      pinnedNode,
      [join(repositoryRoot, 'node_modules', tool), ...args],
      { cwd: folder, timeout: 60_000, maxBuffer: 16 * 1024 * 1024 },
      (error, output, problems) =>
        error && typeof error.code !== 'number' ? reject(new Error(`${tool}: ${problems}`)) : resolve({ output }),
    );
  });
}
