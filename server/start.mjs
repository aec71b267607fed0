// `npm start`. Runs on any Node >= 20: installs and builds what is missing, then runs the server on the pinned Node.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

if (Number.parseInt(process.versions.node, 10) < 20) {
  console.error(`Node ${process.versions.node} is too old for Commonboard: please use Node 20 or newer.`);
  process.exit(1);
}

const { pinnedNode, prepare } = await import('./ops/prepare.mjs');
await prepare({ build: true });

const server = spawn(pinnedNode, [fileURLToPath(new URL('./main.ts', import.meta.url))], { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => server.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal));
}
server.on('error', (error) => {
  console.error(`The server could not be started: ${error.message}`);
  process.exitCode = 1;
});
server.on('close', (code) => {
  process.exitCode = code ?? 1;
});
