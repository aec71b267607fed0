// A person is banned, and what they made goes in the same act; it can be brought back.
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { AccessBoard } from '../support/access-board.ts';
import { syncBoard } from '../support/sync-board.ts';
import { type SyncClient, until, write, written } from '../support/sync-client.ts';

const on = syncBoard();
const settled = (client: SyncClient) => until(() => expect(client.settled).toBe(client.sent));

it('[R118] what one person made goes, what others made stays, and only a facilitator does it', async () => {
  const access = await AccessBoard.of(on.server.origin, on.board);
  const [bad, good] = [await access.joinAs('edit'), await access.joinAs('edit')];
  const [one, other] = [await on.withToken(bad.token).ready(), await on.withToken(good.token).ready()];
  write(other.doc, 'good', 1);
  for (const name of ['bad', 'worse']) write(one.doc, name, 1);
  await Promise.all([settled(one), settled(other)]);
  // What another has only changed stays its maker's.
  write(one.doc, 'good', 2);
  await settled(one);
  const path = `/participants/${bad.participantId}`;
  expect((await access.ask('POST', path, { action: 'ban', takeBack: true }, good.token)).status).toBe(403);
  expect(await access.ask('POST', path, { action: 'ban', takeBack: true })).toMatchObject({
    status: 200,
    body: { standing: 'banned', taken: 2 },
  });
  await until(() => expect(written(other.doc)).toEqual({ good: 2 }));
  expect((await one.end()).code).toBe(4403);
  // Done again, there is nothing left.
  expect((await access.ask('POST', path, { action: 'ban', takeBack: true })).body).toMatchObject({ taken: 0 });
});

it('[R118] it is kept, and comes back', async () => {
  const access = await AccessBoard.of(on.server.origin, on.board);
  const bad = await access.joinAs('edit');
  const note = await access.ask('POST', '/notes', { text: 'not so bad' }, bad.token);
  const { id } = note.body as { id: string };
  await access.ask('POST', `/participants/${bad.participantId}`, { action: 'kick', takeBack: true });
  const records = () => on.ready().then(({ doc }) => doc.getMap<Y.Map<unknown>>('rec').has(id));
  expect(await records()).toBe(false);
  expect(await access.ask('POST', '/deleted/bring-back', { ids: [id] })).toMatchObject({
    status: 200,
    body: { brought: 1 },
  });
  expect(await records()).toBe(true);
});

it('[R118] without being asked for, and with what is no farewell, nothing goes', async () => {
  const access = await AccessBoard.of(on.server.origin, on.board);
  const bad = await access.joinAs('edit');
  const { doc } = await on.withToken(bad.token).ready();
  write(doc, 'a', 1);
  const look = async () => written((await on.ready()).doc);
  await until(async () => expect(await look()).toEqual({ a: 1 }));
  const path = `/participants/${bad.participantId}`;
  expect((await access.ask('POST', path, { action: 'let-in', takeBack: true })).body).not.toHaveProperty('taken');
  expect((await access.ask('POST', path, { action: 'ban' })).body).not.toHaveProperty('taken');
  expect(await look()).toEqual({ a: 1 });
});
