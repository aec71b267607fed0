// Somebody is closed and comes back at once, again and again: each connection would have new limits for what it sends.
import { expect, it } from 'vitest';
import { closeCodes } from '@commonboard/shared/protocol/close-codes.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { syncBoard } from '../support/sync-board.ts';
import { until, write } from '../support/sync-client.ts';
import { joinAs } from '../support/test-server.ts';

let now = 0;
const on = syncBoard({ ticks: () => now });

async function comesBack(token: string): Promise<number | undefined> {
  const bad = on.withToken(token, { mute: true });
  await Promise.race([bad.opened, bad.end()]);
  bad.send(Uint8Array.of(0, 9, 1, 0));
  return (await bad.end()).code;
}

it('[R215] who sends what nobody can read is soon let in once in a while only, and the others as always', async () => {
  const good = await on.ready();
  const { token } = await joinAs(on.server.origin, on.board);
  const codes: (number | undefined)[] = [];
  while (codes.at(-1) !== closeCodes.tryLater) codes.push(await comesBack(token));
  const letIn = Math.ceil(limits.entriesBurst / (1 + limits.entriesForUnreadable));
  expect(codes).toEqual([...Array.from({ length: letIn }, () => closeCodes.badFrame), closeCodes.tryLater]);

  now += (limits.entriesForUnreadable / limits.entriesPerSecond) * 1_000;
  expect([await comesBack(token), await comesBack(token)]).toEqual([closeCodes.badFrame, closeCodes.tryLater]);
  write(good.doc, 'undisturbed', 1);
  await until(() => expect(good.settled).toBe(good.sent));
  expect((await on.ready()).closed).toBeNull();
});

it('[R215] a window that comes back from a bad network, again and again, is let in', async () => {
  const { token } = await joinAs(on.server.origin, on.board);
  for (let returns = 0; returns < limits.entriesBurst * 2; returns++) {
    (await on.withToken(token).ready()).stop();
    now += 1_000 / limits.entriesPerSecond;
  }
  expect((await on.withToken(token).ready()).closed).toBeNull();
});

it('[R215] one who opens connections without end has so many at once', async () => {
  const { token } = await joinAs(on.server.origin, on.board);
  const all = Array.from({ length: limits.entriesBurst + 3 }, () => on.withToken(token, { mute: true }));
  await until(() => expect(all.filter(({ closed }) => closed?.reason === 'too many connections')).toHaveLength(3));
  expect((await on.ready()).closed).toBeNull();
});
