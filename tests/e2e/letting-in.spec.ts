// Who gets in, as facilitators and the others see it: new links, pause, short code, waiting, passcode, sending away.
import { expect, type Page } from '@playwright/test';
import { t } from '@commonboard/client/ui/messages/t.ts';
import type { CreatedBoard } from '@commonboard/shared/protocol/routes.ts';
import { test } from '../support/browser.ts';
import { newBoard, notesOf } from '../support/browser-boards.ts';
import { expectComplaints } from '../support/page-watch.ts';
import { BoardPage } from '../support/pages/board-page.ts';
import { PeopleDialog } from '../support/pages/people-dialog.ts';
import { PlainPage } from '../support/pages/plain-page.ts';

async function lead(page: Page, board: CreatedBoard): Promise<BoardPage> {
  return await BoardPage.join(page, board.links.facilitate, 'Lea');
}

async function openPeople(leader: BoardPage): Promise<PeopleDialog> {
  await leader.openPeople();
  await leader.page.getByRole('menuitem', { name: t('people.manage') }).click();
  return new PeopleDialog(leader.page);
}

test('a link that is made anew sends away who came with it; the new one lets them in as who they were', async ({
  server,
  visit,
}) => {
  const board = await newBoard(server);
  const leader = await lead(await visit(), board);
  const ana = await BoardPage.join(await visit(), board.links.edit, 'Ana');
  const share = await leader.share();
  await share.tab('edit').click();
  await share.root.getByRole('button', { name: t('link.renew') }).click();
  await expect(share.root.getByText(t('link.renew.ask'))).toBeVisible();
  await share.root.getByRole('button', { name: t('link.renew') }).click();
  await expect(leader.messages.getByText(t('link.renewed'))).toBeVisible();
  const way = new PlainPage(ana.page);
  await expect(way.title(t('join.revoked.title'))).toBeVisible();
  const link = await share.field('edit').inputValue();
  expect(link).not.toBe(board.links.edit);
  await way.linkField.fill(link);
  await way.openLink.click();
  await ana.opened();
  // The link to facilitate: this page goes on, and so does the next visit of this device.
  await share.tab('facilitate').click();
  await share.root.getByRole('button', { name: t('link.renew') }).click();
  await share.root.getByRole('button', { name: t('link.renew') }).click();
  await expect(share.root.getByText(t('link.renew.ask.facilitate'))).toHaveCount(0);
  await share.close();
  await leader.writeNote('still here');
  await expect.poll(() => notesOf(server, { ...board, keys: { ...board.keys } })).toEqual(['still here']);
  await leader.page.reload();
  await leader.opened();
  await expect(leader.bar.getByRole('button', { name: t('board.title.edit', { title: board.title }) })).toBeVisible();
});

test('a pause is seen by everybody, and nobody but facilitators can write', async ({ server, visit }) => {
  const board = await newBoard(server);
  const leader = await lead(await visit(), board);
  const ana = await BoardPage.join(await visit(), board.links.edit, 'Ana');
  const people = await openPeople(leader);
  await people.rules();
  await people.button(t('rules.pause')).click();
  await expect(ana.page.getByText(t('access.paused'))).toBeVisible();
  await expect(ana.toolbar.getByTestId('tools.note')).toHaveCount(0);
  await people.close();
  await leader.page.getByRole('button', { name: t('access.go-on') }).click();
  await expect(ana.page.getByText(t('access.paused'))).toHaveCount(0);
  await ana.writeNote('after the pause');
  await expect.poll(() => notesOf(server, board)).toEqual(['after the pause']);
});

test('a short code is typed on the start page, and lets in again after a reload', async ({ server, visit }) => {
  const board = await newBoard(server);
  const leader = await lead(await visit(), board);
  const share = await leader.share();
  await share.root.getByRole('button', { name: t('short.open') }).click();
  const code = await share.root.getByText(/^\d{4} \d{4}$/).innerText();
  await share.root.getByRole('button', { name: t('short.large') }).click();
  await expect(leader.page.getByRole('dialog', { name: t('short.title') }).getByText(code)).toBeVisible();
  const page = await visit();
  expectComplaints(page, /status of 404/);
  await page.goto(server.origin);
  const way = new PlainPage(page);
  await way.linkField.fill('1234 5678');
  await way.openLink.click();
  await way.name.fill('Ana');
  await way.join.click();
  await expect(way.wrong).toHaveText(t('code.unknown'));
  await page.getByRole('textbox', { name: t('code.label') }).fill(code);
  await way.join.click();
  const ana = await new BoardPage(page).opened();
  expect(page.url()).toBe(`${server.origin}/b/${board.id}`);
  await page.reload();
  await ana.opened();
  // Typed again on a device that has been here, it makes nobody new.
  await page.goto(server.origin);
  await way.linkField.fill(code);
  await way.openLink.click();
  await way.name.fill('Ana');
  await way.join.click();
  await ana.opened();
  await leader.page.keyboard.press('Escape');
  await expect(leader.page.getByRole('dialog', { name: t('short.title') })).toHaveCount(0);
  await leader.page.keyboard.press('Escape');
  await expect(share.root).toHaveCount(0);
  const people = await openPeople(leader);
  await expect(people.root.getByText('Ana 2')).toHaveCount(0);
  await expect(people.root.getByText('Ana', { exact: true })).toHaveCount(1);
  await people.close();
  // The secret that brings this device back is no link to pass on.
  await ana.shareButton.click();
  await expect(page.getByText(t('link.not-yours'))).toBeVisible();
});

test('new people wait until they are let in', async ({ server, visit }) => {
  const board = await newBoard(server);
  const leader = await lead(await visit(), board);
  const people = await openPeople(leader);
  await people.rules();
  await people.newcomers.selectOption('wait');
  await expect(leader.messages.getByText(t('rules.saved'))).toBeVisible();
  await people.close();
  const page = await visit();
  await page.goto(board.links.edit);
  const way = new PlainPage(page);
  await way.name.fill('Wim');
  await way.join.click();
  await expect(page.getByText(t('wait.now'))).toBeVisible();
  await leader.messages.getByRole('button', { name: t('access.waiting.show') }).click();
  await people.button(t('people.let-in.one', { name: 'Wim' })).click();
  await new BoardPage(page).opened();
});

test('a passcode is asked for, and a wrong one gets a sentence', async ({ server, visit }) => {
  const board = await newBoard(server);
  const leader = await lead(await visit(), board);
  const people = await openPeople(leader);
  await people.rules();
  await people.button(t('rules.passcode.set')).click();
  await people.passcode.fill('abc');
  await people.button(t('common.save')).click();
  await expect(people.root.getByRole('alert')).toHaveText(t('rules.passcode.short', { min: 4 }));
  await people.passcode.fill('blue river');
  await people.button(t('common.save')).click();
  await expect(people.root.getByText(t('rules.passcode.on'))).toBeVisible();
  const page = await visit();
  expectComplaints(page, /status of 403/);
  await page.goto(board.links.edit);
  const way = new PlainPage(page);
  await way.name.fill('Ana');
  const passcode = page.getByRole('textbox', { name: t('join.passcode') });
  await passcode.fill('red river');
  await way.join.click();
  await expect(way.wrong).toHaveText(t('errors.passcode-wrong'));
  await passcode.fill('blue river');
  await way.join.click();
  await new BoardPage(page).opened();
});

test('who is sent away may come back; who is banned may not', async ({ server, visit }) => {
  const board = await newBoard(server);
  const leader = await lead(await visit(), board);
  const ana = await BoardPage.join(await visit(), board.links.edit, 'Ana');
  expectComplaints(ana.page, /status of 403/);
  const people = await openPeople(leader);
  await people.decide('Ana', 'kick');
  const way = new PlainPage(ana.page);
  await expect(way.title(t('join.sent-away.title'))).toBeVisible();
  await ana.page.getByRole('button', { name: t('join.sent-away.do') }).click();
  await ana.opened();
  await people.decide('Ana', 'ban');
  await expect(way.title(t('join.banned.title'))).toBeVisible();
  await ana.page.reload();
  await expect(ana.page.getByText(t('errors.banned'))).toBeVisible();
  await people.button(t('people.unban.one', { name: 'Ana' })).click();
  await ana.page.getByRole('button', { name: t('common.retry') }).click();
  await ana.opened();
});

test('a second facilitator takes part until the first confirms', async ({ server, visit }) => {
  const board = await newBoard(server);
  const leader = await lead(await visit(), board);
  const sam = await BoardPage.join(await visit(), board.links.facilitate, 'Sam');
  await expect(sam.page.getByText(t('access.asked'))).toBeVisible();
  const people = await openPeople(leader);
  await people.button(t('people.confirm.one', { name: 'Sam' })).click();
  await expect(sam.page.getByText(t('access.asked'))).toHaveCount(0);
  await expect(sam.bar.getByRole('button', { name: t('board.title.edit', { title: board.title }) })).toBeVisible();
});

test('a creator who has lost everything comes back with the recovery code', async ({ server, visit }) => {
  const page = await visit();
  await page.goto(server.origin);
  await page.getByRole('button', { name: t('home.blank') }).click();
  const way = new PlainPage(page);
  await way.name.fill('Cleo');
  await way.join.click();
  const board = await new BoardPage(page).opened();
  const code = await page.getByText(/^([2-9A-Z]{4}-){4}[2-9A-Z]{4}$/).innerText();
  const address = board.page.url();
  const other = await visit();
  expectComplaints(other, /status of 404/);
  await other.goto(address);
  const back = new PlainPage(other);
  await back.linkField.fill('2222-2222-2222-2222-2222');
  await back.openLink.click();
  await expect(back.wrong).toHaveText(t('access.recovery.wrong'));
  await back.linkField.fill(code.toLowerCase());
  await back.openLink.click();
  await back.name.fill('Cleo again');
  await back.join.click();
  const led = await new BoardPage(other).opened();
  await expect(
    led.bar.getByRole('button', { name: new RegExp(`^${t('board.title.edit', { title: '' })}`) }),
  ).toBeVisible();
  await expect(way.title(t('join.revoked.title'))).toBeVisible();
});

test.describe('a server with a key for making boards', () => {
  test.use({ settings: { CREATE_KEY: 'our-own-server' } });
  test('asks for it once on each device', async ({ server, visit }) => {
    const page = await visit();
    expectComplaints(page, /status of 403/);
    await page.goto(server.origin);
    await page.getByRole('button', { name: t('home.blank') }).click();
    const dialog = page.getByRole('dialog', { name: t('create-key.title') });
    await dialog.getByLabel(t('create-key.field')).fill('another-server');
    await dialog.getByRole('button', { name: t('create-key.do') }).click();
    await expect(dialog.getByRole('alert')).toHaveText(t('errors.create-key'));
    await dialog.getByLabel(t('create-key.field')).fill('our-own-server');
    await dialog.getByRole('button', { name: t('create-key.do') }).click();
    await new PlainPage(page).name.waitFor();
    await page.goto(server.origin);
    await page.getByRole('button', { name: t('home.blank') }).click();
    await new PlainPage(page).name.waitFor();
  });
});
