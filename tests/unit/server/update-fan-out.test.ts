// Who gets which update when: a slow reader gets nothing for a while, then all of it in one, or is sent away.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import * as decoding from 'lib0/decoding';
import { boardIdSchema, participantIdSchema } from '@commonboard/shared/protocol/ids.ts';
import { closeCodes } from '@commonboard/shared/protocol/close-codes.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { Session } from '@commonboard/server/sync/socket/session.ts';
import { UpdateFanOut } from '@commonboard/server/sync/update-fan-out.ts';
import { grantOf } from '../../support/grants.ts';

const grant = grantOf(boardIdSchema.parse('AAAAAAAAAAAAAAAA'), participantIdSchema.parse('pAAAAAAAAAAAAAAAA'));
const sessions = new Set<Session>();
let now = 0;
let doc: Y.Doc;
let fanOut: UpdateFanOut;
/** What waits for the window's end. */
let gathered: () => number;

interface Reader {
  doc: Y.Doc;
  frames: number;
  backlogBytes: number;
  closed: number | null;
}

function reader(): Reader {
  const one: Reader = { doc: new Y.Doc(), frames: 0, backlogBytes: 0, closed: null };
  const socket = {
    send(bytes: Uint8Array) {
      one.frames++;
      const decoder = decoding.createDecoder(bytes);
      decoding.readVarUint(decoder);
      decoding.readVarUint(decoder);
      Y.applyUpdate(one.doc, decoding.readVarUint8Array(decoder));
    },
    ping: () => undefined,
    close: (code: number) => (one.closed = code),
    terminate: () => undefined,
    get backlogBytes() {
      return one.backlogBytes;
    },
  };
  const session = new Session(socket, grant, true, () => now);
  session.reading = true;
  sessions.add(session);
  return one;
}

const words = (of: Y.Doc): string => of.getText('t').toJSON();

beforeEach(() => {
  vi.useFakeTimers();
  now = 0;
  gathered = () => 0;
  sessions.clear();
  doc = new Y.Doc();
  fanOut = new UpdateFanOut(
    sessions,
    () => now,
    () => ({
      applyGathered: () => gathered(),
      stateVector: () => Y.encodeStateVector(doc),
      stateSince: (vector) => Y.encodeStateAsUpdate(doc, vector),
    }),
  );
  doc.on('update', (update: Uint8Array) => fanOut.add(update, null));
});
afterEach(() => {
  fanOut.stop();
  vi.useRealTimers();
});

function writes(count: number): void {
  for (let i = 0; i < count; i++) {
    doc.getText('t').insert(0, 'x');
    vi.advanceTimersByTime(limits.sendWindowMs);
  }
}

it('[R30] what came while somebody was behind is one frame when they have caught up; others get each as it comes', () => {
  const [quick, slow] = [reader(), reader()];
  slow.backlogBytes = limits.laggardBytes + 1;
  writes(50);
  expect(quick.frames).toBe(50);
  // The one that was under way when it was seen.
  expect(slow.frames).toBe(1);
  slow.backlogBytes = 0;
  vi.advanceTimersByTime(1_000);
  expect(slow.frames).toBe(2);
  expect(words(slow.doc)).toBe(words(doc));
  writes(3);
  expect([slow.frames, words(slow.doc)]).toEqual([5, words(quick.doc)]);
});

it('[R30] deletions that came meanwhile arrive too', () => {
  const slow = reader();
  writes(10);
  slow.backlogBytes = limits.laggardBytes + 1;
  writes(1);
  doc.getText('t').delete(2, 6);
  vi.advanceTimersByTime(limits.sendWindowMs);
  slow.backlogBytes = 0;
  vi.advanceTimersByTime(1_000);
  expect(words(slow.doc)).toBe(words(doc));
});

it('[R30] who has not read for too long is closed with 1013', () => {
  const slow = reader();
  slow.backlogBytes = limits.laggardBytes + 1;
  writes(1);
  now = limits.laggardMsMax;
  vi.advanceTimersByTime(1_000);
  expect(slow.closed).toBeNull();
  now = limits.laggardMsMax + 1;
  vi.advanceTimersByTime(1_000);
  expect(slow.closed).toBe(closeCodes.tryLater);
});

it('[R30] somebody behind who has left is forgotten', () => {
  const slow = reader();
  slow.backlogBytes = limits.laggardBytes + 1;
  writes(1);
  sessions.clear();
  now = limits.laggardMsMax + 1;
  vi.advanceTimersByTime(1_000);
  expect([slow.closed, vi.getTimerCount()]).toEqual([null, 0]);
});

it('[R10] after a window with many updates the next is longer', () => {
  const one = reader();
  writes(1);
  gathered = () => {
    doc.getText('t').insert(0, 'y');
    return limits.busyWindowUpdates + 1;
  };
  doc.getText('t').insert(0, 'x');
  vi.advanceTimersByTime(limits.sendWindowMs);
  gathered = () => 0;
  const before = one.frames;
  doc.getText('t').insert(0, 'z');
  vi.advanceTimersByTime(limits.sendWindowMs);
  expect(one.frames).toBe(before);
  vi.advanceTimersByTime(limits.busySendWindowMs - limits.sendWindowMs);
  expect([one.frames, words(one.doc)]).toEqual([before + 1, 'zyxx']);
});
