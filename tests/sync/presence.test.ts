// Who is seen by whom: awareness with the server's word for identity, and the hot lane. Bad input first.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { messageTypes } from '@commonboard/shared/protocol/message-types.ts';
import { encodeHotBody, encodeHotUp } from '@commonboard/shared/protocol/presence.ts';
import type { CreatedBoard, Joined } from '@commonboard/shared/protocol/routes.ts';
import type { Role } from '@commonboard/shared/protocol/roles.ts';
import { SyncClient, type SyncClientOptions, until } from '../support/sync-client.ts';
import { joinAs, makeBoard, startTestServer, type TestServer } from '../support/test-server.ts';

let server: TestServer;
let board: CreatedBoard;
const clients: SyncClient[] = [];

beforeEach(async () => {
  server = await startTestServer();
  board = await makeBoard(server.origin);
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.stop();
  await server.stop();
});

async function enter(
  name: string,
  role: Role = 'edit',
  options: SyncClientOptions & { resume?: string } = {},
): Promise<{ client: SyncClient; joined: Joined }> {
  const { resume, ...rest } = options;
  const joined = await joinAs(server.origin, board, role, { name, ...(resume === undefined ? {} : { resume }) });
  const client = await new SyncClient(server.origin, board.id, joined.token, rest).ready();
  clients.push(client);
  return { client, joined };
}
const hotFrame = (x: number) =>
  encodeHotUp(encodeHotBody({ cursor: { x, y: 0 }, view: null, brush: null, laser: [], caret: null }));
const nameOf = (client: SyncClient, id: number) =>
  (client.people.get(id) as { user?: { name?: string } } | null | undefined)?.user?.name;

describe('what a client says of others and of itself', () => {
  it('[R20] others cannot be shown, moved or removed', async () => {
    const { client: ada } = await enter('Ada');
    const { client: bad } = await enter('Bad');
    const { client: eve } = await enter('Eve');
    ada.sendPeople({ id: 1, clock: 1, state: { page: 'page:a' } });
    await until(() => expect(nameOf(eve, 1)).toBe('Ada'));
    bad.sendPeople({ id: 1, clock: 9, state: { page: 'page:b' } });
    bad.sendPeople({ id: 1, clock: 10, state: null });
    bad.sendPeople({ id: 2, clock: 1, state: { page: 'page:own' } });
    bad.sendPeople(
      { id: 1, clock: 11, state: null },
      { id: 3, clock: 1, state: {} },
      { id: 2, clock: 2, state: { page: 'page:c' } },
    );
    await until(() => expect(eve.people.get(2)).toMatchObject({ page: 'page:c' }));
    expect([...eve.people.keys()].sort((a, b) => a - b)).toEqual([1, 2]);
    expect(eve.people.get(1)).toMatchObject({ page: 'page:a', user: { name: 'Ada' } });
  });

  it('[R20] somebody who has left cannot be brought back by another', async () => {
    const { client: ada } = await enter('Ada');
    const { client: eve } = await enter('Eve');
    ada.sendPeople({ id: 1, clock: 1, state: {} });
    await until(() => expect(nameOf(eve, 1)).toBe('Ada'));
    ada.stop();
    await until(() => expect(eve.people.get(1)).toBeNull());
    eve.sendPeople({ id: 1, clock: 99, state: {} });
    eve.sendPeople({ id: 4, clock: 1, state: {} });
    const { client: late } = await enter('Late');
    await until(() => expect(nameOf(late, 4)).toBe('Eve'));
    expect(late.people.has(1)).toBe(false);
  });

  it('[R21] identity is the server’s word, whatever is sent', async () => {
    const { client: ada, joined } = await enter('Ada');
    const { client: eve } = await enter('Eve', 'view');
    ada.sendPeople({ id: 1, clock: 1, state: { user: { name: 'Boss', role: 'facilitate' }, page: 'page:a' } });
    await until(() => expect(eve.people.has(1)).toBe(true));
    const { participantId, color } = joined;
    expect(eve.people.get(1)).toEqual({ page: 'page:a', user: { participantId, name: 'Ada', color, role: 'edit' } });
    eve.sendPeople({ id: 2, clock: 1, state: { user: { role: 'facilitate' } } });
    await until(() => expect(ada.people.get(2)).toMatchObject({ user: { name: 'Eve', role: 'view' } }));
  });

  it('[R24] a state that is too large or no object is ignored, and the connection stays', async () => {
    const { client: ada } = await enter('Ada');
    const { client: eve } = await enter('Eve');
    ada.sendPeople({ id: 1, clock: 1, state: { page: 'page:a' } });
    ada.sendPeople({ id: 1, clock: 2, state: { page: 'x'.repeat(limits.awarenessBytesMax) } });
    ada.sendPeople({ id: 1, clock: 3, state: 'text' });
    ada.sendPeople({ id: 1, clock: 4, state: [1] });
    await until(() => expect(eve.people.get(1)).toMatchObject({ page: 'page:a' }));
    ada.sendPeople({ id: 1, clock: 5, state: { page: 'x', selection: ['page:a'], following: 'all', zoom: 1 } });
    await until(() => expect(eve.people.get(1)).toEqual({ zoom: 1, user: expect.anything() }));
    ada.sendPeople({ id: 1, clock: 6, state: { page: 'page:b' } });
    await until(() => expect(eve.people.get(1)).toMatchObject({ page: 'page:b' }));
  });
});

describe('coming and going', () => {
  it('[R22] a newcomer sees who is there, and everybody sees who leaves', async () => {
    const { client: ada } = await enter('Ada');
    ada.sendPeople({ id: 1, clock: 1, state: {} });
    const { client: eve } = await enter('Eve');
    await until(() => expect(nameOf(eve, 1)).toBe('Ada'));
    ada.stop();
    await until(() => expect(eve.people.get(1)).toBeNull());
    const { client: late } = await enter('Late');
    expect(late.people.has(1)).toBe(false);
  });

  it('[R22] who comes back with the same id is seen at once, though the old socket is still open', async () => {
    const first = await enter('Ada');
    const { client: eve } = await enter('Eve');
    first.client.sendPeople({ id: 1, clock: 1, state: { page: 'page:a' } });
    await until(() => expect(nameOf(eve, 1)).toBe('Ada'));
    const again = await enter('Ada', 'edit', { resume: first.joined.resume });
    expect(again.joined.participantId).toBe(first.joined.participantId);
    again.client.sendPeople({ id: 1, clock: 1, state: { page: 'page:b' } });
    await until(() => expect(eve.people.get(1)).toMatchObject({ page: 'page:b' }));
    first.client.stop();
    again.client.sendPeople({ id: 1, clock: 2, state: { page: 'page:c' } });
    await until(() => expect(eve.people.get(1)).toMatchObject({ page: 'page:c' }));
  });

  it('[R22] who comes back after leaving is newer than "has left", whatever their clock says', async () => {
    const first = await enter('Ada');
    const { client: eve } = await enter('Eve');
    first.client.sendPeople({ id: 1, clock: 1, state: {} });
    await until(() => expect(nameOf(eve, 1)).toBe('Ada'));
    first.client.stop();
    await until(() => expect(eve.people.get(1)).toBeNull());
    const again = await enter('Ada', 'edit', { resume: first.joined.resume });
    again.client.sendPeople({ id: 1, clock: 1, state: {} });
    await until(() => expect(nameOf(eve, 1)).toBe('Ada'));
  });

  it('[R25] asking who is here is answered, even when nobody is', async () => {
    const { client } = await enter('Ada');
    client.send(messageTypes.queryAwareness);
    await until(() => expect(client.types).toContain(messageTypes.awareness));
  });
});

describe('too much presence', () => {
  let now = 1_000_000;
  beforeEach(async () => {
    await server.stop();
    server = await startTestServer({ ticks: () => now });
    board = await makeBoard(server.origin);
  });

  it('[R34] of hot bodies beyond the rate of one socket the newest goes out later; others’ are not held up', async () => {
    const { client: ada } = await enter('Ada');
    const { client: eve } = await enter('Eve');
    const { client: zoe } = await enter('Zoe');
    ada.sendPeople({ id: 1, clock: 1, state: {} });
    zoe.sendPeople({ id: 2, clock: 1, state: {} });
    await until(() => expect([...eve.people.keys()].sort((a, b) => a - b)).toEqual([1, 2]));
    const most = limits.hotPresencePerSecond;
    for (let x = 1; x <= most * 2; x++) ada.sendRaw(hotFrame(x));
    const latest = (id: number) => eve.hot.findLast(({ clientId }) => clientId === id)?.body;
    await until(() => expect(latest(1)).toEqual(hotFrame(most).slice(1)));
    zoe.sendRaw(hotFrame(7));
    await until(() => expect(latest(2)).toEqual(hotFrame(7).slice(1)));
    expect(latest(1)).toEqual(hotFrame(most).slice(1));
    now += 1_000;
    await until(() => expect(latest(1)).toEqual(hotFrame(most * 2).slice(1)));
    ada.sendRaw(hotFrame(999));
    await until(() => expect(latest(1)).toEqual(hotFrame(999).slice(1)));
  });

  it('[R34] of states beyond the rate the newest goes out later, and leaving is heard at once', async () => {
    const { client: ada } = await enter('Ada');
    const { client: eve } = await enter('Eve');
    const most = limits.coldPresenceBurst;
    for (let clock = 1; clock <= most * 2; clock++) ada.sendPeople({ id: 1, clock, state: { page: `page:${clock}` } });
    await until(() => expect(eve.people.get(1)).toMatchObject({ page: `page:${most}` }));
    now += 1_000;
    await until(() => expect(eve.people.get(1)).toMatchObject({ page: `page:${most * 2}` }));
    for (let clock = 1; clock <= most; clock++) ada.sendPeople({ id: 1, clock, state: { page: 'page:late' } });
    ada.sendPeople({ id: 1, clock: 999, state: null });
    await until(() => expect(eve.people.get(1)).toBeNull());
    now += 1_000;
    const { client: late } = await enter('Late');
    expect(late.people.get(1) ?? null).toBeNull();
  });
});

describe('the hot lane', () => {
  it('[R23] a body without presence, from a viewer, or too large is dropped', async () => {
    const { client: nobody } = await enter('Nobody');
    const { client: viewer } = await enter('Viewer', 'view');
    const { client: ada } = await enter('Ada');
    const { client: eve } = await enter('Eve');
    viewer.sendPeople({ id: 2, clock: 1, state: {} });
    ada.sendPeople({ id: 1, clock: 1, state: {} });
    await until(() => expect([...eve.people.keys()].sort((a, b) => a - b)).toEqual([1, 2]));
    nobody.sendRaw(hotFrame(1));
    viewer.sendRaw(hotFrame(2));
    ada.sendRaw(encodeHotUp(new Uint8Array(limits.hotPresenceBytesMax + 1)));
    ada.sendRaw(hotFrame(limits.coordinateMax * 2));
    ada.sendRaw(encodeHotUp(new Uint8Array([1, 2])));
    ada.send(messageTypes.queryAwareness);
    ada.sendRaw(hotFrame(3));
    await until(() => expect(eve.hot).toHaveLength(1));
    expect(eve.hot[0]).toEqual({ clientId: 1, body: hotFrame(3).slice(1) });
  });

  it('[R23] only the latest of each person goes out, to others only, and never to plain clients', async () => {
    const { client: ada } = await enter('Ada');
    const { client: eve } = await enter('Eve');
    const { client: plain } = await enter('Plain', 'edit', { full: false });
    ada.sendPeople({ id: 1, clock: 1, state: {} });
    eve.sendPeople({ id: 2, clock: 1, state: {} });
    await until(() => expect([ada.people.has(2), eve.people.has(1)]).toEqual([true, true]));
    const most = limits.hotPresencePerSecond;
    for (let x = 1; x <= most; x++) ada.sendRaw(hotFrame(x));
    eve.sendRaw(hotFrame(7));
    await until(() => expect(eve.hot.at(-1)?.body).toEqual(hotFrame(most).slice(1)));
    expect(eve.hot.length).toBeLessThan(most);
    await until(() => expect(ada.hot.map(({ clientId }) => clientId)).toEqual([2]));
    expect(plain.types).not.toContain(messageTypes.presence);
  });

  it('[R23] a newcomer is told where those are who sit still, and nothing of those who have left', async () => {
    const { client: ada } = await enter('Ada');
    const { client: ben } = await enter('Ben');
    ada.sendPeople({ id: 1, clock: 1, state: {} });
    ben.sendPeople({ id: 2, clock: 1, state: {} });
    ada.sendRaw(hotFrame(5));
    ben.sendRaw(hotFrame(6));
    await until(() => expect(ada.hot.map(({ clientId }) => clientId)).toEqual([2]));
    ben.stop();
    await until(() => expect(ada.people.get(2)).toBeNull());
    const { client: late } = await enter('Late');
    await until(() => expect(late.hot).toEqual([{ clientId: 1, body: hotFrame(5).slice(1) }]));
  });
});
