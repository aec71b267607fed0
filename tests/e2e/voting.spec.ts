// A vote in real browsers: a facilitator opens it, two people vote, one of them by keyboard and after a reload, all see the result.
import { expect, type Page } from '@playwright/test';
import { t } from '@commonboard/client/ui/messages/t.ts';
import { test } from '../support/browser.ts';
import { expectAccessible } from '../support/browser-axe.ts';
import { newBoard } from '../support/browser-boards.ts';
import { BoardPage } from '../support/pages/board-page.ts';
import { VotesTab } from '../support/pages/votes-tab.ts';
import type { ServerProcess } from '../support/server-process.ts';

const [garden, market, question] = ['A garden', 'A market', 'Which first?'] as const;

interface Place {
  server: ServerProcess;
  visit: () => Promise<Page>;
}

/** Lea leads; Ada and Ben take part; a vote on two notes is open. */
async function openVote({ server, visit }: Place): Promise<[lea: VotesTab, ada: VotesTab, ben: VotesTab]> {
  const board = await newBoard(server);
  const join = async (link: string, name: string) => new VotesTab(await BoardPage.join(await visit(), link, name));
  const lea = await join(board.links.facilitate, 'Lea');
  const ada = await join(board.links.edit, 'Ada');
  const ben = await join(board.links.edit, 'Ben');
  for (const text of [garden, market]) await lea.board.writeNote(text);
  await expect(ben.board.words(market)).toBeVisible();
  await lea.board.page.keyboard.press('ControlOrMeta+a');
  await lea.open();
  await expect(lea.panel.getByText(t('voting.start.on', { count: 2 }))).toBeVisible();
  await lea.start(question);
  return [lea, ada, ben];
}

test('[R132] [R136] two people vote, each within their dots; all see the ranking when it closes', async ({
  server,
  visit,
}) => {
  const [lea, ada, ben] = await openVote({ server, visit });
  for (const one of [lea, ada, ben]) await expect(one.notice.getByText(t('voting.notice', { question }))).toBeVisible();
  for (const one of [ada, ben]) await one.notice.getByRole('button', { name: t('voting.notice.do') }).click();
  await expect(ada.panel.getByText(t('voting.secret'))).toBeVisible();
  await ada.dots(garden, 3);
  await ada.dots(market, 2);
  // Two at most on one, and three in all.
  await expect(ada.panel.getByText(t('voting.dots-left', { count: 0 }))).toBeVisible();
  await ada.cast.press('Enter');
  await expect(ada.panel.getByText(t('voting.is-cast'))).toBeVisible();
  await expect(lea.panel.getByText(t('voting.progress', { voted: 1, people: 2 }))).toBeVisible();
  await expect(lea.result()).toHaveCount(0);
  await ben.dots(market, 1);
  await ben.cast.click();
  // Who comes back finds their own ballot and may change it.
  await ada.board.page.reload();
  await ada.board.opened();
  await ada.notice.getByRole('button', { name: t('voting.tab') }).click();
  await expect(ada.panel.getByText(t('voting.dots-left', { count: 0 }))).toBeVisible();
  await lea.panel.getByRole('button', { name: t('voting.close') }).click();
  for (const one of [lea, ada, ben])
    await expect(one.notice.getByText(t('voting.soon.close', { name: 'Lea' }))).toBeVisible();
  for (const one of [lea, ada, ben]) {
    await expect(one.result()).toHaveCount(2, { timeout: 30_000 });
    const of = (words: string) => one.result().filter({ hasText: words });
    await expect(of(garden)).toContainText(t('voting.result.dots', { count: 2, voters: 1 }));
    await expect(of(market)).toContainText(t('voting.result.dots', { count: 2, voters: 2 }));
    for (const words of [garden, market]) await expect(of(words)).toContainText(t('voting.result.tie'));
    await expect(one.notice).toHaveCount(0);
  }
});

test('[R133] the close is stopped; a decision card is made of the result, and undone in one step', async ({
  server,
  visit,
}) => {
  const [lea, ada] = await openVote({ server, visit });
  await ada.notice.getByRole('button', { name: t('voting.notice.do') }).click();
  await ada.dots(market, 2);
  await ada.cast.click();
  await lea.panel.getByRole('button', { name: t('voting.close') }).click();
  await lea.notice.getByRole('button', { name: t('voting.stop') }).click();
  await expect(ada.notice.getByRole('alert')).toHaveCount(0);
  await expect(ada.panel.getByRole('button', { name: t('voting.close') })).toHaveCount(0);
  await lea.panel.getByRole('button', { name: t('voting.close') }).click();
  await expect(lea.result()).toHaveCount(2, { timeout: 30_000 });
  await lea.panel.getByRole('button', { name: t('voting.decision') }).click();
  const card = ada.board.canvas.locator('[data-shape-type="card"]');
  await expect(card).toHaveCount(1);
  await expect(card).toContainText(market);
  await lea.board.canvas.getByRole('button', { name: /^Undo/ }).click();
  await expect(card).toHaveCount(0);
});

test('axe finds nothing serious in an open vote and its result', async ({ server, visit }) => {
  const [lea, ada] = await openVote({ server, visit });
  await ada.notice.getByRole('button', { name: t('voting.notice.do') }).click();
  await ada.dots(market, 2);
  await ada.cast.click();
  await Promise.all([expectAccessible(lea.board.page), expectAccessible(ada.board.page)]);
  await lea.panel.getByRole('button', { name: t('voting.close') }).click();
  await expect(lea.result()).toHaveCount(2, { timeout: 30_000 });
  await expectAccessible(lea.board.page);
});

test('[R132] what is marked and not cast stays when the panel closes, and is not called counted; to cancel asks first', async ({
  server,
  visit,
}) => {
  const [lea, ada] = await openVote({ server, visit });
  await ada.notice.getByRole('button', { name: t('voting.notice.do') }).click();
  await ada.dots(garden, 1);
  await ada.cast.click();
  await expect(ada.panel.getByText(t('voting.is-cast'))).toBeVisible();
  await ada.dots(market, 1);
  await expect(ada.panel.getByText(t('voting.is-changed'))).toBeVisible();
  await ada.panel.getByRole('button', { name: t('cards.panel.close') }).click();
  await expect(ada.panel).toHaveCount(0);
  await ada.notice.getByRole('button', { name: t('voting.tab') }).click();
  await expect(ada.panel.getByText(t('voting.dots-left', { count: 1 }))).toBeVisible();
  await expect(ada.panel.getByText(t('voting.is-changed'))).toBeVisible();
  const asked = lea.panel.getByRole('group', { name: t('voting.cancel.ask', { count: 1 }) });
  await lea.panel.getByRole('button', { name: t('voting.cancel') }).click();
  await asked.getByRole('button', { name: t('common.cancel'), exact: true }).click();
  await expect(ada.notice).toBeVisible();
  await lea.panel.getByRole('button', { name: t('voting.cancel') }).click();
  await asked.getByRole('button', { name: t('voting.cancel') }).click();
  // In sight of all, and for a while who leads may stop it.
  await expect(ada.notice.getByText(t('voting.soon.cancel', { name: 'Lea' }))).toBeVisible();
  await lea.notice.getByRole('button', { name: t('voting.stop') }).click();
  await expect(ada.notice.getByText(t('voting.soon.cancel', { name: 'Lea' }))).toHaveCount(0);
  await lea.panel.getByRole('button', { name: t('voting.cancel') }).click();
  await asked.getByRole('button', { name: t('voting.cancel') }).click();
  await expect(ada.notice).toHaveCount(0, { timeout: 30_000 });
});
