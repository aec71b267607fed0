// Joining what Yjs has collected changes nothing of a document but its size in memory.
import { mergeCollected } from '@commonboard/shared/board/layout/merged-structs.ts';
import { quietDoc } from '@commonboard/shared/board/layout/quiet-doc.ts';
import { array, assert, constantFrom, nat, property, record } from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';

const act = record({
  who: nat(2),
  what: constantFrom('make', 'write', 'text', 'remove', 'exchange', 'merge'),
  which: nat(4),
});

function exchange(docs: readonly Y.Doc[]): void {
  for (const from of docs)
    for (const to of docs) if (from !== to) Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)));
}

function remove(doc: Y.Doc, id: string): void {
  doc.getMap('rec').delete(id);
}

function write(doc: Y.Doc, id: string, at: number): void {
  const map = doc.getMap('rec').get(id);
  if (map instanceof Y.Map) map.set('place', at);
}

test('whatever three people do, a document that is merged now and then says the same as one that never is', () => {
  assert(
    property(array(act, { maxLength: 120 }), (acts) => {
      const docs = [1, 2, 3].map((clientID) => Object.assign(new Y.Doc(), { clientID }));
      for (const [i, { who, what, which }] of acts.entries()) {
        const doc = docs[who]!;
        const id = `shape:${which}`;
        const map = doc.getMap('rec').get(id);
        if (what === 'make') doc.getMap('rec').set(id, new Y.Map([['text', new Y.Text('a')]]));
        if (what === 'write') write(doc, id, i);
        if (what === 'text' && map instanceof Y.Map) (map.get('text') as Y.Text).insert(0, `${i}`);
        if (what === 'remove') remove(doc, id);
        if (what === 'exchange') exchange(docs);
        // Of the three, only the first.
        if (what === 'merge') mergeCollected(docs[0]!);
      }
      exchange(docs);
      exchange(docs);
      const fresh = new Y.Doc();
      Y.applyUpdate(fresh, Y.encodeStateAsUpdate(docs[0]!));
      for (const doc of [...docs, fresh]) {
        expect(doc.getMap('rec').toJSON()).toEqual(docs[1]!.getMap('rec').toJSON());
        expect(Y.decodeStateVector(Y.encodeStateVector(doc))).toEqual(
          Y.decodeStateVector(Y.encodeStateVector(docs[1]!)),
        );
      }
    }),
    { numRuns: 300 },
  );
});

test('what others overwrote of records that are gone does not stay in parts', () => {
  const [one, other] = [quietDoc(), quietDoc()];
  const ids = Array.from({ length: 400 }, (_, i) => `shape:${i}`);
  for (const id of ids) one.getMap('rec').set(id, new Y.Map());
  exchange([one, other]);
  for (const id of ids) write(other, id, 1);
  exchange([one, other]);
  for (const id of ids) write(one, id, 2);
  for (const id of ids) remove(one, id);
  // As many as are joined at a time.
  for (let i = 0; i < ids.length; i++) one.getMap('meta').set('title', `${i}`);
  const written = one.store.clients.get(other.clientID) ?? [];
  expect(written.every((part) => part instanceof Y.GC)).toBe(true);
  expect(written).toHaveLength(1);
});
