// Answers in a session that nobody sees: what stays of them in the files of a server.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openSqliteStore } from '@commonboard/server/storage/sqlite.ts';
import { filesIn } from '../support/files-in.ts';
import { GroupBoard } from '../support/group-board.ts';
import { until } from '../support/sync-client.ts';
import { startTestServer } from '../support/test-server.ts';

it('[R202] [R205] of a session that becomes shorter, or goes with its board, nothing is left in the files', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'commonboard-'));
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }));
  const store = await openSqliteStore(dataDir, null);
  const server = await startTestServer({ store });
  const { id } = (await GroupBoard.of(server.origin)).access.board;
  const held = 'gave-three '.repeat(2_000);
  await store.putSession(id, { revision: 100, state: JSON.stringify({ held }) });
  await store.putSession(id, { revision: 101, state: '{}', erases: true });
  await store.copyTo(join(dataDir, 'backup.db'));
  for (const [file, bytes] of await filesIn(dataDir)) expect(bytes, file).not.toContain('gave-three');
  await store.putSession(id, { revision: 102, state: JSON.stringify({ held }) });
  await store.deleteBoard(id);
  for (const [file, bytes] of await filesIn(dataDir)) expect(bytes, file).not.toContain('gave-three');
  await server.stop();
});

it('[R202] who said what is in no file once it is counted, nor what they had said before', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'commonboard-'));
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }));
  const store = await openSqliteStore(dataDir, null);
  const server = await startTestServer({ store });
  const board = await GroupBoard.of(server.origin);
  const people = await Promise.all(['Ada', 'Ben', 'Cem'].map((name) => board.access.joinAs('edit', { name })));
  for (const one of people) await board.isHere(one);
  await board.command({ type: 'add-activity', activity: 'lean-coffee', zone: null, question: '', after: null });
  await board.command({ type: 'start', isRehearsal: false });
  const talk = (await board.session()).phases.find(({ asksOn }) => asksOn);
  await board.command({ type: 'jump', phase: (await board.session()).phase, to: talk?.id });
  await board.command({ type: 'add-time', minutes: -8 });
  const timer = (await board.session()).timer?.startedAt;
  await until(async () => expect((await board.session()).thumbs).toMatchObject({ timer, counts: null }));
  for (const thumb of ['up', 'down', 'side'])
    for (const { token } of people.slice(0, 2))
      expect((await board.command({ type: 'say-thumb', timer, thumb }, token)).status).toBe(200);
  const said = '"said":{"p';
  expect((await filesIn(dataDir)).some(([, bytes]) => bytes.includes(said))).toBe(true);
  await board.command({ type: 'close-thumbs', timer });
  expect((await board.session()).thumbs?.counts).toBe('few');
  for (const [file, bytes] of await filesIn(dataDir)) expect(bytes, file).not.toContain(said);
  await server.stop();
}, 60_000);
