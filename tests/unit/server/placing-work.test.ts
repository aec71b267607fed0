// How much finding the places of an update's parts takes: two who write at one spot unheard of each other, honest and not.
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { placingWork } from '@commonboard/server/sync/gate/placing-work.ts';
import { takeApart } from '@commonboard/server/sync/gate/update-parts.ts';
import { openGate } from '../../support/board-gate.ts';

const text = (doc: Y.Doc): Y.XmlText => {
  const [first] = (doc.getMap('rec').get('shape:a') as Y.Map<Y.XmlFragment>).get('t')?.toArray() ?? [];
  if (!(first instanceof Y.XmlText)) throw new Error('There is no text.');
  return first;
};

/** A board with one text, and a copy of it for somebody else. */
function begin(client: number): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = 1;
  const fragment = new Y.XmlFragment();
  doc.getMap('rec').set('shape:a', new Y.Map([['t', fragment]]));
  fragment.insert(0, [new Y.XmlText()]);
  return copy(doc, client);
}
function copy(of: Y.Doc, client: number): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(of));
  doc.clientID = client;
  return doc;
}

type Way = (doc: Y.Doc, i: number) => void;
const ways: Record<string, Way> = {
  'at the beginning': (doc) => text(doc).insert(0, 'x'),
  'at the end, with other work between': (doc, i) => {
    text(doc).insert(text(doc).length, 'x');
    doc.getMap('rec').set(`shape:n${doc.clientID}-${i}`, 1);
  },
  'into one key': (doc, i) => {
    doc.getMap('rec').set('shape:key', i);
    doc.getMap('rec').set(`shape:n${doc.clientID}-${i}`, 1);
  },
};

/** What two people did apart, `count` acts each; the second's is judged where the first's is known. */
function fight(way: Way, count: number): { doc: Y.Doc; update: Uint8Array } {
  const first = begin(100);
  const second = copy(first, 200);
  const before = Y.encodeStateVector(second);
  for (const doc of [first, second]) for (let i = 0; i < count; i++) way(doc, i);
  return { doc: first, update: Y.encodeStateAsUpdate(second, before) };
}
function workOf({ doc, update }: { doc: Y.Doc; update: Uint8Array }): number {
  const parts = takeApart(doc, update);
  if (!parts) throw new Error('It cannot be read.');
  return placingWork(parts, limits.placingWorkMax);
}

describe.each(Object.entries(ways))('two who write %s', (_, way) => {
  it('a few hundred times each are taken', () => expect(workOf(fight(way, 400))).toBeLessThan(limits.placingWorkMax));
});

it('counts at least what Yjs compares: thousands of single letters at one spot are too much', () => {
  // At the beginning each stands before the last; behind each other they would be one part.
  expect(workOf(fight((doc) => text(doc).insert(0, 'x'), 3_000))).toBeGreaterThan(limits.placingWorkMax);
});

it('two clients of one frame that fight with each other are counted too', () => {
  const base = begin(100);
  const before = Y.encodeStateVector(base);
  const [one, other] = [copy(base, 100), copy(base, 200)];
  for (const doc of [one, other]) for (let i = 0; i < 3_000; i++) text(doc).insert(0, 'x');
  const update = Y.mergeUpdates([one, other].map((doc) => Y.encodeStateAsUpdate(doc, before)));
  expect(workOf({ doc: base, update })).toBeGreaterThan(limits.placingWorkMax);
});

it('what nobody else has touched costs no more than there is of it', () => {
  const doc = begin(100);
  const writer = copy(doc, 200);
  const before = Y.encodeStateVector(writer);
  for (let i = 0; i < 5_000; i++) {
    text(writer).insert(i % 2 === 0 ? 0 : text(writer).length, 'word ');
    writer.getMap('rec').set(`shape:${i}`, new Y.Map([['', { i }]]));
  }
  expect(workOf({ doc, update: Y.encodeStateAsUpdate(writer, before) })).toBeLessThan(5_000);
});

it('[R49] the gate refuses it before Yjs sees it', () => {
  const gate = openGate();
  const { doc, update } = fight((one) => text(one).insert(0, 'x'), 3_000);
  Y.applyUpdate(gate.doc, Y.encodeStateAsUpdate(doc));
  expect(gate.judge(update)).toEqual({ kind: 'refuse', code: 'too-large' });
});
