// The message parser and the gate against bytes of every kind: they answer, they never throw.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { participantIdSchema } from '@commonboard/shared/protocol/ids.ts';
import type { Role } from '@commonboard/shared/protocol/roles.ts';
import { Authors } from '@commonboard/server/sync/gate/authors.ts';
import { parseFrame } from '@commonboard/server/sync/socket/frame.ts';
import {
  encodeAwareness,
  encodeAwarenessEntry,
  encodeStep1,
  encodeUpdate,
} from '@commonboard/server/sync/socket/frames-out.ts';
import { isEmptyUpdate, judgeUpdate } from '@commonboard/server/sync/gate/gate.ts';
import { SettledFrames } from '@commonboard/server/sync/socket/settled-frames.ts';
import { freeToWrite } from '@commonboard/server/sync/gate/write-rule.ts';

function filled(): Y.Doc {
  const doc = new Y.Doc();
  doc.getMap('rec').set('shape:a', 1);
  doc.getMap('rec').set('shape:a', 2);
  const text = doc.getMap('rec').set('shape:text', new Y.Text('hello'));
  text.delete(1, 2);
  return doc;
}

const ada = participantIdSchema.parse('pAAAAAAAAAAAAAAAA');
const as = (role: Role) => ({
  role,
  participant: ada,
  isStep2: true,
  tellsAll: true,
  mayLack: true,
  shown: null,
  showsAnothers: false,
  isOthers: () => false,
});
const boardOf = (doc: Y.Doc) => ({ doc, authors: new Authors(), rule: freeToWrite, size: { hasRoomFor: () => true } });

describe('parseFrame', () => {
  it('[R6] answers any bytes with a frame or null', () => {
    const kinds = new Set<unknown>(['step1', 'step2', 'update', 'awareness', 'queryAwareness', 'presence', undefined]);
    const isAnswered = (bytes: Uint8Array): boolean => kinds.has(parseFrame(bytes)?.kind);
    const anything = fc.property(fc.uint8Array({ maxLength: 60 }), isAnswered);
    expect(() => fc.assert(anything, { numRuns: 3_000 })).not.toThrow();
  });

  it('[R6] reads no frame that is cut off or has something behind it', () => {
    const update = Y.encodeStateAsUpdate(filled());
    for (const frame of [
      encodeUpdate(update),
      encodeStep1(new Uint8Array([0])),
      encodeAwareness([encodeAwarenessEntry(1, 2, '{}')]),
    ]) {
      for (let length = 0; length < frame.length; length++) expect(parseFrame(frame.subarray(0, length))).toBeNull();
      expect(parseFrame(new Uint8Array([...frame, 0]))).toBeNull();
      expect(parseFrame(frame)).not.toBeNull();
    }
  });

  it('copies what it keeps: the socket’s buffer is used again', () => {
    const bytes = encodeUpdate(new Uint8Array([7, 7]));
    const frame = parseFrame(bytes);
    bytes.fill(0);
    expect(frame).toEqual({ kind: 'update', update: new Uint8Array([7, 7]) });
  });
});

describe('judgeUpdate', () => {
  it('[R14] answers any bytes, and what it lets pass Yjs can read', () => {
    const original = Y.encodeStateAsUpdate(filled());
    const flipped = fc
      .tuple(fc.nat(original.length - 1), fc.nat(255))
      .map(([at, byte]) => original.map((old, i) => (i === at ? byte : old)));
    const isReadable = (update: Uint8Array): boolean =>
      judgeUpdate(boardOf(filled()), update, as('edit')).kind !== 'apply' || Y.decodeUpdate(update).structs.length >= 0;
    const anything = fc.property(fc.oneof(fc.uint8Array({ maxLength: 40 }), flipped), isReadable);
    expect(() => fc.assert(anything, { numRuns: 1_000 })).not.toThrow();
  });

  it('[R12] [R13] a viewer may repeat what is known and add nothing', () => {
    const doc = filled();
    expect(judgeUpdate(boardOf(doc), Y.encodeStateAsUpdate(doc), as('view'))).toEqual({ kind: 'nothing', heard: [] });
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
    const known = Y.encodeStateVector(doc);
    (other.getMap('rec').get('shape:text') as Y.Text).delete(0, 1);
    expect(judgeUpdate(boardOf(doc), Y.encodeStateAsUpdate(other, known), as('view'))).toEqual({
      kind: 'refuse',
      code: 'view-only',
    });
    other.getMap('rec').set('shape:b', 1);
    expect(judgeUpdate(boardOf(doc), Y.encodeStateAsUpdate(other), as('view'))).toEqual({
      kind: 'refuse',
      code: 'view-only',
    });
    expect(judgeUpdate(boardOf(doc), Y.encodeStateAsUpdate(other), as('edit')).kind).toBe('apply');
  });

  it('knows an update that is empty', () => {
    expect(isEmptyUpdate(Y.encodeStateAsUpdate(new Y.Doc()))).toBe(true);
    expect(isEmptyUpdate(Y.encodeStateAsUpdate(filled()))).toBe(false);
  });
});

describe('SettledFrames', () => {
  it('[R18] says a number only when all before it are settled', () => {
    const frames = new SettledFrames();
    const [one, two, three] = [frames.next(), frames.next(), frames.next()];
    expect(frames.done(three)).toBeNull();
    expect(frames.done(one)).toBe(1);
    expect(frames.done(two)).toBe(3);
  });
});
