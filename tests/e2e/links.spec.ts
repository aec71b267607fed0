// A link pasted onto the board: nothing of it is fetched, by nobody. The watch over every page counts tries as well.
import { expect } from '@playwright/test';
import { t } from '@commonboard/client/ui/messages/t.ts';
import { test } from '../support/browser.ts';
import { newBoard, shapesOf } from '../support/browser-boards.ts';
import { pasteHtml, pasteText } from '../support/browser-files.ts';
import { BoardPage } from '../support/pages/board-page.ts';
import { anaAndBen } from '../support/two-people.ts';

for (const [what, address, shown] of [
  ['a link', 'https://www.example.org/reports/2031?part=2', 'www.example.org'],
  ['the address of something to embed', 'https://www.youtube.com/watch?v=dQw4w9WgXcQ', 'www.youtube.com'],
  ['the address of a picture elsewhere', 'https://pictures.example/sun.png', 'pictures.example'],
] as const) {
  test(`${what} becomes a plain bookmark or text`, async ({ server, visit }) => {
    const { board, ana, ben } = await anaAndBen({ server, visit });
    await pasteText(ana.page, address);
    for (const one of [ana, ben]) {
      const shape = one.canvas.locator('.tl-shape').filter({ hasText: shown });
      await expect(shape).toBeVisible();
      await expect(one.page.locator('iframe, video, embed, object')).toHaveCount(0);
      await expect(shape.locator('img')).toHaveCount(0);
    }
    await expect(ana.saveState('saved')).toBeVisible();
    const shapes = await shapesOf(server, board);
    expect(shapes).toHaveLength(1);
    expect(['bookmark', 'text']).toContain(shapes[0]?.type);
    expect(JSON.stringify(shapes)).toContain(address);
  });
}

test('of a copied piece of a page with a picture from elsewhere the words remain', async ({ server, visit }) => {
  const { ana, ben } = await anaAndBen({ server, visit });
  const html = '<p>Words of a page</p><img src="https://pictures.example/a.png">';
  await pasteHtml(ana.canvas.locator('.tl-canvas'), html, 'Words of a page');
  await expect(ben.words('Words of a page')).toBeVisible();
  for (const { page, images } of [ana, ben]) {
    await expect(images).toHaveCount(0);
    await expect(page.locator('iframe, video, embed, object')).toHaveCount(0);
  }
});

test('of a copied piece of a page with a player the link remains, and it is said why', async ({ server, visit }) => {
  const board = await newBoard(server);
  const ana = await BoardPage.join(await visit(), board.links.edit, 'Ana');
  const html = '<p>Words of a page</p><iframe src="https://player.example/1"></iframe>';
  await pasteHtml(ana.canvas.locator('.tl-canvas'), html, 'Words of a page');
  await expect(ana.said(t('canvas.paste.no-embed'))).toBeVisible();
  await expect(ana.canvas.locator('.tl-shape').filter({ hasText: 'player.example/1' })).toBeVisible();
  await expect(ana.page.locator('iframe, video, embed, object')).toHaveCount(0);
});

test('a player copied by itself is refused with words, or is only named', async ({ server, visit }) => {
  const board = await newBoard(server);
  const ana = await BoardPage.join(await visit(), board.links.edit, 'Ana');
  const player = '<iframe width="560" height="315" src="https://player.example/embed/1"></iframe>';
  await pasteHtml(ana.canvas.locator('.tl-canvas'), player, player);
  const named = ana.canvas.locator('.tl-shape').filter({ hasText: 'player.example' });
  await expect(named.or(ana.said(t('canvas.paste.no-embed'))).first()).toBeVisible();
  await expect(ana.page.locator('iframe, video, embed, object')).toHaveCount(0);
});

test('an exported bookmark asks for nothing either', async ({ server, visit }) => {
  const board = await newBoard(server);
  const ana = await BoardPage.join(await visit(), board.links.edit, 'Ana');
  await pasteText(ana.page, 'https://www.example.org/');
  await expect(ana.canvas.locator('.tl-shape').filter({ hasText: 'www.example.org' })).toBeVisible();
  const dialog = await ana.export();
  const svg = (await dialog.download({ format: 'SVG' })).bytes.toString();
  expect(svg).toContain('www.example.org');
  // A link may be named; nothing may be loaded from it.
  expect(svg).not.toMatch(/<(?:image|use|iframe)[^>]+href="https?:|url\(['"]?https?:|src="https?:|@import/);
});
