// Reactions on a page: each shown once and for a while, and said aloud together.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import {
  createSignalList,
  type Announced,
  type SignalSource,
} from '@commonboard/client/session/signals/signal-list.ts';

const said: Announced[] = [];
const list = () =>
  createSignalList({
    after: (ms, act) => {
      const timer = setTimeout(act, ms);
      return () => clearTimeout(timer);
    },
    announce: (news) => said.push(news),
  });
const ada = (count: number, more: Partial<SignalSource> = {}): SignalSource => ({
  clientId: 1,
  name: 'Ada',
  reaction: { kind: 'heart', count },
  ...more,
});

beforeEach(() => {
  vi.useFakeTimers();
  said.length = 0;
});
afterEach(() => void vi.useRealTimers());

it('a reaction is shown once, however often it is heard, and goes by itself', () => {
  const signals = list();
  for (let i = 0; i < 5; i++) signals.heard([ada(1)]);
  expect(signals.shown()).toEqual([{ key: '1 1', name: 'Ada', kind: 'heart' }]);
  signals.heard([ada(2)]);
  expect(signals.shown()).toHaveLength(2);
  vi.runAllTimers();
  expect(signals.shown()).toEqual([]);
  // Still there in what she shows, and not new.
  signals.heard([ada(2)]);
  expect(signals.shown()).toEqual([]);
});

it('a hundred at once are as many lines as fit, and said in one sentence', () => {
  const signals = list();
  signals.heard(Array.from({ length: 100 }, (_, i) => ({ ...ada(1), clientId: i, name: `Person ${i}` })));
  expect(signals.shown().length).toBeLessThan(20);
  vi.runAllTimers();
  expect(said).toEqual([{ reactions: { heart: 100 }, chats: [] }]);
});

it('words are said when they have been typed, not letter by letter', () => {
  const signals = list();
  for (const chat of ['H', 'He', 'Hello']) signals.heard([{ clientId: 1, name: 'Ada', chat }]);
  vi.runAllTimers();
  signals.heard([{ clientId: 1, name: 'Ada', chat: 'Hello' }]);
  vi.runAllTimers();
  expect(said).toEqual([{ reactions: {}, chats: [{ name: 'Ada', chat: 'Hello' }] }]);
});

it('a line that is typed slowly is waited for, though not for ever', () => {
  const signals = list();
  const line = 'a line that takes its time';
  for (let typed = 1; typed <= 14; typed++) {
    signals.heard([{ clientId: 1, name: 'Ada', chat: line.slice(0, typed) }]);
    vi.advanceTimersByTime(500);
  }
  expect(said).toEqual([]);
  vi.advanceTimersByTime(3_000);
  expect(said).toEqual([{ reactions: {}, chats: [{ name: 'Ada', chat: line.slice(0, 14) }] }]);
});

it('says nothing once it is stopped', () => {
  const signals = list();
  signals.heard([ada(1)]);
  signals.stop();
  vi.runAllTimers();
  expect(said).toEqual([]);
});
