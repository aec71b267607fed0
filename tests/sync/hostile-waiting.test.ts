// Newcomers who wait to be let in, in crowds that one person makes up: they use up no place for good. Rule R104.
import { expect, it } from 'vitest';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import type { Joined } from '@commonboard/shared/protocol/routes.ts';
import { AccessBoard } from '../support/access-board.ts';
import { syncBoard } from '../support/sync-board.ts';
import { call } from '../support/test-server.ts';

let laterMs = 0;
const on = syncBoard({
  now: () => Date.now() + laterMs,
  joinLimit: { burst: 10_000, perSecond: 1_000 },
  config: { trustProxyHops: 1 },
});

async function knock(address: string, more: object = {}): Promise<{ status: number; body: Joined }> {
  const json = { key: on.board.keys.edit, ...more };
  const headers = { 'x-forwarded-for': address };
  const { status, body } = await call(on.server.origin, 'POST', `/api/boards/${on.board.id}/join`, { json, headers });
  return { status, body: body as Joined };
}
const many = (count: number, address: (i: number) => string) =>
  Promise.all(Array.from({ length: count }, (_, i) => knock(address(i))));
const standing = ({ token }: Joined) => call(on.server.origin, 'GET', `/api/boards/${on.board.id}/entry`, { token });

it('[R104] one network fills its part of the waiting room and no more', { timeout: 60_000 }, async () => {
  const access = await AccessBoard.of(on.server.origin, on.board);
  const insider = await knock('10.0.0.1');
  await access.ask('PATCH', '/access', { newcomers: 'wait' });
  const crowd = await many(limits.waitingPerNetworkMax, () => '10.0.0.1');
  expect(crowd.filter(({ status }) => status !== 200)).toEqual([]);
  expect((await knock('10.0.0.1')).status).toBe(429);
  expect((await knock('10.0.0.2')).status).toBe(200);
  // Who asks goes on waiting; who has fallen silent gives up the place.
  laterMs += limits.waitingSilentMs;
  const [first, second] = [crowd[0]!.body, crowd[1]!.body];
  expect((await standing(first)).body).toEqual({ standing: 'waiting' });
  expect((await knock('10.0.0.1')).status).toBe(200);
  expect([(await standing(first)).status, (await standing(second)).status]).toEqual([200, 401]);
  expect((await knock('10.0.0.1', { resume: insider.body.resume })).body.participantId).toBe(
    insider.body.participantId,
  );
});

it('[R104] many networks fill the waiting room, never the board', { timeout: 60_000 }, async () => {
  const access = await AccessBoard.of(on.server.origin, on.board);
  await access.ask('PATCH', '/access', { newcomers: 'wait' });
  for (let done = 0; done < limits.waitingPerBoardMax; done += 100) await many(100, (i) => `10.1.${done / 100}.${i}`);
  expect((await knock('10.2.0.1')).status).toBe(429);
  await access.ask('PATCH', '/access', { newcomers: 'look' });
  expect((await knock('10.2.0.2')).status).toBe(200);
});
