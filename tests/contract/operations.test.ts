// The `commonboard` command beside a running server and without one, and what a server does by itself.
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { BoardId } from '@commonboard/shared/protocol/ids.ts';
import { houseRound } from '@commonboard/server/ops/housekeeping.ts';
import type { Admin } from '@commonboard/server/ops/admin.ts';
import { createLog } from '@commonboard/server/ops/log.ts';
import { commonboard } from '../support/commonboard-command.ts';
import { type ServerProcess, startServer } from '../support/server-process.ts';
import { call, joinAs, makeBoard } from '../support/test-server.ts';

let server: ServerProcess;
let folder: string;
beforeAll(async () => {
  server = await startServer();
  folder = await mkdtemp(join(tmpdir(), 'commonboard-ops-'));
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('the commonboard command', () => {
  it.each([[[]], [['dance']], [['list', '--all']], [['backup', 'a', 'b']], [['restore']]])(
    'says how it is used for %j',
    async (args) => {
      const said = await commonboard(server.dataDir, ...args);
      expect(said).toMatchObject({ code: 1, out: '' });
      expect(said.error).toContain('commonboard backup [folder]');
    },
  );

  it('says where it looked when there are no boards', async () => {
    const said = await commonboard(join(folder, 'nowhere'), 'list');
    expect(said).toMatchObject({ code: 1, out: '' });
    expect(said.error).toContain('Set DATA_DIR');
    await expect(stat(join(folder, 'nowhere'))).rejects.toThrow('ENOENT');
  });

  it('lists boards beside the running server, whatever their titles hold', async () => {
    const board = await makeBoard(server.origin, { title: 'Water \u001b[31m and \u202e schools' });
    await joinAs(server.origin, board);
    const { code, out, error } = await commonboard(server.dataDir, 'list');
    expect([code, error]).toEqual([0, '']);
    expect(out).toMatch(new RegExp(`^${board.id}  \\d{4}-\\d\\d-\\d\\d  1 people  \\d+ KB  Water`, 'm'));
    expect(out).not.toMatch(/[^\P{C}\n]/u);
  });

  it('deletes a board for everybody who is on it', async () => {
    const board = await makeBoard(server.origin);
    const { token } = await joinAs(server.origin, board);
    expect(await commonboard(server.dataDir, 'delete', 'no id')).toMatchObject({ code: 1 });
    expect(await commonboard(server.dataDir, 'delete', 'AAAAAAAAAAAAAAAA')).toMatchObject({
      code: 1,
      error: expect.stringContaining('no board'),
    });
    expect(await commonboard(server.dataDir, 'delete', '-AAAAAAAAAAAAAAA')).toMatchObject({
      code: 1,
      error: expect.stringContaining('no board'),
    });
    expect(await commonboard(server.dataDir, 'delete', board.id)).toMatchObject({ code: 0 });
    expect((await call(server.origin, 'GET', `/api/boards/${board.id}/records`, { token })).status).toBe(401);
  });

  it('does not restore under a running server, nor over boards that are there', async () => {
    const backup = join(folder, 'one');
    expect(await commonboard(server.dataDir, 'backup', backup)).toMatchObject({ code: 0 });
    expect((await stat(backup)).mode & 0o077).toBe(0);
    expect(await commonboard(server.dataDir, 'backup', backup)).toMatchObject({
      code: 1,
      error: expect.stringContaining('there already'),
    });
    expect(await commonboard(server.dataDir, 'restore', backup)).toMatchObject({
      code: 1,
      error: expect.stringContaining('Stop it'),
    });
    const elsewhere = join(folder, 'elsewhere');
    expect(await commonboard(elsewhere, 'restore', backup)).toMatchObject({ code: 0 });
    expect(await commonboard(elsewhere, 'restore', backup)).toMatchObject({
      code: 1,
      error: expect.stringContaining('--replace'),
    });
    const [first, second] = await Promise.all([server.dataDir, elsewhere].map((dir) => commonboard(dir, 'list')));
    expect(second?.out).toBe(first?.out);
  });

  it('a backup that is not what was written is not restored, and nothing is touched', async () => {
    const backup = join(folder, 'damaged');
    await commonboard(server.dataDir, 'backup', backup);
    const database = join(backup, 'commonboard.db');
    const bytes = await readFile(database);
    bytes[30_000] = (bytes[30_000] ?? 0) ^ 1;
    await writeFile(database, bytes);
    for (const act of ['restore', 'verify']) {
      const said = await commonboard(join(folder, 'untouched'), act, backup);
      expect(said).toMatchObject({ code: 1, error: expect.stringContaining('not what was written') });
    }
    const said = await commonboard(join(folder, 'untouched'), 'restore', folder);
    expect(said).toMatchObject({ code: 1, error: expect.stringContaining('is no backup') });
    expect(await readdir(join(folder, 'untouched'))).toEqual([]);
  });

  it('verify reads every board of a running server', async () => {
    await makeBoard(server.origin, { template: 'stakeholder-grid', examples: true });
    const { code, out } = await commonboard(server.dataDir, 'verify');
    expect([code, out]).toEqual([
      0,
      expect.stringMatching(/^Boards: [1-9]\d*, with [1-9]\d* things on them\. Problems: 0\.$/m),
    ]);
  });

  it("its socket is nobody else's, and takes nonsense", async () => {
    const path = join(server.dataDir, 'admin.sock');
    expect((await stat(path)).mode & 0o077).toBe(0);
    const answer = (said: string): Promise<string> =>
      new Promise((resolve) => {
        let text = '';
        const socket = connect(path, () => socket.write(said));
        socket.setEncoding('utf8').on('data', (piece: string) => (text += piece));
        socket.once('close', () => resolve(text));
        socket.on('error', () => undefined);
      });
    for (const said of [
      '{}\n',
      'null\n',
      'GET / HTTP/1.1\n',
      '{"act":"copy"}\n',
      '{"act":"delete","board":"../.."}\n',
      `${'x'.repeat(40_000)}\n`,
    ])
      expect(JSON.parse(await answer(said))).toEqual({ error: expect.any(String) });
    expect(await commonboard(server.dataDir, 'list')).toMatchObject({ code: 0 });
  });

  it('after kill -9 the next server takes the socket over', async () => {
    await server.kill9();
    await server.restart();
    expect(await commonboard(server.dataDir, 'list')).toMatchObject({ code: 0, error: '' });
  });
});

describe('what the server does by itself', () => {
  const day = 24 * 60 * 60_000;
  const now = Date.UTC(2027, 5, 1);
  const logged: string[] = [];
  let deleted: string[] = [];
  const boards = [0, 29, 31].map((days) => ({
    id: `board${days}`.padEnd(16, '0') as BoardId,
    title: '',
    createdAt: 0,
    usedAt: now - days * day,
    participants: 1,
    bytes: 1,
  }));
  const admin: Admin = {
    listBoards: async () => boards,
    deleteBoard: async (board) => deleted.push(board) > 0,
    copyDatabase: (file) => writeFile(file, 'database'),
  };
  const deps = (config: object) => ({
    config: { dataDir: folder, keepDays: null, backupDir: null, backupEveryHours: 1, backupsKept: 2, ...config },
    admin,
    log: createLog((line) => logged.push(line)),
    now: () => now,
  });
  afterEach(() => {
    deleted = [];
    logged.length = 0;
  });

  it('keeps boards for ever unless told otherwise', async () => {
    await houseRound(deps({}));
    expect(deleted).toEqual([]);
  });

  it('removes those that nobody has used for so many days, and says how many', async () => {
    await houseRound(deps({ keepDays: 30 }));
    expect(deleted).toEqual(['board31000000000']);
    expect(logged.join()).toMatch(/"boards":1,"days":30/);
  });

  it('makes a backup when one is due, keeps the newest, and clears what was cut off', async () => {
    const backupDir = join(folder, 'by-itself');
    const name = (hours: number): string =>
      `commonboard-${new Date(now - hours * 3_600_000).toISOString().replace('.000', '').replaceAll(':', '-')}`;
    for (const one of [name(50), name(2), `${name(3)}.part`, 'something-else'])
      await mkdir(join(backupDir, one), { recursive: true });
    await houseRound(deps({ backupDir }));
    expect((await readdir(backupDir)).toSorted()).toEqual([name(2), name(0), 'something-else'].toSorted());
    expect(JSON.parse(await readFile(join(backupDir, name(0), 'backup.json'), 'utf8'))).toMatchObject({
      boards: 3,
      format: 1,
    });
    await houseRound(deps({ backupDir }));
    expect(await readdir(backupDir)).toHaveLength(3);
  });

  it('says when it cannot, and does the rest', async () => {
    const file = join(folder, 'a-file');
    await writeFile(file, '');
    await houseRound({
      ...deps({ keepDays: 30, backupDir: join(file, 'x') }),
      admin: { ...admin, listBoards: async () => Promise.reject(new Error('no')) },
    });
    expect(logged.filter((line) => line.includes('"level":"error"'))).toHaveLength(2);
  });
});
