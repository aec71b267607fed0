// Exports are judged by their pixels, so the judge is judged first.
import { PNG } from 'pngjs';
import { expect, it } from 'vitest';
import { isTransparent, readPng, wholePicture } from '../../support/png.ts';
import { jpegImage, mislabelledImage, pngImage, webpImage } from '../../support/sample-images.ts';

/** Transparent, with a red square of 10 pixels in the middle of 40 x 20. */
function redSquare(): Buffer {
  const png = new PNG({ width: 40, height: 20 });
  for (let y = 5; y < 15; y++) for (let x = 15; x < 25; x++) png.data.set([255, 0, 0, 255], (y * 40 + x) * 4);
  return PNG.sync.write(png);
}

it('says size, transparency, and where there is ink', () => {
  const picture = readPng(redSquare());
  expect([picture.width, picture.height]).toEqual([40, 20]);
  expect(picture.corners().every(isTransparent)).toBe(true);
  expect(picture.inkShare(wholePicture)).toBeCloseTo(100 / 800);
  expect(picture.inkShare({ x: 15, y: 5, w: 10, h: 10 })).toBe(1);
  expect(picture.inkShare({ x: 0, y: 0, w: 0.25, h: 1 })).toBe(0);
  expect(picture.hasColour(wholePicture, [250, 5, 5, 255])).toBe(true);
  expect(picture.hasColour(wholePicture, [0, 0, 255, 255])).toBe(false);
});

it('finds no ink in a plain picture', () => {
  const picture = readPng(pngImage(6, 4, [10, 200, 30]));
  expect(picture.inkShare(wholePicture)).toBe(0);
  expect(picture.pixel(5, 3)).toEqual([10, 200, 30, 255]);
});

it.each([
  ['a JPEG', jpegImage],
  ['a WebP', webpImage],
  ['a page behind the first bytes of a PNG', mislabelledImage],
  ['nothing', Buffer.alloc(0)],
])('refuses %s', (_, bytes) => expect(() => readPng(bytes)).toThrow(/not a readable PNG/));
