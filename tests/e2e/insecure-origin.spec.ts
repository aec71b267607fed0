// A laptop that serves a room over plain http under its own name: browsers take away clipboard, crypto.subtle and more there.
// Everything works nonetheless.
import { expect } from '@playwright/test';
import { t } from '@commonboard/client/ui/messages/t.ts';
import { insecureOrigin, test } from '../support/browser.ts';
import { pasteFile } from '../support/browser-files.ts';
import { BoardPage } from '../support/pages/board-page.ts';
import { HomePage } from '../support/pages/home-page.ts';
import { PlainPage } from '../support/pages/plain-page.ts';
import { readPng } from '../support/png.ts';
import { pngImage } from '../support/sample-images.ts';

test('create, share, join, write, add a picture, follow and export', async ({ server, visit }) => {
  const origin = insecureOrigin(server);
  const page = await visit();
  const home = new HomePage(page);
  await home.open(origin);
  expect(await page.evaluate(() => [isSecureContext, 'clipboard' in navigator])).toEqual([false, false]);
  await home.use('Stakeholders: power and interest');
  const way = new PlainPage(page);
  await way.name.fill('Ana');
  await way.join.click();
  const ana = await new BoardPage(page).opened();
  await ana.writeNote('Mayor');

  const share = await ana.share();
  const link = await share.link('edit');
  expect(link).toMatch(new RegExp(`^${origin}/b/[\\w-]{16}#[\\w-]{22}$`));
  await share.copy.click();
  await expect(share.copied).toBeVisible();
  // What the older way of copying has put on the clipboard, read by pasting it into a field.
  await share.close();
  const other = await page.context().newPage();
  const bens = new HomePage(other);
  await bens.open(origin);
  await bens.linkField.focus();
  await other.keyboard.press('Control+V');
  await expect(bens.linkField).toHaveValue(link);
  await other.close();

  const ben = await BoardPage.join(await visit(), link, 'Ben');
  await expect(ben.words('Mayor')).toBeVisible();
  await ben.writeNote('Fishers');
  await pasteFile(ben.canvas.locator('.tl-canvas'), {
    name: 'a.png',
    mimeType: 'image/png',
    buffer: pngImage(60, 40, [0, 90, 200]),
  });
  await ana.zoomToFit();
  await expect(ana.words('Fishers')).toBeVisible();
  await expect(ana.images).toHaveCount(1);
  await expect.poll(() => ana.pictures()).toMatchObject([{ width: 60 }]);

  await ben.follow('Ana');
  await expect(ben.following('Ana')).toBeVisible();
  await ana.page.mouse.move(500, 500);
  await expect(ben.cursor('Ana')).toBeVisible();

  const dialog = await ana.export();
  const { name, bytes } = await dialog.download({ times: 1 });
  expect(name).toBe('Stakeholders: power and interest.png'.replace(':', ''));
  const picture = readPng(bytes);
  expect(picture.hasColour({ x: 0, y: 0, w: 1, h: 1 }, [0, 90, 200, 255], 8)).toBe(true);
  await expect(dialog.says).toHaveText(t('export.saved', { file: name }));
  await dialog.close();
  await expect(ana.saveState('saved')).toBeVisible();
  await page.reload();
  await ana.opened();
  await expect(ana.words('Mayor')).toBeVisible();
});
