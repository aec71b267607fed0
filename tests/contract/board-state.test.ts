// The whole board in one compressed piece, for a page that opens it. Rule R86.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { CreatedBoard } from '@commonboard/shared/protocol/routes.ts';
import { readBoardRecords } from '@commonboard/shared/board/layout/read-records.ts';
import { until } from '../support/sync-client.ts';
import { call, joinAs, makeBoard, startTestServer, type TestServer } from '../support/test-server.ts';

let server: TestServer;
let board: CreatedBoard;
beforeEach(async () => {
  server = await startTestServer();
  board = await makeBoard(server.origin, { template: 'stakeholder-grid', examples: true });
});
afterEach(() => server.stop());

const ask = (headers: Record<string, string>, id: string = board.id): Promise<Response> =>
  fetch(`${server.origin}/api/boards/${id}/state`, { headers });

async function recordsIn(response: Response) {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, new Uint8Array(await response.arrayBuffer()));
  return readBoardRecords(doc).records;
}

describe('is not given', () => {
  it('without a token, with another one, and to a token of another board', async () => {
    const other = await makeBoard(server.origin);
    const { token } = await joinAs(server.origin, other);
    expect((await ask({})).status).toBe(401);
    expect((await ask({ authorization: `Bearer ${'A'.repeat(22)}` })).status).toBe(401);
    expect((await ask({ authorization: `Bearer ${token}` })).status).toBe(403);
    expect((await ask({ authorization: `Bearer ${token}` }, 'nowhere')).status).toBe(404);
  });

  it('to the cookie, which is for pictures and files', async () => {
    const joined = await call(server.origin, 'POST', `/api/boards/${board.id}/join`, {
      json: { key: board.keys.edit },
    });
    const cookie = joined.headers.get('set-cookie')?.split(';')[0] ?? '';
    expect(cookie).toContain('commonboard-files=');
    expect((await ask({ cookie })).status).toBe(401);
  });
});

describe.each(['facilitate', 'edit', 'view'] as const)('to somebody who may %s', (role) => {
  it.each(['gzip', 'identity'])('the board comes as %s', async (encoding) => {
    const { token } = await joinAs(server.origin, board, role);
    const response = await ask({ authorization: `Bearer ${token}`, 'accept-encoding': encoding });
    expect(response.headers.get('content-encoding')).toBe(encoding === 'gzip' ? 'gzip' : null);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const { body } = await call(server.origin, 'GET', `/api/boards/${board.id}/records`, { token });
    expect({ records: await recordsIn(response) }).toEqual(body);
  });
});

it('what was written since is in it a moment later', async () => {
  const { token } = await joinAs(server.origin, board);
  const headers = { authorization: `Bearer ${token}` };
  await ask(headers);
  const { body } = await call(server.origin, 'POST', `/api/boards/${board.id}/notes`, { token, json: { text: 'New' } });
  const { id } = body as { id: string };
  await until(async () => expect((await recordsIn(await ask(headers))).map((record) => record.id)).toContain(id));
});
