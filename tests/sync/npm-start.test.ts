// `npm start` as a tree of real processes: npm, start.mjs, the server. Whichever of them is ended, the server stops in order.
import { type ChildProcess, spawn } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, expect, it } from 'vitest';
import { pinnedNode, repositoryRoot } from '../support/repository.ts';
import { until } from '../support/sync-client.ts';

interface Tree {
  npm: ChildProcess;
  /** Process ids of start.mjs and of the server. */
  launcher: number;
  server: number;
  said(): string;
}

const stops: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

/** The repository's own start script and launcher; packages and page count as prepared. */
async function npmStart(): Promise<Tree> {
  const root = await mkdtemp(join(tmpdir(), 'commonboard-start-'));
  stops.push(() => rm(root, { recursive: true, force: true }));
  await mkdir(join(root, 'server/ops'), { recursive: true });
  for (const file of ['package.json', 'server/start.mjs']) await copyFile(join(repositoryRoot, file), join(root, file));
  const prepared = `export const pinnedNode = ${JSON.stringify(pinnedNode)}; export const prepare = async () => {};`;
  await writeFile(join(root, 'server/ops/prepare.mjs'), prepared);
  const main = pathToFileURL(join(repositoryRoot, 'server/main.ts')).href;
  const shown = 'console.log(`launcher ${process.ppid} server ${process.pid}.`);';
  await writeFile(join(root, 'server/main.ts'), `${shown} await import(${JSON.stringify(main)});`);
  const env = { PATH: process.env.PATH ?? '', HOME: root, PORT: '0', HOST: '127.0.0.1', DATA_DIR: join(root, 'data') };
  const npm = spawn('npm', ['start'], { cwd: root, env });
  let text = '';
  npm.stdout.on('data', (data: Buffer) => (text += data.toString()));
  npm.stderr.on('data', (data: Buffer) => (text += data.toString()));
  stops.push(() => void npm.kill('SIGKILL'));
  await until(() => expect(text).toMatch(/is running at/));
  const [, launcher, server] = /launcher (\d+) server (\d+)\./.exec(text) ?? [];
  const tree = { npm, launcher: Number(launcher), server: Number(server), said: () => text };
  stops.push(() => {
    for (const pid of [tree.launcher, tree.server]) if (isAlive(pid)) process.kill(pid, 'SIGKILL');
  });
  return tree;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

it.each(['SIGTERM', 'SIGINT'] as const)(
  '[R29] %s to npm stops the server in order, and npm ends after it',
  async (signal) => {
    const tree = await npmStart();
    let aliveAfterNpm: boolean | null = null;
    tree.npm.once('exit', () => {
      aliveAfterNpm = isAlive(tree.server);
    });
    tree.npm.kill(signal);
    await until(() => expect(aliveAfterNpm).toBe(false));
    // What was written last comes through the pipe after the end.
    await until(() => expect(tree.said()).toMatch(/stopping/));
    expect(isAlive(tree.launcher)).toBe(false);
  },
);

it.each([
  ['npm', (tree: Tree): boolean => tree.npm.kill('SIGKILL')],
  ['start.mjs', (tree: Tree): boolean => process.kill(tree.launcher, 'SIGKILL')],
] as const)('[R29] the end of %s alone stops the server too', async (_, end) => {
  const tree = await npmStart();
  end(tree);
  await until(() => expect([isAlive(tree.launcher), isAlive(tree.server)]).toEqual([false, false]));
});
