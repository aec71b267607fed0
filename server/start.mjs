// `npm start`. Runs on any Node >= 20: installs and builds what is missing, then runs the server on the pinned Node.
// The script in package.json begins with `exec`: npm passes a signal to its shell only, and a shell that stands between
// dies of it without a word. (Windows has no `exec` and takes the part behind the bars.)
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

if (Number.parseInt(process.versions.node, 10) < 20) {
  console.error(`Node ${process.versions.node} is too old for Commonboard: please use Node 20 or newer.`);
  process.exit(1);
}

const { pinnedNode, prepare } = await import('./ops/prepare.mjs');
await prepare({ build: true });

// Little room for what is young: V8 would keep three times as much memory for each open board, and is no faster for it.
const flags = ['--max-semi-space-size=16'];
// The channel tells the server when this process ends, whatever ends it.
const server = spawn(pinnedNode, [...flags, fileURLToPath(new URL('./main.ts', import.meta.url))], {
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
});
if (process.env.npm_lifecycle_event !== undefined) stopWithParent();
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

/** Without npm (or its shell) nobody would pass signals on any more, and the data folder would stay locked. */
function stopWithParent() {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    server.kill('SIGTERM');
  }, 250);
  watch.unref();
}
