// Real server processes on real files: power cuts, restarts, a full disk, two servers on one folder.
import { spawn } from 'node:child_process';
import { afterEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { closeCodes } from '@commonboard/shared/protocol/close-codes.ts';
import { type ServerProcess, startServer } from '../support/server-process.ts';
import { pinnedNode, repositoryRoot } from '../support/repository.ts';
import { plainProvider, SyncClient, until, write, written } from '../support/sync-client.ts';
import { call, joinAs, makeBoard } from '../support/test-server.ts';

const stops: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

async function start(settings: Record<string, string> = {}): Promise<ServerProcess> {
  const server = await startServer(settings);
  stops.push(() => server.stop());
  return server;
}
async function connect(server: ServerProcess, board: string, token: string): Promise<SyncClient> {
  const client = new SyncClient(server.origin, board, token);
  stops.push(() => client.stop());
  return client.ready();
}
/** Runs a server that is expected not to start. */
async function failedStart(env: Record<string, string>): Promise<{ code: number | null; said: string }> {
  const child = spawn(pinnedNode, ['server/main.ts'], {
    cwd: repositoryRoot,
    env: { PATH: process.env.PATH ?? '', PORT: '0', HOST: '127.0.0.1', ...env },
  });
  stops.push(() => void child.kill('SIGKILL'));
  let said = '';
  child.stdout.on('data', (text: Buffer) => (said += text.toString()));
  child.stderr.on('data', (text: Buffer) => (said += text.toString()));
  const code = await new Promise<number | null>((resolve) => {
    child.once('close', (exit) => resolve(exit));
  });
  return { code, said };
}

describe('what the server says instead of starting', () => {
  it('a setting that is wrong: one sentence each, no stack', async () => {
    const { code, said } = await failedStart({
      PORT: 'eighty',
      PUBLIC_URL: 'https://a.example/path',
      DATA_MAX_MB: '-1',
    });
    expect(code).toBe(1);
    expect(said.trim().split('\n')).toEqual([
      'PORT is "eighty", but it must be a port from 0 to 65535 (0 takes any free one).',
      expect.stringMatching(/^PUBLIC_URL is "https:\/\/a\.example\/path", but it must be an address without a path/),
      expect.stringMatching(/^DATA_MAX_MB is "-1", but it must be a whole number/),
    ]);
  });

  it('a folder that another server uses, and a port that is taken', async () => {
    const server = await start();
    const folder = await failedStart({ DATA_DIR: server.dataDir });
    expect(folder).toMatchObject({ code: 1, said: expect.stringMatching(/^The data folder is in use by another/) });
    const port = await failedStart({ DATA_DIR: `${server.dataDir}/other`, PORT: new URL(server.origin).port });
    expect(port).toMatchObject({ code: 1, said: expect.stringMatching(/^Port \d+ is in use by another program/) });
  });
});

describe('after a power cut', () => {
  it('[R17] everything that was called saved is there, and the same token gets in again', async () => {
    const server = await start();
    const board = await makeBoard(server.origin, { template: 'toc-backward-map' });
    const { token, resume, participantId } = await joinAs(server.origin, board);
    const client = await connect(server, board.id, token);
    for (let i = 0; i < 300; i++) write(client.doc, `k${i}`, i);
    await until(() => expect(client.settled).toBeGreaterThan(100));
    const saved = client.settled;
    await server.kill9();
    await server.restart();
    const again = await connect(server, board.id, token);
    // Frame 1 was the empty answer to step 1, so frame n wrote key n - 2.
    const keys = Object.keys(written(again.doc));
    for (let i = 0; i < saved - 1; i++) expect(keys).toContain(`k${i}`);
    expect(again.doc.getMap('rec').size).toBeGreaterThan(5);
    const rejoined = await joinAs(server.origin, board, 'edit', { resume });
    expect(rejoined.participantId).toBe(participantId);
  });

  it('[R29] a planned restart sends people away with 1012, ends within seconds, and they come back by themselves', async () => {
    const server = await start();
    const board = await makeBoard(server.origin);
    const { token } = await joinAs(server.origin, board);
    const full = await connect(server, board.id, token);
    const provider = plainProvider(server.origin, board.id, token);
    stops.push(() => provider.destroy());
    await until(() => expect(provider.synced).toBe(true));
    write(provider.doc, 'before', 1);
    await until(() => expect(written(full.doc)).toEqual({ before: 1 }));
    await server.restart();
    expect((await full.end()).code).toBe(closeCodes.restart);
    write(provider.doc, 'after', 2);
    const reader = await connect(server, board.id, token);
    await until(() => expect(written(reader.doc)).toEqual({ before: 1, after: 2 }));
    expect(server.output()).not.toMatch(/not saving|Error/);
  });
});

describe('a full disk', () => {
  it('[R19] is never called saved; readyz says so; it recovers when there is room', async () => {
    const server = await start({ DATA_MAX_MB: '2' });
    const filler = await makeBoard(server.origin);
    const owner = await joinAs(server.origin, filler, 'facilitate');
    const filling = await connect(server, filler.id, owner.token);
    for (let i = 0; i < 10; i++) write(filling.doc, `big${i}`, 'x'.repeat(100_000));
    await until(() => expect(filling.settled).toBe(filling.sent));
    const board = await makeBoard(server.origin);
    const { token } = await joinAs(server.origin, board);
    const client = await connect(server, board.id, token);
    write(client.doc, 'small', 1);
    await until(() => expect(client.settled).toBe(client.sent));
    const saved = client.settled;
    write(client.doc, 'large', 'y'.repeat(1_500_000));
    await until(async () => {
      const { status, body } = await call(server.origin, 'GET', '/readyz');
      expect({ status, body }).toMatchObject({ status: 503, body: { error: { code: 'not-saving' } } });
    });
    expect(client.settled).toBe(saved);
    expect((await call(server.origin, 'GET', '/healthz')).status).toBe(200);
    const gone = await call(server.origin, 'DELETE', `/api/boards/${filler.id}`, { token: owner.token });
    expect(gone.status).toBe(204);
    await until(() => expect(client.settled).toBe(client.sent));
    expect((await call(server.origin, 'GET', '/readyz')).status).toBe(200);
    await server.kill9();
    await server.restart();
    const again = await connect(server, board.id, token);
    expect(Object.keys(written(again.doc)).sort()).toEqual(['large', 'small']);
    expect(Y.encodeStateVector(again.doc)).toEqual(Y.encodeStateVector(client.doc));
  });
});
