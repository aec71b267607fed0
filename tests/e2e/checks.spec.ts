// The side panel's advice and views on a real board: quiet while people write, a click away from where it is.
import { expect } from '@playwright/test';
import { t } from '@commonboard/client/ui/messages/t.ts';
import { rules } from '@commonboard/shared/domain/checks/rules.ts';
import { test } from '../support/browser.ts';
import { newBoard } from '../support/browser-boards.ts';
import { expectAccessible } from '../support/browser-axe.ts';
import { BoardPage } from '../support/pages/board-page.ts';
import { CardTools } from '../support/pages/card-tools.ts';

test('advice comes with the cards, leads to them, can be switched off, and is quiet while somebody writes', async ({
  server,
  visit,
}) => {
  const board = await newBoard(server);
  const ana = await BoardPage.join(await visit(), board.links.edit, 'Ana');
  const tools = new CardTools(ana);
  await ana.bar.getByRole('button', { name: t('cards.panel.open') }).click();
  await tools.panel.getByRole('tab', { name: t('checks.tab') }).click();
  await expect(tools.panel.getByText(t('checks.nothing'))).toBeVisible();

  await tools.writeCard('Visits between districts', 'activity');
  await ana.page.keyboard.press('Escape');
  const noImpact = tools.panel.getByText(rules.T01.title.en);
  const nobody = tools.panel.getByText(rules.T20.title.en);
  await expect(noImpact).toBeVisible();
  await expect(nobody).toBeVisible();
  await expectAccessible(ana.page);

  await tools.panel
    .getByRole('button', { name: /Visits between districts/ })
    .first()
    .click();
  await expect(tools.toolbar).toBeVisible();

  await ana.page.keyboard.press('Escape');
  await tools.writeCard('Schools learn from each other', 'impact');
  await expect(noImpact).toHaveCount(0);
  await tools.panel.getByRole('button', { name: t('checks.off', { name: rules.T20.title.en }) }).click();
  await expect(nobody).toHaveCount(0);
  await tools.panel.getByRole('button', { name: t('checks.on', { count: 1 }) }).click();
  await expect(nobody).toBeVisible();
});

test('views are offered for what the board holds, and lead back to the cards', async ({ server, visit }) => {
  const board = await newBoard(server);
  const ana = await BoardPage.join(await visit(), board.links.edit, 'Ana');
  const tools = new CardTools(ana);
  await tools.writeCard('Parents', 'stakeholder');
  await tools.openDetails();
  await tools.field('power').fill('20');
  await tools.field('interest').fill('90');
  await tools.field('stance').selectOption('Active ally');
  await tools.panel.getByRole('tab', { name: t('views.tab') }).click();
  await tools.panel.getByRole('button', { name: t('views.name.grid') }).click();
  const dialog = ana.page.getByRole('dialog', { name: t('views.name.grid') });
  await expect(dialog.getByRole('button', { name: /Parents/ })).toContainText('20 / 90');
  await expectAccessible(ana.page);
  await ana.page.keyboard.press('Escape');
  await expect(tools.panel.getByRole('button', { name: t('views.name.logframe') })).toHaveCount(0);
  await tools.panel.getByRole('button', { name: t('views.name.allies') }).click();
  await ana.page
    .getByRole('dialog')
    .getByRole('button', { name: /Parents/ })
    .click();
  await expect(ana.page.getByRole('dialog')).toHaveCount(0);
  await expect(tools.toolbar).toBeVisible();
});
