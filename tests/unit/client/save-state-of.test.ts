// The words about saving never say more than is true.
import { saveStateOf } from '@commonboard/client/app/live/save-state-of.ts';
import { expect, test } from 'vitest';

const online = { status: 'online', loaded: true, unsaved: 0, kept: 0, waitingSince: null } as const;

test('a board that has not arrived is not saved', () => {
  expect(saveStateOf({ ...online, status: 'connecting', loaded: false }, 'edit', 0)).toEqual({ kind: 'connecting' });
});

test('without a connection nothing is saved, whatever waits', () => {
  const offline = { ...online, status: 'offline', unsaved: 3, waitingSince: 1 } as const;
  expect(saveStateOf({ ...offline, kept: 3 }, 'edit', 9)).toEqual({ kind: 'offline-kept', count: 3, all: 3 });
  expect(saveStateOf({ ...offline, unsaved: 0 }, 'view', 0)).toEqual({ kind: 'offline-kept', count: 0, all: 0 });
});

test('only as much is called kept on this device as is written there', () => {
  const offline = { ...online, status: 'offline', unsaved: 3, waitingSince: 1 } as const;
  expect(saveStateOf({ ...offline, kept: 2 }, 'edit', 9)).toEqual({ kind: 'offline-kept', count: 2, all: 3 });
  expect(saveStateOf({ ...offline, kept: null }, 'edit', 9)).toEqual({ kind: 'offline', count: 3 });
});

test('while the server is first asked, work that waits on this device is neither saved nor lost', () => {
  const asking = { ...online, status: 'connecting', unsaved: 3, kept: 3, waitingSince: 1 } as const;
  expect(saveStateOf(asking, 'edit', 90_000)).toEqual({ kind: 'connecting' });
  expect(saveStateOf({ ...asking, status: 'online' }, 'edit', 2)).toEqual({ kind: 'saving', count: 3 });
});

test('what waits is being saved, and after eight seconds it is not', () => {
  const waiting = { ...online, unsaved: 2, waitingSince: 1_000 };
  expect(saveStateOf(waiting, 'edit', 9_000)).toEqual({ kind: 'saving', count: 2 });
  expect(saveStateOf(waiting, 'edit', 9_001)).toEqual({ kind: 'not-saving' });
});

test('nothing waits: saved, and for who only looks: look only', () => {
  expect(saveStateOf(online, 'facilitate', 0)).toEqual({ kind: 'saved' });
  expect(saveStateOf(online, 'view', 0)).toEqual({ kind: 'view-only' });
});
