// Keys typed for a note that is gone do nothing on the canvas, and not for longer than needed.
import { silenceKeys } from '@commonboard/client/canvas/silence-keys.ts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A page whose shortcuts count the keys that reach them. */
function page() {
  const target = new EventTarget();
  const reached = vi.fn<() => void>();
  const press = (type = 'keydown'): boolean => target.dispatchEvent(new Event(type, { cancelable: true }));
  const startShortcuts = (): void => target.addEventListener('keydown', reached);
  return { target, reached, press, startShortcuts };
}

test('no key reaches the shortcuts, as long as one follows the other', () => {
  const { target, reached, press, startShortcuts } = page();
  silenceKeys(target);
  startShortcuts();
  for (let count = 0; count < 5; count++) {
    expect(press()).toBe(false);
    vi.advanceTimersByTime(1_499);
  }
  expect(reached).not.toHaveBeenCalled();
});

test('after a pause without a key all is as before', () => {
  const { target, reached, press, startShortcuts } = page();
  silenceKeys(target);
  startShortcuts();
  press();
  vi.advanceTimersByTime(1_500);
  expect(press()).toBe(true);
  expect(reached).toHaveBeenCalledTimes(1);
});

test.each([
  ['a pointer press', 'pointerdown'],
  ['its stop', 'stop'],
])('%s ends it at once', (_, way) => {
  const { target, reached, press, startShortcuts } = page();
  const stop = silenceKeys(target);
  startShortcuts();
  if (way === 'stop') stop();
  else press(way);
  press();
  expect(reached).toHaveBeenCalledTimes(1);
});
