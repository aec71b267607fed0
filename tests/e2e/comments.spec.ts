// Comments as people use them: on a note, by keyboard, answered with a mention, settled, and found at the right place.
import { expect, type Page } from '@playwright/test';
import { t } from '@commonboard/client/ui/messages/t.ts';
import { expectAccessible } from '../support/browser-axe.ts';
import { test } from '../support/browser.ts';
import { newBoard } from '../support/browser-boards.ts';
import { BoardPage } from '../support/pages/board-page.ts';

const panel = (page: Page) => page.getByRole('complementary', { name: t('cards.panel') });
const pin = (page: Page, name: string, text: string) =>
  page.getByRole('button', { name: t('comments.pin', { name, text }) });

test('a comment on a note is written by keyboard, answered with a mention, and settled', async ({ server, visit }) => {
  const board = await newBoard(server);
  const ana = await BoardPage.join(await visit(), board.links.edit, 'Ana');
  const ben = await BoardPage.join(await visit(), board.links.edit, 'Ben');
  await ana.writeNote('A garden');
  await ana.page.keyboard.press('Control+a');
  await ana.page.keyboard.press('m');
  await expect(panel(ana.page).getByText(t('comments.on', { words: 'A garden' }))).toBeVisible();
  await panel(ana.page)
    .getByRole('textbox', { name: t('comments.text') })
    .fill('Who pays for it?');
  await ana.page.keyboard.press('Control+Enter');

  await pin(ben.page, 'Ana', 'Who pays for it?').click();
  const thread = panel(ben.page).getByRole('listitem').filter({ hasText: 'Who pays for it?' });
  await expect(thread).toBeFocused();
  await thread.getByRole('button', { name: t('comments.answer') }).click();
  await thread.getByRole('button', { name: t('comments.mention') }).click();
  await ben.page.getByRole('menuitem', { name: 'Ana' }).click();
  await ben.page.getByRole('textbox', { name: t('comments.answer.text') }).pressSequentially('the town, I hope');
  await expectAccessible(ben.page);
  await thread.getByRole('button', { name: t('comments.answer'), exact: true }).click();

  await expect(
    ana.messages.getByText(t('comments.mentioned', { name: 'Ben', text: '@Ana the town, I hope' })),
  ).toBeVisible();
  const own = panel(ana.page).getByRole('listitem').filter({ hasText: 'Who pays for it?' });
  await expect(own.getByText('@Ana the town, I hope')).toBeVisible();
  // What another wrote is not hers to change.
  await expect(own.getByRole('button', { name: t('comments.more', { name: 'Ben' }) })).toHaveCount(0);
  await own.getByRole('button', { name: t('comments.settle') }).click();
  await expect(panel(ben.page).getByText(t('comments.settled', { count: 1 }))).toBeVisible();
  await expect(
    ben.page.getByRole('button', { name: t('comments.pin', { name: 'Ana', text: 'Who pays for it?' }) }),
  ).toHaveCount(0);
  // Said once on this device.
  await ana.page.reload();
  await ana.opened();
  await expect(
    ana.messages.getByText(t('comments.mentioned', { name: 'Ben', text: '@Ana the town, I hope' })),
  ).toHaveCount(0);
});

test('who only looks reads comments and writes none', async ({ server, visit }) => {
  const board = await newBoard(server);
  const ana = await BoardPage.join(await visit(), board.links.edit, 'Ana');
  await ana.page
    .getByRole('banner')
    .getByRole('button', { name: t('cards.panel.open') })
    .click();
  await panel(ana.page)
    .getByRole('tab', { name: t('comments.tab') })
    .click();
  await panel(ana.page)
    .getByRole('button', { name: t('comments.new') })
    .click();
  await panel(ana.page)
    .getByRole('textbox', { name: t('comments.text') })
    .fill('Is this the right board?');
  await panel(ana.page)
    .getByRole('button', { name: t('comments.send') })
    .click();
  const vera = await BoardPage.join(await visit(), board.links.view, 'Vera');
  await pin(vera.page, 'Ana', 'Is this the right board?').click();
  const thread = panel(vera.page).getByRole('listitem').filter({ hasText: 'Is this the right board?' });
  await expect(thread.getByRole('button', { name: t('comments.go') })).toBeVisible();
  await expect(thread.getByRole('button', { name: t('comments.answer') })).toHaveCount(0);
  await expect(panel(vera.page).getByRole('button', { name: t('comments.new') })).toHaveCount(0);
});
