// Where things are: the repository's root and the Node that everything runs on.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

export const repositoryRoot = fileURLToPath(new URL('../../', import.meta.url));

/** The pinned Node.js, whatever Node started this process. */
export const pinnedNode = fileURLToPath(new URL('../../node_modules/node/bin/node', import.meta.url));

/** How `pnpm serve` runs the server: what stands behind `node`. */
export const serveArguments: readonly string[] = servePart(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
);

function servePart(packageJson: string): string[] {
  const { serve } = z.object({ scripts: z.object({ serve: z.string() }) }).parse(JSON.parse(packageJson)).scripts;
  return serve.split(' ').slice(1);
}
