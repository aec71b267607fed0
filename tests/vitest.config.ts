// Every test without a browser. Browser tests are in playwright.config.ts.
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const fromRoot = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));
// What needs strace, or a disk of its own, is for `pnpm chaos`.
const isLong = process.env['CHAOS'] === 'long';
const suite = (name: string) => ({
  extends: true as const,
  test: { name, include: [`${name}/**/*.test.{ts,tsx}`], exclude: isLong ? [] : ['chaos/long/**'] },
});

export default defineConfig({
  root: fromRoot('tests'),
  cacheDir: fromRoot('node_modules/.cache/vitest'),
  test: {
    // The tests behind nginx run where there is one: `npm test` looks for it.
    projects: ['unit', 'contract', 'sync', 'chaos', 'tidy', ...(process.env.NGINX_PATH ? ['proxy'] : [])].map(suite),
    environment: 'node',
    allowOnly: false,
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 40_000,
    restoreMocks: true,
    unstubEnvs: true,
    unstubGlobals: true,
    reporters: ['default', ['json', { outputFile: fromRoot('test-results/vitest.json') }]],
  },
});
