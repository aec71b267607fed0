// `commonboard list | backup | restore | verify | delete`, beside a running server or without one. The only other place, beside
// main.ts, that reads the environment and ends the process.
import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { boardIdSchema } from '@commonboard/shared/protocol/ids.ts';
import { createAssetFiles } from '../assets/asset-files.ts';
import { databaseFile, openSqliteStore } from '../storage/sqlite.ts';
import type { Admin } from './admin.ts';
import { findRunningServer } from './admin-socket.ts';
import { makeBackup, readBackup, stamp } from './backup.ts';
import { cutOffRestore, finishRestore, refuseHalfRestored, restoreBackup, undoRestore } from './restore.ts';
import { verifyCopy } from './verify.ts';

const help = `commonboard list                        all boards, the one used last first
commonboard backup [folder]             copies everything into a new folder (backups/<time>)
commonboard restore <folder> [--replace]  puts a backup into the data folder; the server must be stopped
commonboard restore --finish | --undo   completes a restore that was cut off, or takes it back
commonboard verify [folder]             reads every board and its versions, of the data folder or of a backup
commonboard delete <board id>           removes a board with all that belongs to it

The data folder is DATA_DIR (./data). All but "restore" work while the server runs.`;

const options = { replace: { type: 'boolean' }, finish: { type: 'boolean' }, undo: { type: 'boolean' } } as const;

class Refused extends Error {}

process.umask(0o077);
const dataDir = resolve(process.env.DATA_DIR?.trim() || './data');
try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

/** Gives the exit code. */
async function run(args: string[]): Promise<number> {
  const { values, positionals } = readArguments(args);
  const [act, target, ...more] = positionals;
  if (more.length > 0) throw new Refused(help);
  switch (act) {
    case 'list':
      return withAdmin(list);
    case 'backup':
      return withAdmin((admin) => backUp(admin, target));
    case 'restore':
      return restore(target, values);
    case 'verify':
      return target === undefined ? withAdmin(verifyData) : verifyBackup(resolve(target));
    case 'delete':
      return withAdmin((admin) => remove(admin, target));
    default:
      throw new Refused(help);
  }
}

type Options = { [Name in keyof typeof options]?: boolean };

function readArguments(args: string[]) {
  try {
    // The id of a board may begin with a stroke.
    const given = args[0] === 'delete' ? ['delete', '--', ...args.slice(1)] : args;
    return parseArgs({ args: given, allowPositionals: true, options });
  } catch {
    throw new Refused(help);
  }
}

/** Asks the running server, or opens the folder itself, so that no server can start meanwhile. */
async function withAdmin(work: (admin: Admin) => Promise<number>): Promise<number> {
  const running = await findRunningServer(dataDir);
  if (running) return work(running);
  refuseHalfRestored(dataDir);
  if (!existsSync(join(dataDir, databaseFile)))
    throw new Refused(`There are no boards in ${dataDir}. Set DATA_DIR to the data folder of the server.`);
  const store = await openSqliteStore(dataDir, null, (problem) => console.error(problem));
  const assets = createAssetFiles(dataDir);
  try {
    return await work({
      listBoards: () => store.listBoards(),
      copyDatabase: (file) => store.copyTo(file),
      async deleteBoard(board) {
        if (!(await store.findBoard(board))) return false;
        await store.deleteBoard(board);
        await assets.removeBoard(board);
        return true;
      },
    });
  } finally {
    await store.close();
  }
}

async function list(admin: Admin): Promise<number> {
  const boards = await admin.listBoards();
  for (const { id, title, usedAt, participants, bytes } of boards)
    console.log(
      [id, day(usedAt), `${participants} people`, `${Math.ceil(bytes / 1024)} KB`, oneLine(title)].join('  '),
    );
  console.log(boards.length === 1 ? '1 board' : `${boards.length} boards`);
  return 0;
}

async function backUp(admin: Admin, target: string | undefined): Promise<number> {
  const now = new Date();
  const folder = resolve(target ?? join('backups', stamp(now)));
  const { boards } = await makeBackup(admin, dataDir, folder, now);
  console.log(`Boards: ${boards}. The backup is in ${folder}. Keep it as safe as the server: it opens every board.`);
  return 0;
}

async function restore(target: string | undefined, { replace = false, finish, undo }: Options): Promise<number> {
  const endsOne = finish === true || undo === true;
  if ((target === undefined) !== endsOne || (endsOne && (replace || finish === undo))) throw new Refused(help);
  if (await findRunningServer(dataDir)) throw new Refused('The server is running. Stop it, then restore.');
  if (target === undefined) return endRestore(finish === true);
  await mkdir(dataDir, { recursive: true });
  // A server that the socket does not show still holds its database.
  if (existsSync(join(dataDir, databaseFile))) {
    const held = await openSqliteStore(dataDir, null).catch((error: Error) => error);
    if (!(held instanceof Error)) await held.close();
    else if (held.message.includes('in use')) throw new Refused(held.message);
  }
  const { manifest, aside } = await restoreBackup(resolve(target), dataDir, { replace, now: new Date() });
  if (aside !== null) console.log(`What was there before is in ${aside}.`);
  console.log(`Boards: ${manifest.boards}, as of ${manifest.madeAt}. Start the server; the old links work.`);
  return 0;
}

async function endRestore(isWanted: boolean): Promise<number> {
  const plan = cutOffRestore(dataDir);
  if (!plan) throw new Refused(`No restore into ${dataDir} was cut off.`);
  await (isWanted ? finishRestore : undoRestore)(dataDir, plan);
  console.log(
    isWanted
      ? `Boards: ${plan.boards}, as of ${plan.madeAt}. Start the server; the old links work.`
      : 'What was there before the restore is back.',
  );
  return 0;
}

async function remove(admin: Admin, target: string | undefined): Promise<number> {
  const board = boardIdSchema.safeParse(target);
  if (!board.success)
    throw new Refused('Say which board: commonboard delete <board id>. "commonboard list" shows them.');
  if (!(await admin.deleteBoard(board.data))) throw new Refused('There is no board with this id.');
  console.log('The board is gone. Older backups still hold it.');
  return 0;
}

function verifyData(admin: Admin): Promise<number> {
  return verifyIn((copy) => admin.copyDatabase(copy));
}

async function verifyBackup(folder: string): Promise<number> {
  await readBackup(folder);
  return verifyIn((copy) => copyFile(join(folder, databaseFile), copy));
}

/** Reading sets damaged rows aside, so a copy is read. */
async function verifyIn(copyInto: (file: string) => Promise<void>): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'commonboard-verify-'));
  try {
    await copyInto(join(folder, databaseFile));
    const { boards, records, problems } = await verifyCopy(folder);
    for (const problem of problems) console.error(problem);
    console.log(`Boards: ${boards}, with ${records} things on them. Problems: ${problems.length}.`);
    return problems.length > 0 ? 1 : 0;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function day(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/** A title may hold anything; a terminal must not obey it. */
function oneLine(title: string): string {
  return title.replaceAll(/\p{C}+/gu, ' ');
}
