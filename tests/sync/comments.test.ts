// Comments over HTTP and in the document of everybody: whose name is under them, who may write, and that they last. Bad input first.
import { describe, expect, it } from 'vitest';
import { readThreads } from '@commonboard/shared/comments/thread-map.ts';
import { AccessBoard } from '../support/access-board.ts';
import { syncBoard } from '../support/sync-board.ts';
import { until } from '../support/sync-client.ts';

const on = syncBoard();
const thread = 't'.repeat(16);
const start = {
  type: 'start',
  thread,
  message: 'm'.repeat(16),
  place: { page: 'page:page', x: 10, y: 20, shape: null },
  text: 'Who pays for it?',
  mentions: [],
};

async function commented(): Promise<{ access: AccessBoard; say: (json: object, token?: string) => Promise<number> }> {
  const access = await AccessBoard.of(on.server.origin, on.board);
  return { access, say: async (json, token) => (await access.ask('POST', '/comments', json, token)).status };
}

describe('is refused', () => {
  it('[R182] from who only looks, from a stranger, and what cannot be read', async () => {
    const { access, say } = await commented();
    const viewer = await access.joinAs('view');
    expect(await say(start, viewer.token)).toBe(403);
    expect(await say(start, 'A'.repeat(22))).toBe(401);
    expect(await say({ ...start, text: '' })).toBe(400);
    expect(await say({ ...start, type: 'reply', thread: 'x'.repeat(16) })).toBe(404);
    // As is a draft in a private round.
    expect(await say({ ...start, place: { ...start.place, shape: 'shape:nowhere' } })).toBe(409);
  });

  it('[R182] while the board is paused, but for facilitators', async () => {
    const { access, say } = await commented();
    const ana = await access.joinAs('edit', { name: 'Ana' });
    await access.set({ paused: true });
    expect(await say(start, ana.token)).toBe(403);
    expect(await say(start)).toBe(200);
  });

  it('[R182] to change what another wrote, whatever name is sent along', async () => {
    const { access, say } = await commented();
    const [ana, ben] = [await access.joinAs('edit', { name: 'Ana' }), await access.joinAs('edit', { name: 'Ben' })];
    await say({ ...start, name: 'Ben', participant: ben.participantId }, ana.token);
    expect(await say({ ...start, type: 'change', text: 'Nobody.' }, ben.token)).toBe(403);
    expect(await say({ type: 'remove', thread, message: start.message }, ben.token)).toBe(403);
    const reader = await on.ready('view');
    await until(() =>
      expect(readThreads(reader.doc)).toMatchObject([{ messages: [{ name: 'Ana', text: start.text }] }]),
    );
  });

  it('[R181] while nothing can be stored; afterwards the same wish makes one', async () => {
    const { say } = await commented();
    on.controls.full = true;
    expect(await say(start)).toBe(503);
    on.controls.full = false;
    await until(async () => expect(await say(start)).toBe(200));
    const reader = await on.ready('view');
    expect(readThreads(reader.doc)).toHaveLength(1);
  });
});

it('[R181] reaches everybody at once, the same wish twice makes one, and who comes later finds it', async () => {
  const { access, say } = await commented();
  const ana = await access.joinAs('edit', { name: 'Ana' });
  const reader = await on.ready('view');
  expect(await say(start, ana.token)).toBe(200);
  expect(await say(start, ana.token)).toBe(200);
  const reply = { type: 'reply', thread, message: 'r'.repeat(16), text: 'The town.', mentions: [ana.participantId] };
  expect(await say(reply)).toBe(200);
  const whole = [
    {
      id: thread,
      place: start.place,
      resolved: null,
      messages: [
        { name: 'Ana', text: 'Who pays for it?' },
        { name: 'Lea', text: 'The town.', mentions: [ana.participantId] },
      ],
    },
  ];
  await until(() => expect(readThreads(reader.doc)).toMatchObject(whole));
  const late = await on.ready('view');
  expect(readThreads(late.doc)).toMatchObject(whole);
  expect(await say({ type: 'resolve', thread, resolved: true })).toBe(200);
  await until(() => expect(readThreads(reader.doc)).toMatchObject([{ resolved: { name: 'Lea' } }]));
  expect(await say({ type: 'remove', thread, message: start.message })).toBe(200);
  await until(() => expect(readThreads(reader.doc)).toEqual([]));
});

it('[R181] what a facilitator removed does not come back by its wish, sent again', async () => {
  const { access, say } = await commented();
  const ana = await access.joinAs('edit', { name: 'Ana' });
  const reply = { type: 'reply', thread, message: 'r'.repeat(16), text: 'The town.', mentions: [] };
  const other = { ...start, thread: 'o'.repeat(16), message: 'n'.repeat(16) };
  for (const wish of [start, reply, other]) expect(await say(wish, ana.token)).toBe(200);
  for (const [of, message] of [
    [thread, reply.message],
    [other.thread, other.message],
  ])
    expect(await say({ type: 'remove', thread: of, message })).toBe(200);
  for (const wish of [reply, other]) expect(await say(wish, ana.token)).toBe(404);
  const reader = await on.ready('view');
  expect(readThreads(reader.doc)).toMatchObject([{ id: thread, messages: [{ text: start.text }] }]);
});
