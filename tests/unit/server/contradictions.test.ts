// What says something else about the same clocks, and what honest people who were apart say, which never does. Rule R101.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { ada, ben, openGate } from '../../support/board-gate.ts';
import { onePart, valuePart as value, type WrittenPart } from '../../support/written-update.ts';

const conflict = { kind: 'refuse', code: 'conflict' };

describe('other work under the same clocks', () => {
  const stored = (part: WrittenPart) => {
    const gate = openGate();
    gate.send(onePart(1, 0, { content: { is: 'type', type: 1 }, key: 'shape:a' }));
    gate.send(onePart(1, 1, { content: { is: 'type', type: 6 }, parent: [1, 0], key: 't' }));
    gate.send(onePart(1, 2, part));
    return gate;
  };
  const text = (letters: string, more: Partial<WrittenPart> = {}): WrittenPart => ({
    content: { is: 'text', text: letters },
    parent: [1, 1],
    ...more,
  });
  it.each<[string, WrittenPart, WrittenPart]>([
    ['other letters', text('mine'), text('fake')],
    ['a value for letters', text('mine'), value('mine', 'shape:b')],
    ['another value', value({ a: [1, 2] }, 'shape:b'), value({ a: [1, 3] }, 'shape:b')],
    ['the same at another key', value(1, 'shape:b'), value(1, 'shape:c')],
    ['the same in another holder', text('m', { key: 'x' }), text('m', { parent: [1, 0], key: 'x' })],
    ['the same beside something else', text('m'), { content: { is: 'text', text: 'm' }, origin: [1, 1] }],
  ])('[R101] %s', (_, there, said) => {
    const gate = stored(there);
    for (const isStep2 of [true, false]) expect(gate.judge(onePart(1, 2, said), { isStep2 })).toEqual(conflict);
    expect(gate.judge(onePart(1, 2, there)).kind).toBe('nothing');
    // Who may only look has nothing to lose.
    expect(gate.judge(onePart(1, 2, said), { role: 'view' }).kind).toBe('nothing');
  });

  it('[R101] what is deleted agrees with everything, but not where others brought it', () => {
    const deleted: WrittenPart = { content: { is: 'garbage', length: 4 } };
    const honest = stored(deleted);
    expect(honest.judge(onePart(1, 2, text('mine'))).kind).toBe('nothing');
    const forged = stored(text('mine'));
    forged.send(onePart(1, 6, deleted), { participant: ben, isStep2: true });
    expect(forged.judge(onePart(1, 6, text('more', { origin: [1, 5], parent: undefined })))).toEqual(conflict);
    // And once the owner has said the same, it is theirs.
    const heard = forged.judge(onePart(1, 6, deleted), { participant: ada });
    expect(heard).toEqual({ kind: 'nothing', heard: [{ client: 1, from: null }] });
  });
});

it('[R101] people who were apart, deleted, and come with all they ever knew are never contradicted', () => {
  const act = fc.record({
    who: fc.nat(2),
    at: fc.nat(30),
    what: fc.constantFrom('write', 'write', 'erase', 'set', 'new', 'tell', 'hear'),
    words: fc.constantFrom('a', 'some words', '\u{1f600}\u{1f601}', 'x'),
  });
  const property = fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
    const gate = openGate();
    const docs = [0, 1, 2].map((i) => {
      const doc = new Y.Doc();
      doc.clientID = 10 + i;
      return doc;
    });
    const tell = (doc: Y.Doc): void => {
      const verdict = gate.send(Y.encodeStateAsUpdate(doc), { isStep2: true, shown: doc.clientID });
      expect(verdict).not.toEqual(conflict);
    };
    for (const { who, at, what, words } of acts) {
      const doc = docs[who];
      if (!doc) continue;
      const shapes = [...doc.getMap<Y.Map<unknown>>('rec').values()];
      const held = shapes[at % Math.max(1, shapes.length)]?.get('t');
      const letters = held instanceof Y.XmlText ? held : null;
      if (what === 'new') {
        const map = new Y.Map<unknown>([['t', new Y.XmlText(words)]]);
        doc.getMap('rec').set(`shape:${at % 4}`, map);
      } else if (what === 'set') shapes[at % Math.max(1, shapes.length)]?.set('p.x', { at, words });
      else if (what === 'write') letters?.insert(at % (letters.length + 1), words);
      else if (what === 'erase')
        letters?.delete(at % (letters.length + 1), Math.min(1, letters.length - (at % (letters.length + 1))));
      else if (what === 'tell') tell(doc);
      else Y.applyUpdate(doc, Y.encodeStateAsUpdate(gate.doc));
    }
    for (const doc of docs) tell(doc);
    gate.stop();
  });
  fc.assert(property, { numRuns: 300 });
});
