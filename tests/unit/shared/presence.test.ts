// Hot presence on the wire: what goes in comes out, and another's bytes can be anything.
import { withoutUnreadable } from '@commonboard/shared/protocol/cold-presence.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import {
  decodeHotBody,
  decodeHotDown,
  encodeHotBody,
  encodeHotEntry,
  encodeHotFrame,
  type HotPresence,
} from '@commonboard/shared/protocol/presence.ts';
import { cleanPersonName } from '@commonboard/shared/protocol/person-name.ts';
import * as fc from 'fast-check';
import * as decoding from 'lib0/decoding';
import { expect, test } from 'vitest';

const between = (min: number, max: number) => fc.float({ min, max, noNaN: true });
const number = between(-limits.coordinateMax, limits.coordinateMax);
const zoom = between(Math.fround(0.01), 100);
const side = between(1, 100_000);
const point = fc.record({ x: number, y: number });
const shapeIds = fc.string({ minLength: 1, maxLength: 30 }).map((id) => `shape:${id}`);
const textPoint = fc.option(fc.record({ client: fc.nat(0xffff_ffff), clock: fc.nat(1e9) }));
const nothing: HotPresence = { cursor: null, view: null, brush: null, laser: [], caret: null };
const view = { x: 0, y: 0, zoom: 1, width: 800, height: 600 };
const hot: fc.Arbitrary<HotPresence> = fc.record({
  cursor: fc.option(point),
  view: fc.option(fc.record({ x: number, y: number, zoom, width: side, height: side })),
  brush: fc.option(fc.record({ x: number, y: number, w: number, h: number })),
  laser: fc.array(point, { maxLength: 60 }),
  caret: fc.option(fc.record({ shapeId: shapeIds, anchor: textPoint, head: textPoint })),
});

test('any bytes decode to presence or to nothing, and never throw', () => {
  const anyBytes = fc.sample(fc.uint8Array({ maxLength: 200 }), 1_000);
  for (const bytes of anyBytes) expect(typeof decodeHotBody(bytes)).toBe('object');
});

test('not-a-number and infinity are nothing', () => {
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY])
    expect(
      decodeHotBody(encodeHotBody({ cursor: { x: value, y: 0 }, view: null, brush: null, laser: [], caret: null })),
    ).toBeNull();
});

test.each<[string, Partial<HotPresence>]>([
  ['a cursor far outside', { cursor: { x: limits.coordinateMax + 1, y: 0 } }],
  ['a view far outside', { view: { ...view, y: -limits.coordinateMax * 2 } }],
  ['a zoom of nothing', { view: { ...view, zoom: 0 } }],
  ['a negative zoom', { view: { ...view, zoom: -1 } }],
  ['a zoom beyond 100', { view: { ...view, zoom: 101 } }],
  ['a window without width', { view: { ...view, width: 0 } }],
  ['a window of 200,000 px', { view: { ...view, height: 200_000 } }],
  ['a brush far outside', { brush: { x: 0, y: 0, w: 1e9, h: 1 } }],
  [
    'a laser far outside',
    {
      laser: [
        { x: 0, y: 0 },
        { x: 1e30, y: 0 },
      ],
    },
  ],
  ['a caret in no shape', { caret: { shapeId: 'page:a', anchor: null, head: null } }],
  ['a caret in an endless id', { caret: { shapeId: `shape:${'x'.repeat(80)}`, anchor: null, head: null } }],
  [
    'a caret of somebody who cannot be',
    { caret: { shapeId: 'shape:a', anchor: null, head: { client: 2 ** 32, clock: 0 } } },
  ],
])('%s is nothing', (_what, part) => {
  expect(decodeHotBody(encodeHotBody({ ...nothing, ...part }))).toBeNull();
});

test('the bounds themselves are in', () => {
  const edge = { ...nothing, view: { ...view, x: limits.coordinateMax, zoom: 0.01, width: 1, height: 100_000 } };
  expect(decodeHotBody(encodeHotBody(edge))).not.toBeNull();
});

test.each([
  ['a page that is none', { page: 'x' }],
  ['a page that is a number', { page: 1 }],
  ['an endless page', { page: `page:${'x'.repeat(80)}` }],
  ['a selection that is none', { selection: 'shape:a' }],
  ['a selection with something else in it', { selection: ['shape:a', 'page:b'] }],
  ['an endless selection', { selection: Array.from({ length: limits.selectionIdsMax + 1 }, () => 'shape:a') }],
  ['following half a person', { following: 1.5 }],
])('%s is left out of a state, and what else it says stays', (_what, said) => {
  expect(withoutUnreadable({ ...said, other: 1 })).toEqual({ other: 1 });
});

test('a state that can be read stays as it is', () => {
  const said = { page: 'page:a', selection: ['shape:a'], following: null };
  expect(withoutUnreadable(said)).toEqual(said);
});

test('what goes in comes out', () => {
  fc.assert(
    fc.property(hot, (value) => {
      expect(decodeHotBody(encodeHotBody(value))).toEqual(value);
    }),
  );
});

test('a cursor alone takes 9 bytes', () => {
  expect(encodeHotBody({ cursor: { x: 1, y: 2 }, view: null, brush: null, laser: [], caret: null })).toHaveLength(9);
});

test('several people come in one frame', () => {
  const entries = [
    { clientId: 7, body: new Uint8Array([1, 2]) },
    { clientId: 4_000_000_000, body: new Uint8Array() },
  ];
  const decoder = decoding.createDecoder(
    encodeHotFrame(entries.map(({ clientId, body }) => encodeHotEntry(clientId, body))),
  );
  decoding.readVarUint(decoder);
  expect(decodeHotDown(decoder)).toEqual(entries);
});

test.each([
  ['empty', ''],
  ['only spaces', '   '],
  ['only what cannot be seen', '\u200b\u202e'],
  ['only joiners', '\u200c\u200d'],
  ['only marks', '\u0301\u0301'],
  ['only signs', '-- . --'],
  ['only a blank letter', '\u3164\u2800'],
  ['one letter too long', 'x'.repeat(41)],
  ['very long', 'x'.repeat(10_000)],
])('a name that is %s is refused', (_what, raw) => {
  expect(cleanPersonName(raw)).toBeNull();
});

test.each([
  ['spaces and line breaks', '  Ana \n  Maria ', 'Ana Maria'],
  ['direction overrides and control characters', 'A\u202eB\u0000C', 'ABC'],
  ['letters in parts', 'e\u0301', '\u00e9'],
  ['joined emoji', '👩🏽‍🌾', '👩🏽‍🌾'],
  ['a family', '👨‍👩‍👧‍👦', '👨‍👩‍👧‍👦'],
  ['a flag', '🇫🇷', '🇫🇷'],
  ['a Persian joiner', 'نیلوفر مهدی\u200cزاده', 'نیلوفر مهدی\u200cزاده'],
  ['an Indic joiner', 'क्\u200dष', 'क्\u200dष'],
  ['joiners at the ends and beside a space', '\u200dمهدی\u200c \u200cزاده\u200c', 'مهدی زاده'],
  ['doubled joiners', 'مهدی\u200c\u200d\u200cزاده', 'مهدی\u200cزاده'],
  ['joiners that hide in Latin letters', 'A\u200dd\u200ca', 'Ada'],
  ['isolates and marks of direction', '\u2067محمد\u2069\u200f', 'محمد'],
  ['another script', 'محمد', 'محمد'],
])('a name with %s is cleaned', (_what, raw, clean) => {
  expect(cleanPersonName(raw)).toBe(clean);
});

test('half a caret is nothing', () => {
  const end = { client: 4_000_000_000, clock: 70_000 };
  const body = encodeHotBody({ ...nothing, caret: { shapeId: 'shape:a', anchor: end, head: end } });
  for (let length = 1; length < body.length; length++) expect(decodeHotBody(body.slice(0, length))).toBeNull();
});

test('what a later version adds is passed over', () => {
  const body = encodeHotBody({ ...nothing, cursor: { x: 1, y: 2 } });
  const later = new Uint8Array([...body, 1, 2, 3]);
  later[0] = (later[0] ?? 0) | 0b1000_0000;
  expect(decodeHotBody(later)).toEqual({ ...nothing, cursor: { x: 1, y: 2 } });
});

test('all there can be at once fits into what one person may send', () => {
  const far = { client: 0xffff_ffff, clock: 2 ** 48 };
  const body = encodeHotBody({
    cursor: { x: 1, y: 2 },
    view,
    brush: { x: 0, y: 0, w: 1, h: 1 },
    laser: Array.from({ length: 60 }, () => ({ x: 1, y: 1 })),
    caret: { shapeId: `shape:${'x'.repeat(70)}`, anchor: far, head: far },
  });
  expect(body.length).toBeLessThan(limits.hotPresenceBytesMax);
});
