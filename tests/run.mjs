// `npm test`. Runs on any Node >= 20: installs and builds what is missing, then hands over to the pinned Node.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const pinnedNode = fileURLToPath(new URL('../node_modules/node/bin/node', import.meta.url));

if (Number.parseInt(process.versions.node, 10) < 20) {
  console.error(`Node ${process.versions.node} is too old for Commonboard: please use Node 20 or newer.`);
  process.exit(1);
}

const { prepare } = await import('../server/ops/prepare.mjs');
await prepare({ build: true });

const suites = spawn(pinnedNode, ['tests/runner/main.ts'], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => suites.kill(signal));
suites.on('error', (error) => {
  console.error(`The tests could not be started: ${error.message}`);
  process.exitCode = 1;
});
suites.on('close', (code) => {
  process.exitCode = code ?? 1;
});
