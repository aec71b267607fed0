// Runs every suite, one after the other, and says in its last line how they ended.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pinnedNode, repositoryRoot } from '../support/repository.ts';
import { findBrowser } from './browser.ts';
import { findNginx } from './nginx.ts';
import { add, countPlaywright, countVitest, line, none, settle, type Counts } from './counts.ts';

interface Suite {
  command: readonly string[];
  /** The tool's own JSON report. */
  report: string;
  count(report: unknown): Counts;
  /** A suite that runs longer is ended and counts as failed. */
  minutesMax: number;
}

const reports = join(repositoryRoot, 'test-results');

const suites: readonly Suite[] = [
  {
    command: ['tests/node_modules/vitest/vitest.mjs', 'run', '--config', 'tests/vitest.config.ts'],
    report: join(reports, 'vitest.json'),
    count: countVitest,
    minutesMax: 16,
  },
  {
    command: ['tests/node_modules/@playwright/test/cli.js', 'test', '--config', 'tests/playwright.config.ts'],
    report: join(reports, 'playwright.json'),
    count: countPlaywright,
    minutesMax: 32,
  },
];

const browser = await findBrowser();
if (browser === null) process.exit(1);
console.log(`Browser: ${browser}`);
const nginx = findNginx();
console.log(nginx === null ? 'No nginx here: the example for it is not tried.' : `nginx: ${nginx}`);

await mkdir(reports, { recursive: true });
let total = none;
for (const suite of suites) total = add(total, await runSuite(suite, browser));
console.log(line(total));
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;

async function runSuite(suite: Suite, chromiumPath: string): Promise<Counts> {
  // A report left from an earlier run must not be read as this one's.
  await rm(suite.report, { force: true });
  const child = spawn(pinnedNode, suite.command, {
    cwd: repositoryRoot,
    env: { ...process.env, CHROMIUM_PATH: chromiumPath, NGINX_PATH: nginx ?? '' },
    stdio: ['ignore', 'inherit', 'inherit'],
    timeout: suite.minutesMax * 60_000,
  });
  const [code] = (await once(child, 'close')) as [number | null];
  const report: unknown = existsSync(suite.report) ? JSON.parse(await readFile(suite.report, 'utf8')) : null;
  return settle(report === null ? none : suite.count(report), code);
}
