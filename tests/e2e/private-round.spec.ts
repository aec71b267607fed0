// A private round in real browsers: two people write, one of them reloads in the middle, nobody sees the other's words until all of it
// is shown; and what is written offline is not lost.
import { expect, type Page } from '@playwright/test';
import { t } from '@commonboard/client/ui/messages/t.ts';
import { test } from '../support/browser.ts';
import { expectAccessible } from '../support/browser-axe.ts';
import { newBoard } from '../support/browser-boards.ts';
import { expectComplaints } from '../support/page-watch.ts';
import { BoardPage } from '../support/pages/board-page.ts';
import { PrivateRoundParts } from '../support/pages/private-round.ts';
import type { ServerProcess } from '../support/server-process.ts';

interface Place {
  server: ServerProcess;
  visit: () => Promise<Page>;
}

/** Lea leads; Ada and Ben take part. */
async function three({ server, visit }: Place) {
  const board = await newBoard(server);
  const join = async (link: string, name: string) =>
    new PrivateRoundParts(await BoardPage.join(await visit(), link, name));
  const lea = await join(board.links.facilitate, 'Lea');
  const ada = await join(board.links.edit, 'Ada');
  const ben = await join(board.links.edit, 'Ben');
  return { lea, ada, ben };
}

test('[R140] [R143] [R149] two people write in private, one reloads, all of it is shown after the countdown', async ({
  server,
  visit,
}) => {
  const { lea, ada, ben } = await three({ server, visit });
  await lea.open();
  for (const one of [ada, ben]) {
    await expect(one.bar.getByText(t('drafts.bar.anonymous'))).toBeVisible();
    await expect(one.bar.getByText(t('drafts.few'))).toBeVisible();
  }
  await ada.write('kestrel', 1);
  await ben.write('heron', 1);
  await expect(ada.marks).toHaveCount(1);
  for (const one of [lea, ada, ben]) await expect(one.count).toHaveText(one.tally(2, 2));
  await expect(lea.board.words('kestrel')).toHaveCount(0);
  await expect(ben.board.words('kestrel')).toHaveCount(0);
  await ada.board.page.reload();
  await ada.board.opened();
  await expect(ada.board.words('kestrel')).toBeVisible();
  await expect(ada.marks).toHaveCount(1);
  await ada.write('plover', 2);
  await lea.reveal();
  for (const one of [lea, ada, ben])
    await expect(one.countdown.getByText(t('session.soon.reveal', { name: 'Lea' }))).toBeVisible();
  await lea.countdown.getByRole('button', { name: t('session.stop') }).click();
  await expect(ada.countdown).toHaveCount(0);
  await expect(ben.board.words('kestrel')).toHaveCount(0);
  await lea.reveal();
  for (const one of [lea, ada, ben]) {
    for (const text of ['kestrel', 'heron', 'plover'])
      await expect(one.board.words(text)).toBeVisible({ timeout: 30_000 });
    await expect(one.bar).toHaveCount(0);
    await expect(one.marks).toHaveCount(0);
  }
});

test('[R149] who looks elsewhere hears that the notes are there, and is led to them', async ({ server, visit }) => {
  const { lea, ada, ben } = await three({ server, visit });
  await lea.open();
  await ada.write('kestrel', 1);
  await ben.board.canvas.hover();
  await ben.board.page.mouse.wheel(0, 9_000);
  await lea.reveal();
  await expect(ben.board.messages.getByText(t('drafts.shown', { count: 1 }))).toBeVisible({ timeout: 30_000 });
  await expect(ben.board.words('kestrel')).toBeHidden();
  await ben.board.messages.getByRole('button', { name: t('drafts.shown.go') }).click();
  await expect(ben.board.words('kestrel')).toBeVisible();
  await expect(ben.board.messages.getByText(t('drafts.shown', { count: 1 }))).toHaveCount(0);
});

test('[R148] so many notes and no more; of them the best, chosen by keyboard', async ({ server, visit }) => {
  const { lea, ada } = await three({ server, visit });
  await lea.open({ isNamed: true, best: 1 });
  await expect(ada.bar.getByText(t('drafts.bar.named'))).toBeVisible();
  for (const [i, text] of ['one', 'two', 'three', 'four', 'five'].entries()) await ada.write(text, i + 1);
  await ada.board.page.keyboard.press('n');
  await expect(ada.board.said(t('drafts.enough', { count: 5 }))).toBeVisible();
  await ada.board.page.keyboard.press('Escape');
  await expect(ada.marks).toHaveCount(5);
  const choose = ada.board.canvas.getByRole('button', { name: t('drafts.best.mark') });
  await choose.nth(1).press('Enter');
  await expect(ada.board.canvas.getByRole('button', { name: t('drafts.best.marked') })).toHaveCount(1);
  await expect(choose.first()).toBeDisabled();
  await lea.reveal();
  await expect(lea.board.canvas.locator('[data-shape-type="note"]')).toHaveCount(1, { timeout: 30_000 });
  for (const one of [lea, ada]) await expect(one.board.canvas.getByText('Ada', { exact: true })).toBeVisible();
});

test('[R152] [R159] who is offline at the reveal keeps what was written, and hands it in afterwards', async ({
  server,
  visit,
}) => {
  const { lea, ada } = await three({ server, visit });
  await lea.open();
  await ada.write('kestrel', 1);
  const { page } = ada.board;
  expectComplaints(page, /WebSocket connection to 'ws:.*failed/, /ERR_INTERNET_DISCONNECTED/, /status of 409/);
  await page.context().setOffline(true);
  await ada.board.writeNote('heron');
  await expect(ada.bar.getByText(t('drafts.own.saving'))).toBeVisible();
  await lea.reveal();
  await expect(lea.board.words('kestrel')).toBeVisible({ timeout: 30_000 });
  await page.context().setOffline(false);
  await expect(page.getByText(t('drafts.late', { count: 1 }))).toBeVisible({ timeout: 60_000 });
  // It waits for an answer, also on a page that is opened anew.
  await page.reload();
  await ada.board.opened();
  await expect(page.getByText(t('drafts.late', { count: 1 }))).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: t('drafts.late.hand-in') }).click();
  await lea.board.page.getByRole('button', { name: t('drafts.late.put-in') }).click();
  for (const one of [lea, ada]) await expect(one.board.words('heron')).toBeVisible({ timeout: 30_000 });
});

test('[R158] who shows their own before the others goes on writing, and it counts', async ({ server, visit }) => {
  const { lea, ada, ben } = await three({ server, visit });
  await lea.open({ isNamed: true });
  await ada.write('kestrel', 1);
  await ada.bar.getByRole('button', { name: t('drafts.show-own') }).click();
  for (const one of [lea, ada, ben]) await expect(one.board.words('kestrel')).toBeVisible();
  await expect(ada.bar.getByRole('button', { name: t('drafts.show-own') })).toHaveCount(0);
  await expect(ada.marks).toHaveCount(0);
  await ada.write('heron', 2);
  await expect(ada.marks).toHaveCount(1);
  await expect(ben.board.words('heron')).toHaveCount(0);
  await lea.reveal();
  for (const one of [lea, ada, ben]) {
    await expect(one.board.words('heron')).toBeVisible({ timeout: 30_000 });
    await expect(one.board.words('kestrel')).toHaveCount(1);
  }
});

test('[R151] who leads shows the notes of one person, of a named round only', async ({ server, visit }) => {
  const { lea, ada, ben } = await three({ server, visit });
  await lea.open({ isNamed: true });
  await ada.write('kestrel', 1);
  await ben.write('heron', 1);
  await lea.bar.getByRole('button', { name: t('drafts.lead') }).click();
  await lea.board.page.getByRole('menuitem', { name: t('drafts.person') }).click();
  const dialog = lea.board.page.getByRole('dialog', { name: t('drafts.person') });
  const show = dialog.getByRole('button', { name: t('drafts.person.do') });
  await expect(show).toBeDisabled();
  await dialog.getByRole('combobox', { name: t('drafts.person.who') }).selectOption({ label: 'Ada' });
  await expectAccessible(lea.board.page);
  await show.click();
  await expect(dialog).toHaveCount(0);
  await expect(lea.board.messages.getByText(t('drafts.person.done', { name: 'Ada' }))).toBeVisible();
  for (const one of [lea, ben]) await expect(one.board.words('kestrel')).toBeVisible();
  await expect(lea.board.words('heron')).toHaveCount(0);
  await ada.write('plover', 2);
  await expect(ben.board.words('plover')).toHaveCount(0);
});

test('[R141] a cancelled round gives each their own back', async ({ server, visit }) => {
  const { lea, ada, ben } = await three({ server, visit });
  await lea.open();
  await ada.write('kestrel', 1);
  await lea.bar.getByRole('button', { name: t('drafts.lead') }).click();
  await lea.board.page.getByRole('menuitem', { name: t('drafts.cancel') }).click();
  await lea.board.page.getByRole('button', { name: t('drafts.cancel.do') }).click();
  await expect(ada.board.words('kestrel')).toHaveCount(0);
  await ada.board.page.getByRole('button', { name: t('drafts.kept.show') }).click();
  await expect(ben.board.page.getByRole('button', { name: t('drafts.kept.show') })).toHaveCount(0);
  await ada.board.page.getByRole('button', { name: t('drafts.kept.put-in') }).click();
  for (const one of [lea, ada, ben]) await expect(one.board.words('kestrel')).toBeVisible();
});

test('axe finds nothing serious in a private round', async ({ server, visit }) => {
  const { lea, ada } = await three({ server, visit });
  await lea.open({ best: 2 });
  await ada.write('kestrel', 1);
  await Promise.all([expectAccessible(lea.board.page), expectAccessible(ada.board.page)]);
  await ada.bar.getByRole('button', { name: t('drafts.about') }).click();
  await expectAccessible(ada.board.page);
});

test('[R153] who was silenced is told so in the next round, and nobody else is', async ({ server, visit }) => {
  const { lea, ada, ben } = await three({ server, visit });
  await lea.open();
  await ada.write('an insult', 1);
  await lea.reveal();
  await lea.board.words('an insult').click({ button: 'right', timeout: 30_000 });
  await lea.board.page.getByRole('menuitem', { name: t('drafts.silence') }).click();
  await expect(lea.board.page.getByText(t('drafts.silence.done'))).toBeVisible();
  await lea.open();
  await expect(ada.bar.getByText(t('drafts.refused.silenced'))).toBeVisible();
  await expect(ada.bar.getByText(t('drafts.own.saving'))).toHaveCount(0);
  await ben.write('heron', 1);
  for (const one of [lea, ben]) await expect(one.bar.getByText(t('drafts.refused.silenced'))).toHaveCount(0);
});
