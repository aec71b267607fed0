// What a page knows of the session: commands in turn on what the person saw, answers that overtake each other, the server's time.
import { describe, expect, it } from 'vitest';
import { ApiError } from '@commonboard/client/sync/api.ts';
import { clockText, spokenMinutes } from '@commonboard/client/session/timer/clock-text.ts';
import { createSessionStore } from '@commonboard/client/session/session-store.ts';
import type { SessionAnswer } from '@commonboard/shared/protocol/session-routes.ts';
import type { SessionCommand } from '@commonboard/shared/session/commands.ts';
import { newSession } from '@commonboard/shared/session/session-state.ts';
import { viewOf } from '@commonboard/shared/session/session-view.ts';

const day = 24 * 3_600_000;
const answer = (revision: number, now = 0): SessionAnswer => ({
  now,
  session: viewOf({ ...newSession([]), revision }, true),
});

function open(reply: (command: SessionCommand, times: number) => Promise<SessionAnswer>) {
  const sent: SessionCommand[] = [];
  const failed: unknown[] = [];
  const clock = { now: 1_000_000 };
  let ids = 0;
  const store = createSessionStore({
    ask: async () => ({ ...answer(1, clock.now), own: [7] }),
    post: (command) => reply(command, sent.push(command)),
    now: () => clock.now,
    newId: () => `command-${++ids}`,
    failed: (error) => void failed.push(error),
  });
  return { store, sent, failed, clock };
}

describe('commands', () => {
  it('[R111] go one after the other, the second on what the first has made', async () => {
    const { store, sent } = open(async (_, times) => answer(10 + times));
    store.heard(answer(5));
    const done = await Promise.all([
      store.send({ type: 'add-time', minutes: 1 }),
      store.send({ type: 'add-time', minutes: 1 }),
    ]);
    expect(done).toEqual([true, true]);
    expect(sent.map(({ revision }) => revision)).toEqual([5, 11]);
    expect(store.view()?.revision).toBe(12);
  });

  it('[R111] one that was not answered is sent once more as the same', async () => {
    const { store, sent, failed } = open(async (_, times) => {
      if (times === 1) throw new ApiError('offline', 'no answer', 0);
      return answer(2);
    });
    expect(await store.send({ type: 'raise-hand' })).toBe(true);
    expect(sent.map(({ commandId }) => commandId)).toEqual(['command-1', 'command-1']);
    expect(failed).toEqual([]);
  });

  it('[R111] one that came too late shows how it stands, and is told; the next goes on from there', async () => {
    const refused = new ApiError('moved-on', 'moved on', 409, { error: {}, ...answer(9) });
    const { store, sent, failed } = open(async (_, times) => {
      if (times === 1) throw refused;
      return answer(10);
    });
    store.heard(answer(5));
    expect(await store.send({ type: 'next', phase: 'a' })).toBe(false);
    expect(failed).toEqual([refused]);
    expect(store.view()?.revision).toBe(9);
    expect(await store.send({ type: 'next', phase: 'b' })).toBe(true);
    expect(sent.at(-1)?.revision).toBe(9);
  });

  it('[R110] what is older than what is known is not shown', async () => {
    const { store } = open(async () => answer(3));
    let told = 0;
    const stop = store.onChange(() => void told++);
    store.heard(answer(5));
    store.heard(answer(4));
    stop();
    store.heard(answer(6));
    expect([store.view()?.revision, told]).toEqual([6, 1]);
    expect(await store.refresh()).toEqual([7]);
    expect(store.view()?.revision).toBe(6);
  });
});

describe('time', () => {
  it('[R115] is the server’s on a device that is wrong by a day', async () => {
    const { store, clock } = open(async () => answer(2, clock.now + day));
    expect(store.now()).toBe(clock.now);
    store.heard(answer(1, clock.now - day));
    expect(store.now()).toBe(clock.now - day);
    await store.send({ type: 'raise-hand' });
    expect(store.now()).toBe(clock.now + day);
    clock.now += 60_000;
    expect(store.now()).toBe(clock.now + day);
  });

  it.each([
    [252_000, '4:12'],
    [251_001, '4:12'],
    [1, '0:01'],
    [0, '0:00'],
    [-999, '0:00'],
    [-30_500, '+0:30'],
    [3_600_000, '1:00:00'],
    [7_265_000, '2:01:05'],
  ])('%d ms are shown as %s', (ms, text) => expect(clockText(ms)).toBe(text));

  it.each([
    [150_000, '3 minutes left'],
    [60_000, '1 minute left'],
    [0, 'The time is over.'],
    [-120_000, '2 minutes over'],
  ])('%d ms are said as "%s"', (ms, text) => expect(spokenMinutes(ms)).toBe(text));
});
