// A backup is put into a folder that holds boards already, and is cut off at each move. Rule R91.
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeBackup } from '@commonboard/server/ops/backup.ts';
import {
  cutOffRestore,
  finishRestore,
  refuseHalfRestored,
  restoreBackup,
  undoRestore,
} from '@commonboard/server/ops/restore.ts';
import { commonboard } from '../support/commonboard-command.ts';
import { startServer } from '../support/server-process.ts';
import { call, makeBoard } from '../support/test-server.ts';

let folder: string;
let dataDir: string;
let backup: string;
const now = new Date(Date.UTC(2027, 0, 1));
const isHere = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'commonboard-restore-'));
  dataDir = join(folder, 'data');
  backup = join(folder, 'backup');
  const source = join(folder, 'source');
  await fill(source, 'new', ['assets']);
  const admin = {
    listBoards: async () => [],
    copyDatabase: (file: string) => writeFile(file, 'new database'),
  };
  await makeBackup(admin, source, backup, now);
  await fill(dataDir, 'old', ['commonboard.db', 'commonboard.db-wal']);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function fill(to: string, text: string, names: string[]): Promise<void> {
  const board = join(to, 'assets', 'AAAAAAAAAAAAAAAA');
  await mkdir(board, { recursive: true });
  await writeFile(join(board, `${'a'.repeat(64)}.png`), text);
  for (const name of names) if (name !== 'assets') await writeFile(join(to, name), `${text} database`);
}

/** Each file below the data folder with its text, without what is aside. */
async function held(): Promise<Record<string, string>> {
  const names = await readdir(dataDir, { recursive: true });
  const files: Record<string, string> = {};
  for (const name of names)
    if (!name.startsWith('before-') && (await stat(join(dataDir, name))).isFile())
      files[name] = await readFile(join(dataDir, name), 'utf8');
  return files;
}

/** Stops where the process would be killed: after so many moves. */
function killedAfter(moves: number): (from: string, to: string) => Promise<void> {
  let left = moves;
  return async (from, to) => {
    if (left-- === 0) throw new Error('killed');
    await rename(from, to);
  };
}

/** Three old names go aside, two new ones come in. */
const cuts = [0, 1, 2, 3, 4];
const cutOff = (moves: number) =>
  expect(restoreBackup(backup, dataDir, { replace: true, now, move: killedAfter(moves) })).rejects.toThrow('killed');

describe.each(cuts)('[R91] a restore that is cut off after %i moves', (moves) => {
  it('is refused by a server and by the next restore, with a sentence, and can be finished', async () => {
    await restoreBackup(backup, join(folder, 'elsewhere'), { replace: false, now });
    await cutOff(moves);
    expect(() => refuseHalfRestored(dataDir)).toThrow(/was cut off.*--finish.*--undo/);
    await expect(restoreBackup(backup, dataDir, { replace: true, now })).rejects.toThrow(/was cut off/);
    const plan = cutOffRestore(dataDir);
    if (plan) await finishRestore(dataDir, plan);
    expect(() => refuseHalfRestored(dataDir)).not.toThrow();
    const after = await held();
    dataDir = join(folder, 'elsewhere');
    expect(after).toEqual(await held());
  });

  it.each([0, 1, 2, 3, 4])('can be taken back, also when that is cut off after %i moves', async (movesBack) => {
    const before = await held();
    await cutOff(moves);
    const plan = cutOffRestore(dataDir);
    if (!plan) throw new Error('The plan is not there.');
    await undoRestore(dataDir, plan, killedAfter(movesBack)).catch(() => undefined);
    const again = cutOffRestore(dataDir);
    if (again) await undoRestore(dataDir, again);
    expect(await held()).toEqual(before);
    expect((await readdir(dataDir)).filter((name) => /^(before|restoring)/.test(name))).toEqual([]);
  });
});

it('[R91] a restore that was cut off while it copied has changed nothing', async () => {
  const before = await held();
  await mkdir(join(dataDir, 'restoring'));
  await writeFile(join(dataDir, 'restoring', 'commonboard.db'), 'half');
  expect(() => refuseHalfRestored(dataDir)).not.toThrow();
  expect(cutOffRestore(dataDir)).toBeNull();
  await restoreBackup(backup, dataDir, { replace: true, now });
  expect(await isHere(join(dataDir, 'restoring'))).toBe(false);
  expect(Object.keys(before)).not.toEqual(Object.keys(await held()));
});

it('[R91] a server does not start with half of it, and the command finishes it', async () => {
  const server = await startServer();
  try {
    const board = await makeBoard(server.origin);
    const kept = join(folder, 'kept');
    expect(await commonboard(server.dataDir, 'backup', kept)).toMatchObject({ code: 0 });
    expect(await commonboard(server.dataDir, 'restore', '--finish')).toMatchObject({ code: 1 });
    await server.kill9();
    const half = { replace: true, now, move: killedAfter(1) };
    await expect(restoreBackup(kept, server.dataDir, half)).rejects.toThrow('killed');
    await expect(server.restart()).rejects.toThrow('commonboard restore --finish');
    expect(server.output()).toContain('commonboard restore --finish');
    for (const act of [['list'], ['verify'], ['restore', kept, '--replace']])
      expect(await commonboard(server.dataDir, ...act)).toMatchObject({
        code: 1,
        error: expect.stringContaining('--finish'),
      });
    for (const wrong of [
      ['--finish', '--undo'],
      ['--finish', '--replace'],
      [kept, '--undo'],
    ])
      expect((await commonboard(server.dataDir, 'restore', ...wrong)).error).toContain('commonboard restore <folder>');
    expect(await commonboard(server.dataDir, 'restore', '--finish')).toMatchObject({ code: 0, error: '' });
    await server.restart();
    const key = board.keys.edit;
    expect((await call(server.origin, 'POST', `/api/boards/${board.id}/join`, { json: { key } })).status).toBe(200);
  } finally {
    await server.stop();
  }
}, 120_000);
