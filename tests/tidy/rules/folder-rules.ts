// Which folder may import from which. Imports point down; what is not listed here is forbidden.
import { posix } from 'node:path';
import { parse, place, type SourceFile } from '../../support/source-files.ts';

/** Folders, or single files, that each folder may import from beside itself. The longest matching name counts. */
const allowed: Record<string, readonly string[]> = {
  shared: [],
  // Features of the client do not know each other; `app` joins them.
  'client/ui': ['shared'],
  'client/sync': ['shared'],
  'client/canvas': ['shared', 'client/ui'],
  'client/home': ['shared', 'client/ui', 'client/sync/api.ts'],
  'client/board': ['shared', 'client/ui', 'client/sync/api.ts'],
  'client/templates': ['shared', 'client/ui', 'client/sync/api.ts'],
  'client/cards': ['shared', 'client/ui', 'client/canvas'],
  'client/checks': ['shared', 'client/ui', 'client/canvas'],
  'client/views': ['shared', 'client/ui', 'client/canvas'],
  'client/results': ['shared', 'client/ui', 'client/canvas', 'client/sync/api.ts'],
  'client/harvest': ['shared', 'client/ui', 'client/canvas', 'client/sync/api.ts'],
  'client/intake': ['shared', 'client/ui', 'client/canvas'],
  'client/session': ['shared', 'client/ui', 'client/canvas', 'client/sync/api.ts'],
  'client/drafts': ['shared', 'client/ui', 'client/canvas', 'client/sync'],
  'client/comments': ['shared', 'client/ui', 'client/canvas', 'client/sync/api.ts'],
  'client/voting': ['shared', 'client/ui', 'client/canvas', 'client/sync/api.ts'],
  'client/agenda': ['shared', 'client/ui', 'client/canvas', 'client/sync/api.ts'],
  'client/history': ['shared', 'client/ui', 'client/canvas', 'client/sync/api.ts'],
  // Draws what the canvas draws.
  'client/export': ['shared', 'client/ui', 'client/canvas'],
  'client/outline': ['shared', 'client/ui', 'client/sync/api.ts'],
  client: ['shared'],
  // Storage and scale-out are ports: they know nothing of those who use them.
  'server/storage': ['shared'],
  'server/scale-out': ['shared'],
  server: ['shared'],
  tests: [''],
};

/** Places of imports that point where this file's folder may not look. */
export function forbiddenImports(file: SourceFile): string[] {
  const folder = folderOf(file.path);
  if (folder === undefined) return [];
  const mayReach = [folder, ...(allowed[folder] ?? [])];
  return importsOf(file)
    .map(({ target, start }) => ({ start, path: pathOf(file.path, target) }))
    .filter(({ path }) => path !== null && !mayReach.some((root) => isWithin(path, root)))
    .map(({ start, path }) => `${place(file, start)} imports ${path ?? ''}`);
}

/** The most exact folder of the table that holds this path. */
function folderOf(path: string): string | undefined {
  return Object.keys(allowed)
    .filter((folder) => isWithin(path, folder))
    .sort((a, b) => b.length - a.length)[0];
}

function isWithin(path: string, root: string): boolean {
  return root === '' || path === root || path.startsWith(`${root}/`);
}

/** Path in the repository that an import leads to; null for an installed package. */
function pathOf(from: string, target: string): string | null {
  const workspace = /^@commonboard\/(.*)$/.exec(target)?.[1];
  if (workspace !== undefined) return workspace;
  return target.startsWith('.') ? posix.join(posix.dirname(from), target.replace(/\?.*$/, '')) : null;
}

function importsOf(file: SourceFile): { target: string; start: number }[] {
  const { module } = parse(file);
  const static_ = module.staticImports.map(({ moduleRequest, start }) => ({ target: moduleRequest.value, start }));
  const passedOn = module.staticExports
    .flatMap(({ entries }) => entries)
    .flatMap(({ moduleRequest, start }) => (moduleRequest ? [{ target: moduleRequest.value, start }] : []));
  const dynamic = module.dynamicImports.map(({ moduleRequest, start }) => ({
    target: file.text.slice(moduleRequest.start, moduleRequest.end).replace(/^['"`]|['"`]$/g, ''),
    start,
  }));
  return [...static_, ...passedOn, ...dynamic];
}
