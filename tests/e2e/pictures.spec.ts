// Pictures on a board: stored by the server, seen by all, inside every export; and files that are none stay out.
import { expect } from '@playwright/test';
import { writeFile } from 'node:fs/promises';
import { t } from '@commonboard/client/ui/messages/t.ts';
import { test } from '../support/browser.ts';
import { newBoard, recordsOf } from '../support/browser-boards.ts';
import { dropFile, pasteFile, pasteText, type SentFile } from '../support/browser-files.ts';
import { expectComplaints } from '../support/page-watch.ts';
import { BoardPage } from '../support/pages/board-page.ts';
import { readPng, wholePicture, type Pixel } from '../support/png.ts';
import { jpegImage, mislabelledImage, pngImage, svgImage, webpImage } from '../support/sample-images.ts';
import { anaAndBen } from '../support/two-people.ts';

const red: Pixel = [201, 31, 55, 255];
const redPng: SentFile = { name: 'red.png', mimeType: 'image/png', buffer: pngImage(120, 80, [201, 31, 55]) };

test('a picture added from a file is seen by the others and is inside the exports', async ({ server, visit }) => {
  const { ana, ben } = await anaAndBen({ server, visit });
  await ana.chooseFile(redPng);
  for (const one of [ana, ben]) {
    await expect(one.images).toHaveCount(1);
    await expect.poll(() => one.pictures()).toMatchObject([{ width: 120 }]);
  }
  await expect(ana.saveState('saved')).toBeVisible();

  const dialog = await ben.export();
  const png = readPng((await dialog.download({ format: 'PNG', times: 1 })).bytes);
  expect(png.hasColour({ x: 0.4, y: 0.4, w: 0.2, h: 0.2 }, red)).toBe(true);
  const svg = (await dialog.download({ format: 'SVG' })).bytes.toString();
  expect(svg).toContain('href="data:image/png;base64,');
  expect(svg).not.toMatch(/(?:href|src)="(?!data:|#)/);
});

test('a picture is a file of the server, not bytes in the document', async ({ server, visit }) => {
  const board = await newBoard(server);
  const ana = await BoardPage.join(await visit(), board.links.edit, 'Ana');
  await ana.chooseFile(redPng);
  await expect(ana.images).toHaveCount(1);
  await expect
    .poll(async () => (await recordsOf(server, board)).flatMap((one) => (one.typeName === 'asset' ? [one.props] : [])))
    .toEqual([expect.objectContaining({ src: expect.stringMatching(/^asset:[0-9a-f]{32}\.png$/), w: 120, h: 80 })]);
  await expect
    .poll(() => ana.pictures())
    .toMatchObject([{ src: expect.stringMatching(new RegExp(`^/api/boards/${board.id}/assets/[0-9a-f]{32}\\.png$`)) }]);
});

for (const [how, send, file] of [
  ['dropped', dropFile, { name: 'b.jpg', mimeType: 'image/jpeg', buffer: jpegImage }],
  ['pasted', pasteFile, { name: 'c.webp', mimeType: 'image/webp', buffer: webpImage }],
] as const) {
  test(`a picture can be ${how}`, async ({ server, visit }) => {
    const { ana, ben } = await anaAndBen({ server, visit });
    await send(ana.canvas.locator('.tl-canvas'), file);
    await expect(ben.images).toHaveCount(1);
    await expect.poll(() => ben.pictures()).toMatchObject([{ width: 32 }]);
  });
}

test.describe('a file that is no picture of ours is refused with words, and the board is untouched:', () => {
  const svg: SentFile = { name: 'a.svg', mimeType: 'image/svg+xml', buffer: svgImage };
  const mislabelled: SentFile = { name: 'a.png', mimeType: 'image/png', buffer: mislabelledImage };
  const page: SentFile = { name: 'a.png', mimeType: 'image/png', buffer: Buffer.from('<html>no picture</html>') };
  const wrongKind: SentFile = { name: 'a.jpg', mimeType: 'image/jpeg', buffer: redPng.buffer };

  for (const [what, file, words] of [
    ['an SVG', svg, /SVG|not allowed|Only PNG/],
    ["a PNG's first bytes with a page behind them", mislabelled, /Only PNG|not allowed|failed/],
    ['a page called a PNG', page, /Only PNG|not allowed|failed/],
    ['a PNG called a JPEG', wrongKind, /Only PNG|not allowed|failed/],
  ] as const) {
    test(what, async ({ server, visit }) => {
      const board = await newBoard(server);
      const ana = await BoardPage.join(await visit(), board.links.edit, 'Ana');
      expectComplaints(ana.page, /status of 415/, /^error: Event/, /Could not load image/, /unsupported|Only PNG/);
      const before = await recordsOf(server, board);
      await dropFile(ana.canvas.locator('.tl-canvas'), file);
      await expect(ana.said(words)).toBeVisible();
      await expect(ana.images).toHaveCount(0);
      // A note written after it has gone through: whatever the file did to the board would be there by now.
      await ana.writeNote('After it');
      await expect(ana.saveState('saved')).toBeVisible();
      const after = await recordsOf(server, board);
      expect(after.filter(({ id }) => !before.some((record) => record.id === id))).toHaveLength(1);
    });
  }

  test('an SVG pasted as text', async ({ server, visit }) => {
    const board = await newBoard(server);
    const ana = await BoardPage.join(await visit(), board.links.edit, 'Ana');
    await pasteText(ana.page, svgImage.toString());
    await expect(ana.messages.getByText(t('canvas.paste.no-svg'))).toBeVisible();
    await expect(ana.images).toHaveCount(0);
  });

  test('a file of 60 MB', async ({ server, visit }, testInfo) => {
    const board = await newBoard(server);
    const ana = await BoardPage.join(await visit(), board.links.edit, 'Ana');
    const path = testInfo.outputPath('large.png');
    await writeFile(path, Buffer.concat([redPng.buffer, Buffer.alloc(60 * 1024 * 1024)]));
    const before = await recordsOf(server, board);
    await ana.chooseFile(path);
    await expect(ana.said(/too (big|large)/i)).toBeVisible();
    await expect(ana.images).toHaveCount(0);
    expect(await recordsOf(server, board)).toEqual(before);
  });
});

test('a picture keeps its colours at the size of the screen', async ({ server, visit }) => {
  const board = await newBoard(server);
  const ana = await BoardPage.join(await visit(), board.links.edit, 'Ana');
  await ana.chooseFile(redPng);
  await expect(ana.images).toHaveCount(1);
  await ana.page.keyboard.press('Escape');
  await expect
    .poll(async () => readPng(await ana.canvas.screenshot()).hasColour(wholePicture, red, 8), { timeout: 20_000 })
    .toBe(true);
});
