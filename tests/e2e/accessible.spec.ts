// axe finds nothing serious on any screen of ours, in light and in dark, wide and on a phone.
import { expect } from '@playwright/test';
import { t } from '@commonboard/client/ui/messages/t.ts';
import { test } from '../support/browser.ts';
import { expectAccessible } from '../support/browser-axe.ts';
import { newBoard, tocTemplate } from '../support/browser-boards.ts';
import { expectComplaints } from '../support/page-watch.ts';
import { BoardPage } from '../support/pages/board-page.ts';
import { HomePage } from '../support/pages/home-page.ts';
import { PlainPage } from '../support/pages/plain-page.ts';
import { startTlsProxy } from '../support/tls-proxy.ts';

const title = 'Theory of change, backwards';

test('home, new and with boards, its menu and its dialogs', async ({ server, visit }) => {
  const board = await newBoard(server, tocTemplate);
  const page = await visit();
  const home = new HomePage(page);
  await home.open(server.origin);
  await expectAccessible(page);
  await BoardPage.join(page, board.links.facilitate, 'Ana');
  await page.goto(server.origin);
  await expectAccessible(page);
  await home.openMenu(title);
  await expectAccessible(page);
  await home.action('delete').click();
  await page.getByRole('dialog').waitFor();
  await expectAccessible(page);
});

test('the way in, and what it says of a wrong name', async ({ server, visit }) => {
  const board = await newBoard(server, tocTemplate);
  const page = await visit();
  await page.goto(board.links.edit);
  const way = new PlainPage(page);
  await way.name.waitFor();
  await expectAccessible(page);
  await way.join.click();
  await way.wrong.waitFor();
  await expectAccessible(page);
});

test('the pages without a board', async ({ server, visit }) => {
  const page = await visit();
  expectComplaints(page, /status of 404/);
  const way = new PlainPage(page);
  await page.goto(`${server.origin}/nowhere`);
  await way.title(t('nothing.title')).waitFor();
  await expectAccessible(page);
  await page.goto(`${server.origin}/b/AAAAAAAAAAAAAAAA#AAAAAAAAAAAAAAAAAAAAAA`);
  await way.gone.waitFor();
  await expectAccessible(page);
});

test('the bar of a board, its people and its dialogs', async ({ server, visit }) => {
  const board = await newBoard(server, tocTemplate);
  const ana = await BoardPage.join(await visit(), board.links.facilitate, 'Ana');
  const ben = await BoardPage.join(await visit(), board.links.edit, 'Ben');
  await ben.page.mouse.move(400, 400);
  await expect(ana.people(2)).toBeVisible();
  await expectAccessible(ana.page);
  await ana.openPeople();
  await expect(ana.person('Ben')).toBeVisible();
  await expectAccessible(ana.page);
  await ana.person('Ben').click();
  await expect(ana.following('Ben')).toBeVisible();
  await expectAccessible(ana.page);
  const share = await ana.share();
  for (const kind of ['edit', 'view', 'facilitate'] as const) {
    await share.tab(kind).click();
    await expectAccessible(ana.page);
  }
  await share.close();
  const dialog = await ana.export();
  await expect(dialog.preview).toBeVisible();
  await expectAccessible(ana.page);
});

test('the page in place of the canvas', async ({ server, visit }) => {
  const proxy = await startTlsProxy();
  try {
    proxy.forwardTo(server.origin);
    const board = await newBoard(server, tocTemplate);
    const page = await visit({ ignoreHTTPSErrors: true });
    await page.goto(`${proxy.origin}/b/${board.id}#${board.keys.edit}`);
    const way = new PlainPage(page);
    await way.name.fill('Ana');
    await way.join.click();
    await page.getByRole('heading', { name: 'Long-term outcomes' }).waitFor();
    await expectAccessible(page);
  } finally {
    await proxy.close();
  }
});
