// Who hears of whose cursor: of all while few are there; of those near, and of whom they follow, when many are.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import * as decoding from 'lib0/decoding';
import { boardIdSchema, participantIdSchema } from '@commonboard/shared/protocol/ids.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import {
  decodeHotBody,
  decodeHotDown,
  encodeHotBody,
  type HotPresence,
} from '@commonboard/shared/protocol/presence.ts';
import { HotPresenceLane } from '@commonboard/server/sync/presence/hot-presence.ts';
import { Session } from '@commonboard/server/sync/socket/session.ts';
import { grantOf } from '../../support/grants.ts';

const grant = grantOf(boardIdSchema.parse('AAAAAAAAAAAAAAAA'), participantIdSchema.parse('pAAAAAAAAAAAAAAAA'));
const sessions = new Set<Session>();
const following = new Map<number, number>();
let lane: HotPresenceLane;

interface Person {
  session: Session;
  /** Where they see the others. */
  sees: Map<number, number>;
  frames: number;
  backlogBytes: number;
}

function person(clientId: number): Person {
  const one = { sees: new Map<number, number>(), frames: 0, backlogBytes: 0 };
  const socket = {
    send(bytes: Uint8Array) {
      one.frames++;
      const decoder = decoding.createDecoder(bytes);
      decoding.readVarUint(decoder);
      for (const { clientId: id, body } of decodeHotDown(decoder))
        one.sees.set(id, decodeHotBody(body)?.cursor?.x ?? Number.NaN);
    },
    ping: () => undefined,
    close: () => undefined,
    terminate: () => undefined,
    get backlogBytes() {
      return one.backlogBytes;
    },
  };
  const session = new Session(socket, grant, true, () => 0);
  session.clientId = clientId;
  sessions.add(session);
  return Object.assign(one, { session });
}

const at = (x: number, view: HotPresence['view'] = null): Uint8Array =>
  encodeHotBody({ cursor: { x, y: 0 }, view, brush: null, laser: [], caret: null });
/** A screen of 1,000 by 1,000 page units around a point. */
const around = (x: number): HotPresence['view'] => ({ x: 500 - x, y: 500, zoom: 1, width: 1000, height: 1000 });
const tick = (): void => void vi.advanceTimersByTime(1_000);

beforeEach(() => {
  vi.useFakeTimers();
  sessions.clear();
  following.clear();
  lane = new HotPresenceLane(sessions, ({ clientId }) => following.get(clientId ?? 0) ?? null);
});
afterEach(() => {
  lane.stop();
  vi.useRealTimers();
});

it("[R23] only the latest place goes out, never one's own, and nothing when nothing has changed", () => {
  const [ada, ben] = [person(1), person(2)];
  for (const x of [1, 2, 3]) lane.put(1, at(x));
  tick();
  expect([...ben.sees]).toEqual([[1, 3]]);
  expect([ada.frames, ben.frames]).toEqual([0, 1]);
  tick();
  expect(ben.frames).toBe(1);
});

it("a body that cannot be read is nobody's place", () => {
  const ben = person(2);
  expect([lane.put(1, new Uint8Array([1])), lane.put(1, new Uint8Array(limits.hotPresenceBytesMax + 1))]).toEqual([
    false,
    false,
  ]);
  tick();
  expect(ben.frames).toBe(0);
});

it('[R23] a newcomer hears at once of those who sit still; who has left is not told of', () => {
  lane.put(1, at(1));
  lane.put(2, at(2));
  lane.remove(2);
  const ben = person(3);
  lane.greet(ben.session);
  expect([...ben.sees]).toEqual([[1, 1]]);
});

it('somebody who is behind hears the newest when they can', () => {
  const ben = person(2);
  ben.backlogBytes = 10 ** 9;
  lane.put(1, at(1));
  tick();
  lane.put(1, at(5));
  tick();
  // Ada moves no more.
  ben.backlogBytes = 0;
  tick();
  expect([...ben.sees]).toEqual([[1, 5]]);
});

it('[R85] of a crowd one hears only of those near, of whom one follows, and of who goes out of sight', () => {
  const ben = person(1);
  lane.put(1, at(0, around(0)));
  // One stands at each thousand.
  const crowd = Array.from({ length: limits.hotPresenceCrowd + 10 }, (_, i) => i + 2);
  for (const id of crowd) lane.put(id, at(id * 1_000));
  lane.put(100, at(100));
  following.set(1, 30);
  tick();
  expect([...ben.sees]).toEqual(
    expect.arrayContaining([
      [30, 30_000],
      [100, 100],
    ]),
  );
  expect(ben.sees.size).toBe(2);
  // Gone far away: its old place must not stay on the screen.
  lane.put(100, at(50_000));
  lane.put(2, at(2_100));
  tick();
  expect(ben.sees.get(100)).toBe(50_000);
  expect(ben.sees.has(2)).toBe(false);
  // Looking elsewhere shows who is there, though they have not moved.
  lane.put(1, at(0, around(5_000)));
  tick();
  expect(ben.sees.get(5)).toBe(5_000);
});

it('[R85] never of more than so many at once, the nearest first, and of the others in time', () => {
  const ben = person(1);
  lane.put(1, at(0, around(0)));
  for (let id = 2; id < 202; id++) lane.put(id, at(id));
  vi.advanceTimersByTime(limits.hotPresenceTickMs);
  expect(ben.sees.size).toBe(limits.hotPresenceNearMax);
  expect(Math.max(...ben.sees.keys())).toBe(limits.hotPresenceNearMax + 1);
  tick();
  expect(ben.sees.size).toBe(200);
});
