// A page that is left: the last of a gesture is in the document before anything is put down of it. A real connection that
// is never opened; the browser's events and this device's copy are the test's own.
import { watchLeaving } from '@commonboard/client/app/live/watch-leaving.ts';
import { openConnection, type BoardConnection } from '@commonboard/client/sync/board-connection.ts';
import type { OfflineCopy } from '@commonboard/client/sync/offline-copy.ts';
import type { SpareClientId } from '@commonboard/client/sync/copy-database.ts';
import { boardIdSchema } from '@commonboard/shared/protocol/ids.ts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';

interface Left {
  spare: SpareClientId | null;
  unsent: number;
}

let window: EventTarget;
let document: EventTarget;
/** What the canvas has not put into the document yet. */
let heldBack: string | null;
let flushes: number;
let left: Left[];
let connection: BoardConnection;
let stopWatching: () => void;

beforeEach(() => {
  window = new EventTarget();
  document = new EventTarget();
  vi.stubGlobal('addEventListener', window.addEventListener.bind(window));
  vi.stubGlobal('removeEventListener', window.removeEventListener.bind(window));
  vi.stubGlobal('document', document);
  heldBack = null;
  flushes = 0;
  left = [];
  connection = openConnection({
    server: 'ws://board.test',
    boardId: boardIdSchema.parse('b'.repeat(16)),
    token: null,
    fetchWhole: null,
    copy: aCopy(),
    onClosed: () => undefined,
    onRefused: () => undefined,
    onNews: () => undefined,
    onSession: () => undefined,
    onRemoved: () => undefined,
    onVotes: () => undefined,
    onDrafts: () => undefined,
    onHarvest: () => undefined,
    onCheck: () => undefined,
  });
  stopWatching = watchLeaving({ flush: flushGesture, leave: () => connection.leave() });
});

afterEach(() => {
  stopWatching();
  connection.stop();
});

/** All in it is settled, and some of it stands under this page's client id. */
function aCopy(): OfflineCopy {
  const doc = new Y.Doc();
  doc.getMap('made').set('before', true);
  let unsent = 0;
  return {
    doc,
    isWhole: true,
    unsentBefore: 0,
    onChange: null,
    notKept: () => 0,
    keep: () => undefined,
    unsent: (count) => (unsent = count),
    leave: (spare) => void left.push({ spare, unsent }),
    empty: () => undefined,
    remove: () => undefined,
    stop: () => undefined,
  };
}

function flushGesture(): void {
  flushes++;
  if (heldBack !== null) connection.doc.getMap('made').set(heldBack, true);
  heldBack = null;
}

test('what the canvas holds back is counted as not sent, and its client id is not given away', () => {
  heldBack = 'the end of a line';
  window.dispatchEvent(new Event('pagehide'));
  expect(left).toEqual([{ spare: null, unsent: 1 }]);
});

test('a page that has put its client id down and comes back writes under another', () => {
  const { doc } = connection;
  const { clientID } = doc;
  window.dispatchEvent(new Event('pagehide'));
  expect(left).toEqual([{ spare: { clientId: clientID, clock: 1 }, unsent: 0 }]);
  heldBack = 'after coming back';
  window.dispatchEvent(new Event('pointerup'));
  expect(doc.clientID).not.toBe(clientID);
  expect(Y.getState(doc.store, clientID)).toBe(1);
  expect(Y.getState(doc.store, doc.clientID)).toBe(1);
});

test('a gesture that ends, and a page that is only looked away from, are no leaving', () => {
  window.dispatchEvent(new Event('pointerup'));
  window.dispatchEvent(new Event('blur'));
  document.dispatchEvent(new Event('visibilitychange'));
  expect(flushes).toBe(3);
  expect(left).toEqual([]);
});

test('stopped, it does nothing more', () => {
  stopWatching();
  for (const event of ['pointerup', 'blur', 'pagehide']) window.dispatchEvent(new Event(event));
  document.dispatchEvent(new Event('visibilitychange'));
  expect(flushes).toBe(0);
  expect(left).toEqual([]);
});
