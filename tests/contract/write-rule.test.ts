// What facilitators let people write holds for every way in, and outlives the room: HTTP calls, a room that was closed. Rule R45.
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CreatedBoard } from '@commonboard/shared/protocol/routes.ts';
import type { Role } from '@commonboard/shared/protocol/roles.ts';
import { unsteered } from '@commonboard/server/sync/steering.ts';
import { freeToWrite, type WriteRule } from '@commonboard/server/sync/gate/write-rule.ts';
import { SyncClient, until, write } from '../support/sync-client.ts';
import { call, joinAs, makeBoard, startTestServer, type TestServer } from '../support/test-server.ts';

let rule: WriteRule;
let server: TestServer;
let board: CreatedBoard;
let tokens: Record<Role, string>;
const clients: SyncClient[] = [];

beforeEach(async () => {
  rule = freeToWrite;
  server = await startTestServer({ steering: async () => ({ ...unsteered, rule: () => rule }), roomIdleMs: 5 });
  board = await makeBoard(server.origin);
  const token = async (role: Role) => (await joinAs(server.origin, board, role)).token;
  tokens = { facilitate: await token('facilitate'), edit: await token('edit'), view: await token('view') };
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.stop();
  await server.stop();
});

const ask = (role: Role, method: string, path: string, json?: unknown) =>
  call(server.origin, method, `/api/boards/${board.id}${path}`, { token: tokens[role], json });
const note = (role: Role) => ask(role, 'POST', '/notes', { text: 'words' });
async function enter(role: Role): Promise<SyncClient> {
  const client = new SyncClient(server.origin, board.id, tokens[role]);
  clients.push(client);
  return client.ready();
}
const locked = { status: 403, body: { error: { code: 'locked' } } };
const forbidden = { status: 403, body: { error: { code: 'forbidden' } } };

it('[R45] a note over HTTP is written as little as one over the socket', async () => {
  expect((await note('edit')).status).toBe(201);
  rule = { ...freeToWrite, who: 'facilitators' };
  expect(await note('edit')).toMatchObject(locked);
  expect((await note('facilitate')).status).toBe(201);
  rule = freeToWrite;
  expect((await note('edit')).status).toBe(201);
});

it('[R45] what was deleted does not come back by who may not write', async () => {
  const { body } = await note('edit');
  const { id } = body as { id: string };
  const editor = await enter('edit');
  editor.doc.getMap('rec').delete(id);
  await until(() => expect(editor.settled).toBe(editor.sent));
  const back = (role: Role) => ask(role, 'POST', '/deleted/bring-back', { ids: [id] });
  rule = { ...freeToWrite, locked: new Set([id]) };
  expect(await back('edit')).toMatchObject(forbidden);
  expect(await back('facilitate')).toMatchObject({ status: 200, body: { brought: 1 } });
});

it('[R45] a room that was closed and opens again has not forgotten it', async () => {
  rule = { ...freeToWrite, who: 'facilitators' };
  for (let visit = 0; visit < 2; visit++) {
    const client = await enter('edit');
    write(client.doc, `visit${visit}`, 1);
    await until(() => expect(client.refusals).toMatchObject([{ code: 'locked' }]));
    client.stop();
    await client.end();
  }
});
