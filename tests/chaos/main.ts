// `pnpm chaos`: the chaos suite in its long form, then one table of all faults on the screen and in test-results/chaos.json.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pinnedNode, repositoryRoot } from '../support/repository.ts';
import { type ChaosRow, chaosTable, rowsFolder, shownElsewhere } from './chaos-row.ts';

// Rows of an earlier run must not be read as this one's.
rmSync(rowsFolder, { recursive: true, force: true });
const wanted = process.argv.slice(2);
const vitest = [
  'tests/node_modules/vitest/vitest.mjs',
  'run',
  '--config',
  'tests/vitest.config.ts',
  '--project',
  'chaos',
];
const suite = spawn(pinnedNode, [...vitest, ...wanted], {
  cwd: repositoryRoot,
  env: { ...process.env, CHAOS: 'long' },
  stdio: ['ignore', 'inherit', 'inherit'],
});
const [code] = (await once(suite, 'close')) as [number | null];
const names = existsSync(rowsFolder) ? readdirSync(rowsFolder) : [];
const rows = names.map((name) => JSON.parse(readFileSync(join(rowsFolder, name), 'utf8')) as ChaosRow);
console.log(`\n${chaosTable(rows)}\n\n${shownElsewhere.join('\n')}\n`);
const held = code === 0 && rows.length > 0 && rows.every((row) => row.held);
writeFileSync(
  join(repositoryRoot, 'test-results', 'chaos.json'),
  JSON.stringify({ at: new Date().toISOString(), node: process.version, held, rows }, null, 2),
);
console.log(held ? 'All promises hold.' : 'Not all promises hold.');
process.exitCode = held ? 0 : 1;
