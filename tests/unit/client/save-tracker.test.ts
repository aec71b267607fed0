// "Saved" is said only when the server has settled what was made here.
import { createSaveTracker } from '@commonboard/client/sync/save-tracker.ts';
import { expect, test } from 'vitest';

test('an update is unsaved until the frame that carries it is settled', () => {
  const tracker = createSaveTracker();
  tracker.connected();
  tracker.sentFrame('step2');
  tracker.settled(1);
  tracker.madeUpdate();
  tracker.sentFrame('update');
  expect(tracker.unsaved()).toBe(1);
  tracker.settled(2);
  expect(tracker.unsaved()).toBe(0);
});

test('what was made offline is unsaved until the first step 2 of the next connection is settled', () => {
  const tracker = createSaveTracker();
  tracker.madeUpdate();
  tracker.madeUpdate();
  tracker.connected();
  expect(tracker.unsaved()).toBe(2);
  tracker.sentFrame('step2');
  expect(tracker.unsaved()).toBe(2);
  tracker.settled(1);
  expect(tracker.unsaved()).toBe(0);
});

test('what an earlier visit left is unsaved until the first step 2 is settled, however often the connection is lost', () => {
  const tracker = createSaveTracker(3);
  expect(tracker.unsaved()).toBe(3);
  tracker.connected();
  tracker.madeUpdate();
  tracker.sentFrame('update');
  tracker.settled(1);
  expect(tracker.unsaved()).toBe(4);
  tracker.sentFrame('step2');
  tracker.disconnected();
  tracker.settled(2);
  expect(tracker.unsaved()).toBe(4);
  tracker.connected();
  tracker.sentFrame('step2');
  expect(tracker.unsaved()).toBe(4);
  tracker.settled(1);
  expect(tracker.unsaved()).toBe(0);
});

test('an update frame that leaves before the step 2 does not vouch for what was made offline', () => {
  const tracker = createSaveTracker();
  tracker.madeUpdate();
  tracker.connected();
  tracker.madeUpdate();
  tracker.sentFrame('update');
  tracker.settled(1);
  expect(tracker.unsaved()).toBe(2);
  tracker.sentFrame('step2');
  tracker.settled(2);
  expect(tracker.unsaved()).toBe(0);
});

test('a settled message of the lost connection counts for nothing after it', () => {
  const tracker = createSaveTracker();
  tracker.connected();
  tracker.sentFrame('step2');
  tracker.madeUpdate();
  tracker.sentFrame('update');
  tracker.disconnected();
  tracker.settled(2);
  expect(tracker.unsaved()).toBe(1);
});

test('a count that jumps or repeats is taken as far as it is true', () => {
  const tracker = createSaveTracker();
  tracker.connected();
  tracker.sentFrame('step2');
  for (let i = 0; i < 5; i++) {
    tracker.madeUpdate();
    tracker.sentFrame('update');
  }
  tracker.settled(4);
  tracker.settled(4);
  tracker.settled(2);
  expect(tracker.unsaved()).toBe(2);
  tracker.settled(6);
  expect(tracker.unsaved()).toBe(0);
});
