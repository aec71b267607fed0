// What a container runs: deploy/entrypoint.sh as a process, without a container around it.
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { pinnedNode, repositoryRoot, serveArguments } from '../support/repository.ts';
import { until } from '../support/sync-client.ts';

const script = join(repositoryRoot, 'deploy/entrypoint.sh');
let folder: string;
const children: ChildProcess[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'commonboard-container-'));
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

const environment = (dataDir: string) => ({
  PATH: [dirname(pinnedNode), process.env.PATH ?? ''].join(delimiter),
  DATA_DIR: dataDir,
  PORT: '0',
  HOST: '127.0.0.1',
});

it('starts the server on its data folder, and the signal to stop reaches it', async () => {
  const child = spawn(script, { cwd: '/', env: environment(join(folder, 'data')) });
  children.push(child);
  let said = '';
  child.stdout.on('data', (data: Buffer) => (said += data.toString()));
  await until(() => expect(said).toMatch(/is running at http:\/\/127\.0\.0\.1:\d+/));
  const list = await run(['list'], join(folder, 'data'));
  expect(list).toMatchObject({ code: 0, out: '0 boards\n' });
  const closed = once(child, 'close');
  child.kill('SIGTERM');
  expect(await closed).toEqual([0, null]);
});

it('says whose the data folder must be when it cannot be written', async () => {
  await writeFile(join(folder, 'file'), '');
  const { code, error } = await run([], join(folder, 'file', 'data'));
  expect(code).toBe(1);
  expect(error).toMatch(/cannot be written by user \d+.*chown -R \d+/);
});

it('the image starts it, and compose gives the server the time it takes to stop', async () => {
  const [image, compose] = await Promise.all(
    ['deploy/Dockerfile', 'deploy/compose.yaml'].map((file) => readFile(join(repositoryRoot, file), 'utf8')),
  );
  expect(image).toMatch(/^FROM node:24-/m);
  expect(image).toContain('ENTRYPOINT ["/app/deploy/entrypoint.sh"]');
  expect(image).toMatch(/^USER node$/m);
  expect(compose).toMatch(/stop_grace_period: [12]\ds/);
});

it('runs it as every other way to start it does', async () => {
  const [entry, start] = await Promise.all(
    ['deploy/entrypoint.sh', 'server/start.mjs'].map((file) => readFile(join(repositoryRoot, file), 'utf8')),
  );
  expect(entry).toContain(`exec node ${serveArguments.join(' ')}\n`);
  for (const flag of serveArguments.slice(0, -1)) expect(start).toContain(`'${flag}'`);
});

function run(args: string[], dataDir: string): Promise<{ code: number; out: string; error: string }> {
  return new Promise((resolve) => {
    execFile(script, args, { cwd: '/', env: environment(dataDir), timeout: 60_000 }, (failed, out, error) =>
      resolve({ code: failed ? Number(failed.code ?? 1) : 0, out, error }),
    );
  });
}
