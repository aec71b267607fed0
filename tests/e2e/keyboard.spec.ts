// Every control of ours is reached with Tab and works with the keyboard; a dialog closes with Escape and gives the focus back.
import { expect, type Locator } from '@playwright/test';
import { t } from '@commonboard/client/ui/messages/t.ts';
import { test } from '../support/browser.ts';
import { tabTo } from '../support/by-keyboard.ts';
import { newBoard, notesOf, tocTemplate } from '../support/browser-boards.ts';
import { BoardPage } from '../support/pages/board-page.ts';
import { ExportDialog } from '../support/pages/export-dialog.ts';
import { HomePage } from '../support/pages/home-page.ts';
import { PlainPage } from '../support/pages/plain-page.ts';
import { ShareDialog } from '../support/pages/share-dialog.ts';

const title = 'Theory of change, backwards';

/** What has the focus is seen to have it: a line is drawn around it, or around the card that it opens. */
async function expectFocusSeen(control: Locator): Promise<void> {
  const ring = await control.evaluate((element) =>
    [element, element.closest('article')].some((drawn) => {
      if (!drawn) return false;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(drawn);
      return (outlineStyle !== 'none' && outlineWidth !== '0px') || (drawn === element && boxShadow !== 'none');
    }),
  );
  expect(ring, `a ring around ${String(control)}`).toBe(true);
}

test('from the start page to a first note without a mouse', async ({ server, visit }) => {
  const page = await visit();
  const home = new HomePage(page);
  await home.open(server.origin);
  await tabTo(page, home.template(title));
  await page.keyboard.press('Enter');
  await expect(page.getByLabel(t('templates.people.label'))).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(new PlainPage(page).name).toBeFocused();
  await page.keyboard.type('Ana');
  await page.keyboard.press('Enter');
  const ana = await new BoardPage(page).opened();
  await ana.writeNote('Without a mouse');
});

test('every control of the start page is reached, and its focus is seen', async ({ server, visit }) => {
  const board = await newBoard(server, tocTemplate);
  const page = await visit();
  await BoardPage.join(page, board.links.facilitate, 'Ana');
  await page.goto(server.origin);
  const home = new HomePage(page);
  await home.heading.waitFor();
  const controls = [
    page.getByRole('button', { name: t('common.theme') }),
    page.getByRole('button', { name: t('home.choose-template') }),
    home.blank,
    home.linkField,
    home.openLink,
    page.getByRole('link', { name: title }),
    page.getByRole('button', { name: t('home.boards.menu', { title }) }),
    home.template(title),
  ];
  for (const control of controls) {
    await tabTo(page, control);
    if (control !== home.linkField) await expectFocusSeen(control);
  }
});

test('the menu of a listed board works with keys, and gives the focus back', async ({ server, visit }) => {
  const board = await newBoard(server, tocTemplate);
  const page = await visit();
  await BoardPage.join(page, board.links.facilitate, 'Ana');
  await page.goto(server.origin);
  const home = new HomePage(page);
  await home.heading.waitFor();
  const menu = page.getByRole('button', { name: t('home.boards.menu', { title }) });
  await tabTo(page, menu);
  await page.keyboard.press('Enter');
  await expect(home.action('rename')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(menu).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.type('By keys');
  await page.keyboard.press('Enter');
  await expect(home.board('By keys')).toBeVisible();
});

test('every control of the bar is reached from the canvas, and works', async ({ server, visit }) => {
  const board = await newBoard(server, tocTemplate);
  const page = await visit();
  const ana = await BoardPage.join(page, board.links.facilitate, 'Ana');
  const rename = ana.bar.getByRole('button', { name: t('board.title.edit', { title }) });
  await page.locator('body').focus();
  for (const control of [
    page.getByRole('link', { name: t('board.home') }),
    rename,
    ana.saveState('saved'),
    ana.people(1),
    ana.exportButton,
    ana.shareButton,
  ]) {
    await tabTo(page, control);
    await expectFocusSeen(control);
  }

  await page.keyboard.press('Enter');
  const share = new ShareDialog(page);
  await expect(share.tab('edit')).toBeVisible();
  await tabTo(page, share.tab('edit'));
  await page.keyboard.press('ArrowRight');
  await expect(share.field('view')).toBeVisible();
  await tabTo(page, share.copy);
  await page.keyboard.press('Escape');
  await expect(share.root).toHaveCount(0);
  await expect(ana.shareButton).toBeFocused();

  await tabTo(page, ana.exportButton, 'Shift+Tab');
  await page.keyboard.press('Enter');
  const dialog = new ExportDialog(page);
  await tabTo(page, dialog.scope);
  await tabTo(page, dialog.root.getByRole('radio', { name: 'PNG' }));
  await page.keyboard.press('ArrowRight');
  await expect(dialog.root.getByRole('radio', { name: 'SVG' })).toBeChecked();
  await tabTo(page, dialog.save);
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  expect(download.suggestedFilename()).toBe(`${title}.svg`);
  await page.keyboard.press('Escape');
  await expect(dialog.root).toHaveCount(0);
  await expect(ana.exportButton).toBeFocused();

  await tabTo(page, ana.people(1), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menu')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(ana.people(1)).toBeFocused();

  await tabTo(page, rename, 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(ana.bar.getByRole('textbox', { name: t('board.title.label') })).toBeFocused();
  await page.keyboard.type('New');
  await page.keyboard.press('Escape');
  await expect(rename).toBeVisible();
  await page.keyboard.press('Enter');
});

test('keys pressed while the title is written do nothing on the canvas', async ({ server, visit }) => {
  const board = await newBoard(server, tocTemplate);
  const ana = await BoardPage.join(await visit(), board.links.facilitate, 'Ana');
  const before = await notesOf(server, board);
  await ana.bar.getByRole('button', { name: t('board.title.edit', { title }) }).click();
  await ana.page.keyboard.type('nnn new name');
  await ana.page.keyboard.press('Enter');
  await expect(ana.title(t('board.title.edit', { title: 'nnn new name' }))).toBeVisible();
  await expect(ana.writing).toHaveCount(0);
  expect(await notesOf(server, board)).toEqual(before);
});

test('keys pressed in a dialog do nothing on the canvas behind it', async ({ server, visit }) => {
  const board = await newBoard(server, tocTemplate);
  const ana = await BoardPage.join(await visit(), board.links.facilitate, 'Ana');
  const before = await notesOf(server, board);
  const share = await ana.share();
  await share.link('edit');
  await ana.page.keyboard.press('n');
  await share.close();
  await expect(ana.writing).toHaveCount(0);
  await expect(ana.saveState('saved')).toBeVisible();
  expect(await notesOf(server, board)).toEqual(before);
});

test('after a dialog, one key writes a note again', async ({ server, visit }) => {
  const board = await newBoard(server, tocTemplate);
  const ana = await BoardPage.join(await visit(), board.links.edit, 'Ana');
  const share = await ana.share();
  await share.link('edit');
  await ana.page.keyboard.press('Escape');
  await expect(share.root).toHaveCount(0);
  await ana.writeNote('Straight on');
});
