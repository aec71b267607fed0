// Brings a checkout to the state in which it can run: packages installed, page built. Does only what has changed since it
// last did it. Plain JavaScript without dependencies, for any Node >= 20; `npm start` and `npm test` call it.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const root = fileURLToPath(new URL('../..', import.meta.url));
const inRoot = (path) => join(root, path);
const isWindows = process.platform === 'win32';

/** The Node.js that the lockfile pins, installed like any other package. */
export const pinnedNode = inRoot(isWindows ? 'node_modules/node/bin/node.exe' : 'node_modules/node/bin/node');

const pnpmVersion = '12.21.0';
const workspaces = ['.', 'client', 'server', 'shared', 'tests'];
const installedStamp = inRoot('node_modules/.commonboard-installed');
const clientDist = inRoot('client/dist');
const builtStamp = '.commonboard-built';
const compressible = /\.(?:js|css|svg|json|html|txt|wasm)$/;
const compressBytesMin = 1024;
/** Lines of a failed command that are shown. */
const shownLines = 25;

const reasons = [
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_PNPM_META_FETCH_FAIL/,
    'The package registry could not be reached. Check the connection of this machine (and its proxy settings), then try again.',
  ],
  [/ENOSPC/, 'The disk is full. Commonboard needs about 1 GB for its packages.'],
  [/EACCES|EPERM/, 'A file could not be written. Check who owns this folder.'],
  [
    /ERR_PNPM_OUTDATED_LOCKFILE/,
    `pnpm-lock.yaml does not fit the package.json files. Run "npx pnpm@${pnpmVersion} install" and commit the result.`,
  ],
];

/** Ends the process with a sentence when something cannot be done. */
export async function prepare({ build }) {
  try {
    await install();
    if (build) await buildPage();
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exit(1);
  }
}

async function install() {
  const files = ['pnpm-lock.yaml', 'pnpm-workspace.yaml', ...workspaces.map((one) => join(one, 'package.json'))];
  const stamp = await hashOf(files.filter((file) => existsSync(inRoot(file))));
  if (existsSync(pinnedNode) && (await read(installedStamp)) === stamp) return;
  console.log('Installing packages. The first time this takes a minute or two.');
  const pnpm = ['--yes', `pnpm@${pnpmVersion}`, 'install', '--frozen-lockfile'];
  await run('npx', pnpm, 'The packages could not be installed.', isWindows);
  await writeFile(installedStamp, stamp);
}

async function buildPage() {
  const sources = [...(await filesIn('client')), ...(await filesIn('shared'))];
  const stamp = await hashOf(['pnpm-lock.yaml', ...sources]);
  if (existsSync(join(clientDist, 'index.html')) && (await read(join(clientDist, builtStamp))) === stamp) return;
  console.log('Building the page.');
  // Made aside and put in place whole: a server may be running on the old one, and another start may build as well.
  const workshop = inRoot(`node_modules/.cache/commonboard-${process.pid}`);
  const [made, old] = [join(workshop, 'made'), join(workshop, 'old')];
  await mkdir(workshop, { recursive: true });
  const vite = inRoot('client/node_modules/vite/bin/vite.js');
  try {
    const build = [vite, 'build', 'client', '--outDir', made, '--emptyOutDir'];
    await run(pinnedNode, build, 'The page could not be built.', false);
    await compressFiles(made);
    await writeFile(join(made, builtStamp), stamp);
    if (existsSync(clientDist)) await rename(clientDist, old);
    await rename(made, clientDist);
  } finally {
    await rm(workshop, { recursive: true, force: true });
  }
}

/** Beside each text file its compressed forms, so that the server never compresses the same file twice. */
async function compressFiles(folder) {
  const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
  const compress = async (file) => {
    const bytes = await readFile(file);
    if (bytes.length < compressBytesMin) return;
    await writeFile(`${file}.br`, await promisify(brotliCompress)(bytes, brotli));
    await writeFile(`${file}.gz`, await promisify(gzip)(bytes, { level: 9 }));
  };
  const files = (await listFiles(folder)).filter((file) => compressible.test(file));
  await Promise.all(files.map(compress));
}

async function filesIn(folder) {
  const files = await listFiles(inRoot(folder));
  return files.map((file) => file.slice(root.length)).sort();
}

async function listFiles(folder) {
  const entries = await readdir(folder, { withFileTypes: true });
  const lists = entries
    .filter(({ name }) => name !== 'node_modules' && name !== 'dist')
    .map((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? listFiles(path) : [path];
    });
  return (await Promise.all(lists)).flat();
}

async function hashOf(files) {
  const hash = createHash('sha256').update(process.platform);
  const contents = await Promise.all(files.map((file) => readFile(inRoot(file))));
  files.forEach((file, index) => hash.update(`\0${file}\0`).update(contents[index]));
  return hash.digest('hex');
}

async function read(file) {
  return readFile(file, 'utf8').catch(() => null);
}

/** Runs quietly; rejects with the sentence, the likely reason and the command's last lines. */
function run(command, args, failure, shell) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, shell, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        output = (output + text).slice(-100_000);
      });
    }
    child.on('error', (error) => reject(new Error(`${failure} ${command} could not be started: ${error.message}`)));
    child.on('close', (code) => {
      if (code === 0) {
        resolve();
        return;
      }
      const reason = reasons.find(([pattern]) => pattern.test(output))?.[1] ?? 'This is what it said:';
      const lines = output.trimEnd().split('\n').slice(-shownLines).join('\n');
      reject(new Error(`${lines}\n\n${failure} ${reason}`));
    });
  });
}
