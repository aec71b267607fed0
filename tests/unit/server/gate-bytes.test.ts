// What the gate looks over before Yjs sees it, and gaps against what Yjs itself does. Bad input first.
import * as encoding from 'lib0/encoding';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { findTemplate } from '@commonboard/shared/templates/catalogue.ts';
import { templateRecords } from '@commonboard/shared/templates/template-records.ts';
import { fitOf } from '@commonboard/server/sync/gate/clock-gaps.ts';
import { scanUpdate } from '@commonboard/server/sync/gate/scan-update.ts';
import { takeApart } from '@commonboard/server/sync/gate/update-parts.ts';
import { BoardFuzz } from '../../support/board-fuzz.ts';
import { openGate } from '../../support/board-gate.ts';
import { act } from '../../support/fuzz-acts.ts';
import {
  anyUpdate,
  madeBy,
  onePart,
  valuePart as value,
  type WrittenPart,
  writeUpdate,
} from '../../support/written-update.ts';

const numbers = (...values: number[]): Uint8Array => {
  const encoder = encoding.createEncoder();
  for (const one of values) encoding.writeVarUint(encoder, one);
  return encoding.toUint8Array(encoder);
};
const nested = (depth: number): unknown => (depth === 0 ? 1 : [nested(depth - 1)]);
const inText = (attributes: object) =>
  madeBy((doc) => doc.getMap('rec').set('shape:a', new Y.Map([['t', letters('q', attributes)]])));
function letters(text: string, attributes: object): Y.XmlText {
  const made = new Y.XmlText();
  made.insert(0, text, attributes);
  return made;
}
function jsonPart(json: string): WrittenPart {
  return { content: { is: 'format', key: 'bold', json }, key: 'shape:a' };
}

describe('bytes', () => {
  it.each<[string, Uint8Array]>([
    ['nothing', new Uint8Array()],
    ['thirty million parts in sixteen bytes', numbers(1, 30_000_000, 1, 0, 1, 2, 3, 4)],
    ['four billion clients', numbers(2 ** 32, 1, 1, 1)],
    ['a client id of 33 bits', onePart(2 ** 32, 0, value(1))],
    ['a clock of 2^31', onePart(1, 2 ** 31, value(1))],
    ['garbage of 2^52', onePart(1, 0, { content: { is: 'garbage', length: 2 ** 52 } })],
    ['garbage of length 0', onePart(1, 0, { content: { is: 'garbage', length: 0 } })],
    ['letters of length 0', onePart(1, 0, { content: { is: 'text', text: '' }, key: 'shape:a' })],
    ['a hook', onePart(1, 0, { content: { is: 'type', type: 5 }, key: 'shape:a' })],
    ['a type nobody knows', onePart(1, 0, { content: { is: 'type', type: 9 }, key: 'shape:a' })],
    ['bytes after the end', new Uint8Array([...madeBy((doc) => doc.getMap('rec').set('shape:a', 1)), 0])],
    ['the second format', Y.convertUpdateFormatV1ToV2(madeBy((doc) => doc.getMap('rec').set('shape:a', 1)))],
    [
      'a client listed twice',
      writeUpdate({ clients: [1, 1].map((client) => ({ client, clock: 0, parts: [value(1)] })), deleted: [] }),
    ],
    [
      'deletions of a client listed twice',
      writeUpdate({ clients: [], deleted: [1, 1].map((client) => ({ client, ranges: [[0, 1]] })) }),
    ],
    [
      'a range deleted twice',
      writeUpdate({
        clients: [],
        deleted: [
          {
            client: 1,
            ranges: [
              [0, 2],
              [1, 2],
            ],
          },
        ],
      }),
    ],
    [
      'ranges out of order',
      writeUpdate({
        clients: [],
        deleted: [
          {
            client: 1,
            ranges: [
              [5, 1],
              [0, 1],
            ],
          },
        ],
      }),
    ],
    ['a record without a type', onePart(1, 0, { ...value(1), key: 'a' })],
    ['a record named __proto__', onePart(1, 0, { ...value(1), key: '__proto__' })],
    ['a record that stands in a list', onePart(1, 0, { ...value(1), key: null })],
    ['an id that is too long', onePart(1, 0, { ...value(1), key: `shape:${'x'.repeat(limits.idCharsMax)}` })],
    ['an id with a control character', onePart(1, 0, { ...value(1), key: 'shape:\u0000' })],
    ['an object named __proto__', onePart(1, 0, value(JSON.parse('{"a":{"__proto__":{"x":1}}}')))],
    ['a key of a record named constructor', onePart(1, 0, { ...value(1), parent: [1, 0], key: 'p.constructor' })],
    ['an attribute named prototype', inText({ prototype: 1 })],
    ['JSON named __proto__', onePart(1, 0, jsonPart('{"__proto__":{"x":1}}'))],
    ['JSON named __proto__ in signs', onePart(1, 0, jsonPart(String.raw`{"\u005f_proto__":{"x":1}}`))],
    ['JSON that is none', onePart(1, 0, jsonPart('{"constructor'))],
    ['JSON in JSON in JSON', onePart(1, 0, jsonPart('['.repeat(10_000) + ']'.repeat(10_000)))],
    ['values in values in values', onePart(1, 0, value(nested(limits.valueDepthMax + 2)))],
    ['a large integer', onePart(1, 0, value(2n ** 60n))],
    ['a document in a document', madeBy((doc) => doc.getMap('rec').set('shape:a', new Y.Doc()))],
  ])('[R40] %s cannot be read', (_, update) => {
    expect(scanUpdate(update)).toBe('unreadable');
  });

  it.each<[string, () => Uint8Array]>([
    ['one text', () => onePart(1, 0, value('x'.repeat(limits.textBytesMax + 1)))],
    [
      'parts',
      () =>
        writeUpdate({
          clients: [
            {
              client: 1,
              clock: 0,
              parts: Array.from({ length: limits.structsPerUpdateMax + 1 }, (): WrittenPart => ({
                content: { is: 'garbage', length: 1 },
              })),
            },
          ],
          deleted: [],
        }),
    ],
    [
      'clients',
      () =>
        writeUpdate({
          clients: Array.from({ length: limits.clientsPerFrameMax + 1 }, (_, client) => ({
            client,
            clock: 0,
            parts: [value(1)],
          })),
          deleted: [],
        }),
    ],
    [
      'ranges',
      () =>
        writeUpdate({
          clients: [],
          deleted: [
            {
              client: 1,
              ranges: Array.from({ length: limits.deletedRangesPerUpdateMax + 1 }, (_, i): [number, number] => [
                2 * i,
                1,
              ]),
            },
          ],
        }),
    ],
    ['signs in a name', () => onePart(1, 0, { ...value(1), parent: [1, 0], key: 'k'.repeat(limits.keyBytesMax + 1) })],
  ])('[R40] too many %s are too large', (_, make) => {
    expect(scanUpdate(make())).toBe('too-large');
  });

  it('[R40] as much as honest people ever do at once passes', { timeout: 60_000 }, () => {
    const doc = new Y.Doc();
    doc.transact(() => {
      for (let i = 0; i < 20_000; i++) {
        doc.clientID = 1 + (i >> 5);
        const record: [string, unknown][] = [
          ['', { x: i }],
          ['$', ['page:page', 1, 2, 0]],
        ];
        doc.getMap('rec').set(`shape:${i}`, new Y.Map(record));
      }
    });
    const text = new Y.XmlText('words '.repeat(20_000));
    doc.getMap('rec').set('shape:long', new Y.Map([['t', text]]));
    text.format(10, 5_000, { bold: {}, link: { href: 'https://a.example/' }, lists: [['bullet', 1]] });
    doc.transact(() => {
      for (let i = 0; i < 5_000; i++) doc.getMap('rec').delete(`shape:${i * 4}`);
    });
    const update = Y.encodeStateAsUpdate(doc);
    expect(doc.getMap('rec').size).toBeGreaterThan(15_000);
    expect(openGate().send(update, { isStep2: true, shown: doc.clientID })).toMatchObject({ kind: 'apply' });
  });

  it('[R40] whatever the binding writes passes, one by one and as a whole', { timeout: 60_000 }, () => {
    const template = findTemplate('stakeholder-grid');
    if (!template) throw new Error('The template is there.');
    const everything = fc.property(fc.array(act, { minLength: 20, maxLength: 120 }), (acts) => {
      const fuzz = new BoardFuzz(templateRecords(template, 'en'));
      const start = Y.encodeStateAsUpdate(fuzz.players[0]!.person.doc);
      const updates: Uint8Array[] = [];
      for (const { person } of fuzz.players)
        person.doc.on('update', (update: Uint8Array, _: unknown, __: Y.Doc, { local }: Y.Transaction) => {
          if (local) updates.push(update);
        });
      for (const next of acts) fuzz.play(next);
      fuzz.settle();
      const gate = openGate(start);
      for (const update of updates)
        expect(gate.send(update, { role: 'facilitate' })).not.toMatchObject({ kind: 'refuse' });
      const whole = Y.encodeStateAsUpdate(fuzz.players[0]!.person.doc, Y.encodeStateVector(gate.doc));
      expect(gate.send(whole, { isStep2: true, role: 'facilitate' }).kind).not.toMatch(/refuse|gap/);
      gate.stop();
    });
    fc.assert(everything, { numRuns: 60 });
  });
});

describe('gaps', () => {
  const known = onePart(7, 0, value(1));

  it('[R41] are found exactly where Yjs would leave something waiting', { timeout: 60_000 }, () => {
    const asYjsDoes = fc.property(anyUpdate([7, 8, 9]), (update) => {
      const [doc, same] = [new Y.Doc(), new Y.Doc()];
      for (const each of [doc, same]) Y.applyUpdate(each, known);
      const parts = scanUpdate(update) === 'ok' ? takeApart(doc, update) : null;
      if (!parts) return true;
      const fit = fitOf(parts);
      try {
        Y.applyUpdate(same, update);
      } catch {
        // What breaks Yjs must not pass.
        return fit === 'broken' || fit === 'gap';
      }
      const waits = same.store.pendingStructs !== null || same.store.pendingDs !== null;
      // What stands on itself is refused, though Yjs would take some of it.
      return fit === 'broken' || waits === (fit === 'gap');
    });
    expect(() => fc.assert(asYjsDoes, { numRuns: 10_000 })).not.toThrow();
  });

  it('[R41] a row of clients that stand on one another is followed without a pile of calls', () => {
    const count = 10_000;
    const clients = Array.from({ length: count }, (_, i) => ({
      client: count - i,
      clock: 0,
      parts: [i === count - 1 ? value(1) : { ...value(1), origin: [count - i - 1, 0] as const }],
    }));
    const parts = takeApart(new Y.Doc(), writeUpdate({ clients, deleted: [] }));
    expect(parts && fitOf(parts)).toBe('fits');
  });
});
