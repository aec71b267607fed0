// Pictures are told by their bytes; crafted ones cost neither a crash nor seconds.
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { readPicture } from '@commonboard/server/assets/picture.ts';
import { jpegImage, pngImage, webpImage } from '../../support/sample-images.ts';

const samples = [pngImage(3, 2, [1, 2, 3]), jpegImage, webpImage];

it('any bytes get an answer, also behind the first bytes of a picture', () => {
  const crafted = fc
    .tuple(fc.constantFrom(...samples), fc.nat(60), fc.uint8Array({ maxLength: 200 }))
    .map(([sample, from, tail]) => Buffer.concat([sample.subarray(0, from), tail]));
  const isAnswered = (bytes: Uint8Array): boolean => {
    const result = readPicture(bytes);
    return !result.ok || result.picture.width * result.picture.height > 0;
  };
  expect(() => fc.assert(fc.property(crafted, isAnswered), { numRuns: 2_000 })).not.toThrow();
});

it('what lies behind the file in memory is not read', () => {
  const memory = new Uint8Array(1024).fill(1);
  memory.set(pngImage(3, 2, [1, 2, 3]).subarray(0, 16));
  expect(readPicture(memory.subarray(0, 16)).ok).toBe(false);
});

it('a size that stands behind a megabyte of nothing is not looked for', () => {
  const bytes = new Uint8Array(2 * 1024 * 1024).fill(1);
  bytes.set([0xff, 0xd8, 0xff, 0xe0]);
  const frame = [0xff, 0xc0, 0, 11, 8, 0, 4, 0, 5, 1, 1, 0x11, 0];
  bytes.set(frame, bytes.length - frame.length);
  expect(readPicture(bytes).ok).toBe(false);
});

it('a GIF and an AVIF are read', () => {
  const gif = Buffer.from('GIF89a\x05\x00\x04\x00', 'latin1');
  expect(readPicture(gif)).toMatchObject({ ok: true, picture: { ending: 'gif', width: 5, height: 4 } });
  const box = (type: string, ...content: Buffer[]): Buffer => {
    const body = Buffer.concat(content);
    const head = Buffer.alloc(8);
    head.writeUInt32BE(body.length + 8);
    head.write(type, 4, 'latin1');
    return Buffer.concat([head, body]);
  };
  const ispe = Buffer.alloc(12);
  ispe.writeUInt32BE(7, 4);
  ispe.writeUInt32BE(6, 8);
  const zeros = Buffer.alloc(4);
  const avif = Buffer.concat([
    box('ftyp', Buffer.from('avif'), zeros),
    box('meta', zeros, box('iprp', box('ipco', box('ispe', ispe)))),
  ]);
  expect(readPicture(avif)).toMatchObject({ ok: true, picture: { ending: 'avif', width: 7, height: 6 } });
});
