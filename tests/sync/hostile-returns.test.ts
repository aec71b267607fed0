// Somebody is closed and comes back at once, again and again: each connection would have new limits for what it sends.
import { Socket } from 'node:net';
import { expect, it } from 'vitest';
import { closeCodes } from '@commonboard/shared/protocol/close-codes.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { syncBoard } from '../support/sync-board.ts';
import { AccessBoard } from '../support/access-board.ts';
import { type SyncClient, until, write } from '../support/sync-client.ts';
import { joinAs } from '../support/test-server.ts';

let now = 0;
const on = syncBoard({ ticks: () => now });

/** What it is closed with. */
async function comesBack(token: string, send: (bad: SyncClient) => void): Promise<number | undefined> {
  const bad = on.withToken(token, { mute: true });
  await Promise.race([bad.opened, bad.end()]);
  if (bad.closed === null) send(bad);
  return (await bad.end()).code;
}

function sendUnknown(bad: SyncClient): void {
  bad.sendRaw(Uint8Array.of(0, 9, 1, 0));
}

/** No WebSocket frame: its reserved bits are set. */
function sendBroken({ ws }: SyncClient): void {
  const connection: unknown = Reflect.get(ws, '_socket');
  if (connection instanceof Socket) connection.write(Uint8Array.of(0xf2, 0x80, 0, 0, 0, 0));
}

it.each([
  ['a message nobody knows', sendUnknown, closeCodes.badFrame],
  ['what is no frame', sendBroken, 1002],
])('[R215] who sends %s is soon let in once in a while only, and the others as always', async (_, send, code) => {
  const good = await on.ready();
  const { token } = await joinAs(on.server.origin, on.board);
  const codes: (number | undefined)[] = [];
  while (codes.at(-1) !== closeCodes.tryLater) codes.push(await comesBack(token, send));
  const letIn = Math.ceil(limits.entriesBurst / (1 + limits.entriesForUnreadable));
  expect(codes).toEqual([...Array.from({ length: letIn }, () => code), closeCodes.tryLater]);

  now += (limits.entriesForUnreadable / limits.entriesPerSecond) * 1_000;
  expect([await comesBack(token, send), await comesBack(token, send)]).toEqual([code, closeCodes.tryLater]);
  write(good.doc, 'undisturbed', 1);
  await until(() => expect(good.settled).toBe(good.sent));
  expect((await on.ready()).closed).toBeNull();
});

it('[R215] a window that comes back from a bad network, again and again, is let in', async () => {
  const { token } = await joinAs(on.server.origin, on.board);
  for (let returns = 0; returns < limits.entriesBurst * 2; returns++) {
    (await on.withToken(token).ready()).stop();
    now += 1_000;
  }
  expect((await on.withToken(token).ready()).closed).toBeNull();
});

it('[R215] one who opens connections without end has so many at once', async () => {
  const { token } = await joinAs(on.server.origin, on.board);
  const all = Array.from({ length: limits.entriesBurst + 3 }, () => on.withToken(token, { mute: true }));
  await until(() => expect(all.filter(({ closed }) => closed?.reason === 'too many connections')).toHaveLength(3));
  expect((await on.ready()).closed).toBeNull();
});

it('[R215] a token that does not count any more uses up nothing of its owner', async () => {
  const access = await AccessBoard.of(on.server.origin, on.board);
  const old = await joinAs(on.server.origin, on.board);
  const { keys } = await access.renew('edit');
  const all = Array.from({ length: limits.entriesBurst * 2 }, () => on.withToken(old.token, { mute: true }));
  await until(() =>
    expect(all.filter(({ closed }) => closed?.code === closeCodes.notAllowed)).toHaveLength(all.length),
  );
  const { body } = await access.join({ key: keys.edit, resume: old.resume });
  expect(body).toMatchObject({ participantId: old.participantId });
  expect((await on.withToken((body as { token: string }).token).ready()).closed).toBeNull();
});
