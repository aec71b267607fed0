// Who removes many things at once is said to facilitators, and to nobody else.
import { expect, it } from 'vitest';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { AccessBoard } from '../support/access-board.ts';
import { syncBoard } from '../support/sync-board.ts';
import { erase, type SyncClient, until, write } from '../support/sync-client.ts';

const on = syncBoard();
const settled = (client: SyncClient) => until(() => expect(client.settled).toBe(client.sent));
const names = Array.from({ length: limits.manyRemoved + 1 }, (_, i) => `n${i}`);

async function people() {
  const access = await AccessBoard.of(on.server.origin, on.board);
  const leader = await on.withToken(access.leader.token).ready();
  const joined = await access.joinAs('edit', { name: 'Ben' });
  const [ben, other] = [await on.withToken(joined.token).ready(), await on.ready()];
  for (const name of names) write(ben.doc, name, 1);
  await settled(ben);
  return { leader, joined, ben, other };
}

it('[R119] few are not; many are, with what has gone, and more as it grows', async () => {
  const { leader, joined, ben, other } = await people();
  for (const name of names.slice(0, limits.manyRemoved - 1)) erase(ben.doc, name);
  await settled(ben);
  expect(leader.removals).toEqual([]);
  for (const name of names.slice(limits.manyRemoved - 1)) erase(ben.doc, name);
  await until(() => expect(leader.removals.at(-1)?.ids).toHaveLength(names.length));
  expect(leader.removals.at(-1)).toMatchObject({ participant: joined.participantId, name: 'Ben' });
  expect([ben.removals, other.removals]).toEqual([[], []]);
});

it('[R119] what facilitators remove is said to nobody', async () => {
  const { leader, ben } = await people();
  await until(() => expect(leader.doc.getMap('rec').has('shape:n0')).toBe(true));
  for (const name of names) erase(leader.doc, name);
  await settled(leader);
  await until(() => expect(ben.doc.getMap('rec').has('shape:n0')).toBe(false));
  expect(leader.removals).toEqual([]);
});
