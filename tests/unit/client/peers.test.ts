// Who is here, with real awareness and a connection that is never opened.
import { watchPeers, type Peers } from '@commonboard/client/sync/peers.ts';
import type { HotPresence } from '@commonboard/shared/protocol/presence.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';

const user = { participantId: `p${'b'.repeat(16)}`, name: 'Ana', color: '#112233', role: 'edit' };
const hot: HotPresence = { cursor: { x: 1, y: 2 }, view: null, brush: null, laser: [], caret: null };
let here: WebsocketProvider;
let peers: Peers;

beforeEach(() => {
  here = new WebsocketProvider('ws://board.test', 'board', new Y.Doc(), { connect: false });
  peers = watchPeers(here.awareness);
});

afterEach(() => {
  here.destroy();
  here.awareness.destroy();
});

/** As awareness does when the server passes a state on, or says that somebody left. */
function passOn(clientId: number, state: Record<string, unknown> | null): void {
  const { states } = here.awareness;
  const isNew = !states.has(clientId);
  if (state) states.set(clientId, state);
  else states.delete(clientId);
  const change = { added: isNew ? [clientId] : [], updated: [], removed: state ? [] : [clientId] };
  here.awareness.emit('change', [change, here]);
}

test('whoever has no stamped user is nobody, and this page is no other', () => {
  passOn(7, { user: { name: 'Ana' } });
  passOn(here.awareness.clientID, { user });
  expect(peers.list()).toEqual([]);
});

test('the hot part is shown beside the person, whichever comes first', () => {
  peers.heard([{ clientId: 7, hot }]);
  passOn(7, { user });
  passOn(8, { user });
  expect(peers.list().map((peer) => [peer.clientId, peer.hot])).toEqual([
    [7, hot],
    [8, null],
  ]);
  peers.heard([{ clientId: 8, hot }]);
  expect(peers.list().map((peer) => peer.hot)).toEqual([hot, hot]);
});

test('of whoever left nothing stays: coming back under the same id, they are where they say they are', () => {
  passOn(7, { user });
  passOn(8, { user });
  peers.heard([7, 8].map((clientId) => ({ clientId, hot })));
  passOn(7, null);
  passOn(7, { user });
  expect(peers.list().map((peer) => [peer.clientId, peer.hot])).toEqual(
    expect.arrayContaining([
      [7, null],
      [8, hot],
    ]),
  );
});

test('a lost connection takes along what was heard, and listeners are told until they stop', () => {
  passOn(7, { user });
  let told = 0;
  const stop = peers.onChange(() => told++);
  peers.heard([{ clientId: 7, hot }]);
  peers.forget();
  expect(peers.list().map((peer) => peer.hot)).toEqual([null]);
  stop();
  passOn(7, null);
  expect(told).toBe(2);
});
