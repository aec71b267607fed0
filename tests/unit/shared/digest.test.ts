// The digest of a board, whatever a program has put there.
import { RunningDigest } from '@commonboard/shared/board/layout/digest.ts';
import { recordMaps } from '@commonboard/shared/board/layout/layout.ts';
import { expect, test } from 'vitest';
import * as Y from 'yjs';

test('a very long list in a record is read, and leaves nothing behind when it is gone', () => {
  const doc = new Y.Doc();
  const digest = new RunningDigest(doc);
  doc.transact(() => {
    recordMaps(doc).set('shape:long', new Y.Map<unknown>([['', Array.from({ length: 300_000 }, () => 0)]]));
    recordMaps(doc).set('shape:other', new Y.Map<unknown>([['', {}]]));
  });
  expect(digest.value()).toEqual(new RunningDigest(doc).value());
  recordMaps(doc).delete('shape:long');
  expect(digest.value()).toEqual(new RunningDigest(doc).value());
});

test('a document in a record reads alike in every replica', () => {
  const [doc, other] = [new Y.Doc(), new Y.Doc()];
  recordMaps(doc).set('shape:odd', new Y.Map<unknown>([['', new Y.Doc()]]));
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
  expect(new RunningDigest(other).value()).toEqual(new RunningDigest(doc).value());
});
