// The session of one board without a network: what counts down, what waits, and what becomes of it when the disk fails.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { boardIdSchema, participantIdSchema } from '@commonboard/shared/protocol/ids.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { sessionCommandSchema } from '@commonboard/shared/session/commands.ts';
import { newSession, type SessionState } from '@commonboard/shared/session/session-state.ts';
import { createLog } from '@commonboard/server/ops/log.ts';
import { BoardSession } from '@commonboard/server/session/board-session.ts';
import { StoreError } from '@commonboard/server/storage/board-store.ts';
import type { StoredSession } from '@commonboard/server/storage/session-store.ts';
import { lea, step, type Wish } from '../../support/session-acts.ts';

const board = boardIdSchema.parse('AAAAAAAAAAAAAAAA');
const held = { notes: 0, marked: 0 };

function open() {
  const kept: { stored: StoredSession | null; full: boolean; told: number; other: SessionState | null } = {
    stored: null,
    full: false,
    told: 0,
    other: null,
  };
  const session = new BoardSession(board, newSession([step('write', { isPrivate: true }), step('read')]), {
    log: createLog(() => undefined),
    now: Date.now,
    changed: () => void kept.told++,
    revealing: () => undefined,
    grouping: () => undefined,
    stepped: () => undefined,
    arrived: () => undefined,
    stored: () => undefined,
    load: async () => kept.other ?? newSession([]),
    store: {
      findSession: async () => kept.stored,
      async putSession(_, stored) {
        if (kept.full) throw new StoreError('unavailable', 'full');
        if (kept.other) return false;
        kept.stored = stored;
        return true;
      },
    },
  });
  let ids = 0;
  const act = (wish: Wish) =>
    session.run(
      sessionCommandSchema.parse({
        commandId: `command-${++ids}`,
        revision: session.view('facilitate', lea.participant).revision,
        ...wish,
      }),
      { role: 'facilitate', person: lea, nameOf: () => 'Ada', isLeaderless: false, people: [], held, below: () => 0 },
    );
  const phase = () => session.view('facilitate', lea.participant).phase;
  return { session, kept, act, phase };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('what counts down', () => {
  it('[R114] happens when its time has come, and is stored', async () => {
    const { session, kept, act, phase } = open();
    await act({ type: 'start', isRehearsal: false });
    expect(session.isResting).toBe(true);
    await act({ type: 'next', phase: 'write' });
    expect(session.isResting).toBe(false);
    await vi.advanceTimersByTimeAsync(limits.countdownMs - 1);
    expect(phase()).toBe('write');
    await vi.advanceTimersByTimeAsync(1);
    expect(phase()).toBe('read');
    expect(JSON.parse(kept.stored?.state ?? '')).toMatchObject({ phase: 'read', pending: null });
    session.stop();
  });

  it('[R114] does not happen when it is held', async () => {
    const { session, act, phase } = open();
    await act({ type: 'start', isRehearsal: false });
    await act({ type: 'next', phase: 'write', commandId: 'this-one' });
    await act({ type: 'hold', pending: 'this-one' });
    await vi.advanceTimersByTimeAsync(limits.countdownMs * 2);
    expect(phase()).toBe('write');
    session.stop();
  });

  it('[R114] is tried again where the disk is full', async () => {
    const { session, kept, act, phase } = open();
    await act({ type: 'start', isRehearsal: false });
    await act({ type: 'next', phase: 'write' });
    kept.full = true;
    await vi.advanceTimersByTimeAsync(limits.countdownMs + limits.storageRetryMs * 2);
    expect(phase()).toBe('write');
    kept.full = false;
    await vi.advanceTimersByTimeAsync(limits.storageRetryMs);
    expect(phase()).toBe('read');
    session.stop();
  });
});

it('[R117] a deputy leads until a facilitator is back', async () => {
  const { session, act } = open();
  const ada = participantIdSchema.parse('pAAAAAAAAAAAAAAAA');
  await act({ type: 'start', isRehearsal: false });
  await act({ type: 'set-deputy', participant: ada });
  await session.leaderIsHere();
  const command = (wish: object) =>
    sessionCommandSchema.parse({ revision: session.view('edit', ada).revision, ...wish });
  const asAda = {
    role: 'edit',
    person: { participant: ada, name: 'Ada' },
    nameOf: () => null,
    isLeaderless: true,
    people: [],
    held,
    below: () => 0,
  } as const;
  expect(await session.run(command({ type: 'take-over', commandId: 'take-over-1' }), asAda)).toBe('done');
  expect(session.view('edit', ada).phases).toEqual(session.view('facilitate', lea.participant).phases);
  await session.leaderIsHere();
  const next = command({ type: 'next', commandId: 'next-step-1', phase: 'write' });
  expect(await session.run(next, asAda)).toBe('not-leading');
  session.stop();
});

it('[R110] what another server has stored meanwhile counts, and the command is not carried out', async () => {
  const { session, kept, act, phase } = open();
  await act({ type: 'start', isRehearsal: false });
  kept.other = { ...newSession([step('theirs')]), revision: 9, status: 'running', phase: 'theirs' };
  expect(await act({ type: 'next', phase: 'write' })).toBe('moved-on');
  expect(phase()).toBe('theirs');
  session.stop();
});

it('[R111] commands beyond those that may wait are turned away', async () => {
  const { session, act } = open();
  const outcomes = await Promise.all(
    Array.from({ length: limits.commandsWaitingMax + 3 }, () => act({ type: 'set-timer', minutes: 1, revision: 0 })),
  );
  expect(outcomes.filter((outcome) => outcome === 'busy')).toHaveLength(3);
  session.stop();
});

it('[R110] changes are told at once, and then together', async () => {
  const { session, kept, act } = open();
  await act({ type: 'set-timer', minutes: 1 });
  expect(kept.told).toBe(1);
  for (let i = 0; i < 5; i++) await act({ type: 'add-time', minutes: 1 });
  expect(kept.told).toBe(1);
  await vi.advanceTimersByTimeAsync(limits.sessionPushMs);
  expect(kept.told).toBe(2);
  await vi.advanceTimersByTimeAsync(limits.sessionPushMs * 5);
  expect(kept.told).toBe(2);
  session.stop();
});
