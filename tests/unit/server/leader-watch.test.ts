// When a deputy may take over, and when that ends.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type BoardId, boardIdSchema } from '@commonboard/shared/protocol/ids.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { watchLeaders } from '@commonboard/server/session/leader-watch.ts';

const one = boardIdSchema.parse('AAAAAAAAAAAAAAAA');
const other = boardIdSchema.parse('BBBBBBBBBBBBBBBB');

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function open() {
  const led = new Set<BoardId>([one]);
  const inUse = new Set<BoardId>([one, other]);
  let seen: BoardId[] = [];
  const watch = watchLeaders({
    inUse: () => inUse,
    isLeaderHere: (board) => led.has(board),
    isLed: (board) => void seen.push(board),
    ticks: Date.now,
  });
  /** Boards of which it was said since it was asked last. */
  const said = (): BoardId[] => {
    const boards = [...new Set(seen)];
    seen = [];
    return boards;
  };
  return { watch, led, inUse, said };
}

it('[R117] not while a facilitator is here, nor before one has been away for a minute', async () => {
  const { watch, led } = open();
  await vi.advanceTimersByTimeAsync(limits.leaderlessMs * 2);
  expect([watch.isLeaderless(one), watch.isLeaderless(other)]).toEqual([false, true]);
  led.delete(one);
  await vi.advanceTimersByTimeAsync(limits.leaderlessMs - 5_000);
  expect(watch.isLeaderless(one)).toBe(false);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(watch.isLeaderless(one)).toBe(true);
  watch.stop();
});

it('[R117] who comes back is told, and the minute begins anew', async () => {
  const { watch, led, said } = open();
  led.delete(one);
  await vi.advanceTimersByTimeAsync(limits.leaderlessMs * 2);
  said();
  led.add(one);
  expect(watch.isLeaderless(one)).toBe(false);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(said()).toEqual([one]);
  led.delete(one);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(watch.isLeaderless(one)).toBe(false);
  watch.stop();
});

it('[R117] of a board that everybody has left nothing is known', async () => {
  const { watch, inUse } = open();
  await vi.advanceTimersByTimeAsync(limits.leaderlessMs * 2);
  inUse.delete(other);
  await vi.advanceTimersByTimeAsync(10_000);
  inUse.add(other);
  expect(watch.isLeaderless(other)).toBe(false);
  watch.stop();
});

it('[R117] who comes back after everybody had left is told too: a deputy may be in office since then', async () => {
  const { watch, led, inUse, said } = open();
  led.delete(one);
  await vi.advanceTimersByTimeAsync(limits.leaderlessMs * 2);
  inUse.delete(one);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(said()).toEqual([]);
  led.add(one);
  inUse.add(one);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(said()).toEqual([one]);
  watch.stop();
});
