// A vote that opens with a step of the agenda and closes with it; what the step says of it is set in its dialog, by keyboard too.
import { expect } from '@playwright/test';
import { t } from '@commonboard/client/ui/messages/t.ts';
import { test } from '../support/browser.ts';
import { expectAccessible } from '../support/browser-axe.ts';
import { newBoard } from '../support/browser-boards.ts';
import { expectComplaints } from '../support/page-watch.ts';
import { AgendaTab } from '../support/pages/agenda-tab.ts';
import { BoardPage } from '../support/pages/board-page.ts';
import { SessionParts } from '../support/pages/session-parts.ts';
import { VotesTab } from '../support/pages/votes-tab.ts';

test('[R137] a step for voting opens its vote and closes it when it ends; the result is in the report', async ({
  server,
  visit,
}) => {
  const created = await newBoard(server);
  const lea = await BoardPage.join(await visit(), created.links.facilitate, 'Lea');
  const ada = await BoardPage.join(await visit(), created.links.edit, 'Ada');
  for (const words of ['A garden', 'A market']) await lea.writeNote(words);
  const { panel } = await new AgendaTab(lea).open();
  const dialog = lea.page.getByRole('dialog', { name: t('session.step.add') });
  for (const [title, kind] of [
    ['Choose', t('session.kind.vote')],
    ['Talk', t('session.kind.converge')],
  ] as const) {
    await panel.getByRole('button', { name: t('session.step.add') }).press('Enter');
    await dialog.getByLabel(t('session.step.title')).fill(title);
    await dialog.getByLabel(t('session.step.kind')).selectOption(kind);
    if (title === 'Choose') {
      await dialog.getByLabel(t('session.step.question')).fill('Which first?');
      await dialog.getByLabel(t('voting.start.budget')).fill('2');
      await expectAccessible(lea.page);
    }
    await dialog.getByRole('button', { name: t('session.step.save') }).press('Enter');
    await expect(dialog).toHaveCount(0);
  }
  await panel.getByRole('button', { name: t('session.start') }).click();
  const [leading, votes] = [new SessionParts(lea), new VotesTab(ada)];
  await expect(votes.notice.getByText(t('voting.notice', { question: 'Which first?' }))).toBeVisible();
  await votes.notice.getByRole('button', { name: t('voting.notice.do') }).click();
  await expect(votes.panel.getByText(t('voting.dots-left', { count: 2 }))).toBeVisible();
  await votes.dots('A market', 2);
  await votes.cast.press('Enter');
  await expect(votes.panel.getByText(t('voting.is-cast'))).toBeVisible();
  await expect(leading.next('Talk')).toHaveAttribute('aria-disabled', 'false');
  await leading.next('Talk').click();
  await expect(new SessionParts(ada).countdown).toBeVisible();
  await expect(votes.result()).toHaveCount(2, { timeout: 30_000 });
  await expect(votes.result().first()).toContainText('A market');
  await expect(votes.notice).toHaveCount(0);
  // As it leaves: the preview has the ranking.
  await lea.page.getByRole('tab', { name: t('results.tab'), exact: true }).click();
  await lea.page.getByRole('button', { name: t('results.preview') }).click();
  const preview = lea.page.getByRole('dialog', { name: t('results.preview') });
  await expect(preview.getByRole('heading', { name: 'Ranking' })).toBeVisible();
  await expect(preview.getByRole('row', { name: /1 A market 2 1/ })).toBeVisible();
});

test('[R137] where there is nothing to vote on, who leads is told and opens it later', async ({ server, visit }) => {
  const created = await newBoard(server);
  const lea = await BoardPage.join(await visit(), created.links.facilitate, 'Lea');
  const { panel } = await new AgendaTab(lea).open();
  await panel.getByRole('button', { name: t('session.step.add') }).click();
  const dialog = lea.page.getByRole('dialog', { name: t('session.step.add') });
  await dialog.getByLabel(t('session.step.kind')).selectOption(t('session.kind.vote'));
  await dialog.getByRole('button', { name: t('session.step.save') }).click();
  await panel.getByRole('button', { name: t('session.start') }).click();
  const { notice } = new VotesTab(lea);
  const open = notice.getByRole('button', { name: t('voting.step.open') });
  expectComplaints(lea.page, /409 \(Conflict\)/);
  await open.click();
  await expect(lea.said(t('voting.refused.no-options'))).toBeVisible();
  await lea.bar.getByRole('button', { name: t('cards.panel.close') }).click();
  await lea.writeNote('A garden');
  await expect(lea.saveState('saved')).toBeVisible();
  await open.click();
  await expect(open).toHaveCount(0);
  await expect(notice.getByText(/^A vote is open/)).toBeVisible();
});
