// What reads or writes a whole board: so many for each person, and read once until something changes.
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CreatedBoard } from '@commonboard/shared/protocol/routes.ts';
import { call, joinAs, makeBoard, startTestServer, type TestServer } from '../support/test-server.ts';

let server: TestServer;
let board: CreatedBoard;
let now = 0;
beforeEach(async () => {
  server = await startTestServer({ ticks: () => now });
  board = await makeBoard(server.origin, { template: 'stakeholder-grid' });
});
afterEach(() => server.stop());

const ask = async (method: string, path: string, token: string, json?: object): Promise<number> =>
  (await call(server.origin, method, `/api/boards/${board.id}${path}`, { token, json })).status;

it.each<[method: string, path: string, json?: object]>([
  ['GET', '/records'],
  ['GET', '/outline'],
  ['GET', '/deleted'],
  ['POST', '/notes', { text: 'Once more' }],
  ['POST', '/duplicate', {}],
])('%s %s is answered so often for each person, and time gives more', async (method, path, json) => {
  const { token } = await joinAs(server.origin, board);
  const statuses = [];
  for (let i = 0; i < 70; i++) statuses.push(await ask(method, path, token, json));
  const isRefused = (status: number): boolean => status === 429;
  expect(statuses.filter(isRefused)).toHaveLength(10);
  expect(statuses.slice(-10).every(isRefused)).toBe(true);
  // Others on the same board are not held back by it.
  expect(await ask('GET', '/records', (await joinAs(server.origin, board)).token)).toBe(200);
  now += 1_000;
  expect([await ask(method, path, token, json), await ask(method, path, token, json)]).toEqual([statuses[0], 429]);
});
