// A page of the tests' own, built as the product's page is and served on loopback.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build, preview } from 'vite';

export interface BuiltPage {
  address: string;
  stop: () => Promise<void>;
}

/** `root`: folder with an index.html. */
export async function buildPage(root: string): Promise<BuiltPage> {
  const outDir = await mkdtemp(join(tmpdir(), 'commonboard-page-'));
  const common = { root, configFile: false as const, logLevel: 'error' as const };
  await build({ ...common, plugins: [react()], build: { outDir, emptyOutDir: true, chunkSizeWarningLimit: 4_000 } });
  const server = await preview({
    ...common,
    build: { outDir },
    preview: { host: '127.0.0.1', port: 0, strictPort: false },
  });
  const [address] = server.resolvedUrls?.local ?? [];
  if (address === undefined) throw new Error('The page is not served.');
  return {
    address,
    stop: async () => {
      await server.close();
      await rm(outDir, { recursive: true, force: true });
    },
  };
}
