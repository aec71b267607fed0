// The published servers that ours is compared with: installed once beside the repository's own packages, from the registry, in
// exact versions. They want versions of yjs, ws and protocols beside which ours must not stand.
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { pinnedNode, repositoryRoot } from '../../support/repository.ts';
import type { ServerProcess } from '../../support/server-process.ts';
import { waitUntil } from './pace.ts';

const packages = {
  name: 'bench-peers',
  private: true,
  type: 'module',
  dependencies: {
    '@hocuspocus/extension-database': '4.7.0',
    '@hocuspocus/server': '4.7.0',
    '@tldraw/sync-core': '5.4.2',
    '@tldraw/tlschema': '5.4.2',
    '@y/websocket-server': '0.1.5',
    ws: '8.23.0',
    'y-leveldb': '0.1.2',
    'y-protocols': '1.0.7',
    'y-websocket': '2.1.0',
    yjs: '13.6.33',
  },
  // As published, 0.1.5 mixes two majors of yjs and passes nothing on.
  overrides: { yjs: '$yjs', '@y/websocket-server': { '@y/protocols': 'npm:y-protocols@1.0.7' } },
};
const folder = join(repositoryRoot, 'node_modules/.cache/bench-peers');
const scripts = join(import.meta.dirname, 'peers');
const startMs = 20_000;
const stopMs = 5_000;

const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

let installing: Promise<void> | null = null;

/** Needs the npm registry, once. */
async function installPeers(): Promise<void> {
  await mkdir(folder, { recursive: true });
  const wanted = JSON.stringify(packages, null, 2);
  const stamp = join(folder, 'installed.json');
  if ((await readFile(stamp, 'utf8').catch(() => '')) !== wanted) {
    await rm(join(folder, 'node_modules'), { recursive: true, force: true });
    await writeFile(join(folder, 'package.json'), wanted);
    await promisify(execFile)('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: folder });
    await writeFile(stamp, wanted);
  }
  for (const script of await readdir(scripts)) await copyFile(join(scripts, script), join(folder, script));
}

export type PeerScript = 'y-websocket-server' | 'y-websocket-2' | 'hocuspocus' | 'tldraw-sync';

export async function startPeer(
  script: PeerScript,
  settings: (dataDir: string) => Record<string, string>,
): Promise<ServerProcess> {
  await (installing ??= installPeers());
  return startScript(join(folder, `${script}.mjs`), folder, settings);
}

/** Any server that prints `listening on <port>`. */
export async function startScript(
  script: string,
  cwd: string,
  settings: (dataDir: string) => Record<string, string>,
): Promise<ServerProcess> {
  const dataDir = await mkdtemp(join(tmpdir(), 'bench-peer-'));
  let printed = '';
  let port = '0';
  const launch = async (): Promise<ChildProcess> => {
    const child = spawn(pinnedNode, [script], {
      cwd,
      env: {
        PATH: process.env.PATH ?? '',
        NODE_ENV: 'production',
        PORT: port,
        HOST: '127.0.0.1',
        ...settings(dataDir),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running.add(child);
    const before = printed.length;
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => (printed += text));
    const found = (): string | undefined => /listening on (\d+)/.exec(printed.slice(before))?.[1];
    await waitUntil(() => found() !== undefined || child.exitCode !== null, startMs);
    const announced = found();
    if (announced === undefined) throw new Error(`${script} did not start. It said:\n${printed}`);
    port = announced;
    return child;
  };
  let child = await launch();
  return {
    get origin() {
      return `http://127.0.0.1:${port}`;
    },
    dataDir,
    pid: () => child.pid ?? 0,
    output: () => printed,
    kill9: () => end(child, 'SIGKILL'),
    async restart() {
      await end(child, 'SIGTERM');
      child = await launch();
    },
    async stop() {
      await end(child, 'SIGTERM');
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  running.delete(child);
  if (child.exitCode !== null || child.signalCode !== null) return;
  const closed = once(child, 'close');
  child.kill(signal);
  const deadline = setTimeout(() => child.kill('SIGKILL'), stopMs);
  await closed;
  clearTimeout(deadline);
}
