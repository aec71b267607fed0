// What an attacked package could do at install time, with our own settings and a registry of the test's own: nothing.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { repositoryRoot } from '../support/repository.ts';

const run = promisify(execFile);
const pnpmVersion = /pnpm@([\d.]+)/.exec(await readFile(join(repositoryRoot, 'README.md'), 'utf8'))?.[1] ?? '';
const version = '1.0.0';

let folder: string;
let registry: Server;
/** Packages by their name. */
const tarballs = new Map<string, Buffer>();
const integrity = new Map<string, string>();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'commonboard-supply-'));
  await publish('quiet-package', {});
  await publish('script-package', {
    scripts: { postinstall: `node -e "require('fs').writeFileSync('${folder}/ran','')"` },
  });
  registry = createServer((request, response) => {
    const [, name = '', rest] = (request.url ?? '').split('/');
    const tarball = tarballs.get(name);
    if (!tarball) return void response.writeHead(404).end();
    if (rest !== undefined) return void response.end(tarball);
    const dist = { tarball: `${origin()}/${name}/-/${name}.tgz`, integrity: integrity.get(name) };
    const manifest = { name, version, dist, ...(name === 'script-package' && { hasInstallScript: true }) };
    const time = {
      created: '2020-01-01T00:00:00.000Z',
      modified: '2020-01-01T00:00:00.000Z',
      [version]: '2020-01-01T00:00:00.000Z',
    };
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ name, 'dist-tags': { latest: version }, versions: { [version]: manifest }, time }));
  });
  await new Promise<void>((resolve) => void registry.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  await new Promise((resolve) => registry.close(resolve));
  await rm(folder, { recursive: true, force: true });
});

const origin = (): string => `http://127.0.0.1:${(registry.address() as AddressInfo).port}`;

async function publish(name: string, more: object, words = ''): Promise<void> {
  const content = join(folder, `${name}-content`, 'package');
  await mkdir(content, { recursive: true });
  await writeFile(join(content, 'package.json'), JSON.stringify({ name, version, ...more }));
  await writeFile(join(content, 'index.js'), `// ${words}`);
  const file = join(folder, `${name}.tgz`);
  await run('tar', ['-czf', file, '-C', join(content, '..'), 'package']);
  const bytes = await readFile(file);
  tarballs.set(name, bytes);
  if (!integrity.has(name)) integrity.set(name, `sha512-${createHash('sha512').update(bytes).digest('base64')}`);
}

/** With the settings of this repository, and its own empty store. */
async function install(name: string, project: string, ...flags: string[]): Promise<{ code: number; said: string }> {
  const root = join(folder, project);
  await mkdir(root, { recursive: true });
  await writeFile(
    join(root, 'package.json'),
    JSON.stringify({ name: 'project', private: true, dependencies: { [name]: version } }),
  );
  const settings = await readFile(join(repositoryRoot, 'pnpm-workspace.yaml'), 'utf8');
  // Without the packages of the workspace and their one copy; what is wrong once is wrong again.
  const own = settings.replace(/^packages:\n( {2}- .*\n)+/, '').replace(/^overrides:[^]*/m, '');
  await writeFile(join(root, 'pnpm-workspace.yaml'), `${own}\nfetchRetries: 0\n`);
  const store = await mkdtemp(join(folder, 'store-'));
  const args = ['--yes', `pnpm@${pnpmVersion}`, 'install', '--registry', origin(), '--store-dir', store, ...flags];
  const environment = { ...process.env, CI: 'true', npm_config_registry: '', XDG_CACHE_HOME: store };
  return run('npx', args, { cwd: root, env: environment, timeout: 90_000 }).then(
    ({ stdout, stderr }) => ({ code: 0, said: stdout + stderr }),
    (error: { code?: number; stdout?: string; stderr?: string }) => ({
      code: error.code ?? 1,
      said: `${error.stdout ?? ''}${error.stderr ?? ''}`,
    }),
  );
}

it(
  'a script of a package that is not on the list does not run, and the install fails',
  { timeout: 120_000 },
  async () => {
    const { code, said } = await install('script-package', 'scripts', '--no-frozen-lockfile');
    expect(said).toContain('script-package');
    expect(code).not.toBe(0);
    await expect(stat(join(folder, 'ran'))).rejects.toThrow('ENOENT');
  },
);

it('a package that is not what the lockfile knows is not installed', { timeout: 120_000 }, async () => {
  expect(await install('quiet-package', 'good', '--no-frozen-lockfile')).toMatchObject({ code: 0 });
  await publish('quiet-package', {}, 'something else');
  await mkdir(join(folder, 'tampered'));
  await cp(join(folder, 'good/pnpm-lock.yaml'), join(folder, 'tampered/pnpm-lock.yaml'));
  const { code, said } = await install('quiet-package', 'tampered', '--frozen-lockfile');
  expect(said).toMatch(/integrity|checksum/i);
  expect(code).not.toBe(0);
  await expect(stat(join(folder, 'tampered/node_modules/quiet-package/index.js'))).rejects.toThrow('ENOENT');
});
