// Hot presence on the wire: what goes in comes out, and another's bytes can be anything.
import {
  decodeHotBody,
  decodeHotDown,
  encodeHotBody,
  encodeHotDown,
  type HotPresence,
} from '@commonboard/shared/protocol/presence.ts';
import { cleanPersonName } from '@commonboard/shared/protocol/person-name.ts';
import * as fc from 'fast-check';
import * as decoding from 'lib0/decoding';
import { expect, test } from 'vitest';

const number = fc.float({ noNaN: true, noDefaultInfinity: true });
const point = fc.record({ x: number, y: number });
const hot: fc.Arbitrary<HotPresence> = fc.record({
  cursor: fc.option(point),
  view: fc.option(fc.record({ x: number, y: number, zoom: number, width: number, height: number })),
  brush: fc.option(fc.record({ x: number, y: number, w: number, h: number })),
  laser: fc.array(point, { maxLength: 60 }),
});

test('any bytes decode to presence or to nothing, and never throw', () => {
  const anyBytes = fc.sample(fc.uint8Array({ maxLength: 200 }), 1_000);
  for (const bytes of anyBytes) expect(typeof decodeHotBody(bytes)).toBe('object');
});

test('not-a-number and infinity are nothing', () => {
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY])
    expect(decodeHotBody(encodeHotBody({ cursor: { x: value, y: 0 }, view: null, brush: null, laser: [] }))).toBeNull();
});

test('what goes in comes out', () => {
  fc.assert(
    fc.property(hot, (value) => {
      expect(decodeHotBody(encodeHotBody(value))).toEqual(value);
    }),
  );
});

test('a cursor alone takes 9 bytes', () => {
  expect(encodeHotBody({ cursor: { x: 1, y: 2 }, view: null, brush: null, laser: [] })).toHaveLength(9);
});

test('several people come in one frame', () => {
  const entries = [
    { clientId: 7, body: new Uint8Array([1, 2]) },
    { clientId: 4_000_000_000, body: new Uint8Array() },
  ];
  const decoder = decoding.createDecoder(encodeHotDown(entries));
  decoding.readVarUint(decoder);
  expect(decodeHotDown(decoder)).toEqual(entries);
});

test.each([
  ['empty', ''],
  ['only spaces', '   '],
  ['only what cannot be seen', '\u200b\u202e'],
  ['one letter too long', 'x'.repeat(41)],
  ['very long', 'x'.repeat(10_000)],
])('a name that is %s is refused', (_what, raw) => {
  expect(cleanPersonName(raw)).toBeNull();
});

test.each([
  ['spaces and line breaks', '  Ana \n  Maria ', 'Ana Maria'],
  ['direction overrides and control characters', 'A\u202eB\u0000C', 'ABC'],
  ['letters in parts', 'e\u0301', '\u00e9'],
  ['joined emoji', '👩🏽‍🌾', '👩🏽🌾'],
  ['another script', 'محمد', 'محمد'],
])('a name with %s is cleaned', (_what, raw, clean) => {
  expect(cleanPersonName(raw)).toBe(clean);
});
