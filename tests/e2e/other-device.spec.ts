// A person goes on on a second device by the code that the first one shows, and is the same person there.
import { expect } from '@playwright/test';
import { t } from '@commonboard/client/ui/messages/t.ts';
import { test } from '../support/browser.ts';
import { expectAccessible } from '../support/browser-axe.ts';
import { newBoard } from '../support/browser-boards.ts';
import { expectComplaints } from '../support/page-watch.ts';
import { BoardPage } from '../support/pages/board-page.ts';
import { VotesTab } from '../support/pages/votes-tab.ts';

test('[R123] a phone that scans the code is the same person with the same vote; the code is good once', async ({
  server,
  visit,
}) => {
  const created = await newBoard(server);
  const lea = await BoardPage.join(await visit(), created.links.facilitate, 'Lea');
  const ada = await BoardPage.join(await visit(), created.links.edit, 'Ada');
  await lea.writeNote('A garden');
  await lea.page.keyboard.press('ControlOrMeta+a');
  await (await new VotesTab(lea).open()).start('Which first?');
  const votes = new VotesTab(ada);
  await votes.notice.getByRole('button', { name: t('voting.notice.do') }).click();
  await votes.dots('A garden', 2);
  await votes.cast.click();
  await expect(votes.panel.getByText(t('voting.is-cast'))).toBeVisible();
  const share = await ada.share();
  await share.root.getByRole('button', { name: t('pair.own.do') }).press('Enter');
  const link = share.root.getByLabel(t('pair.link'));
  await expect(link).toHaveValue(/\/pair#/);
  await expectAccessible(ada.page);
  const address = await link.inputValue();
  const phone = new BoardPage(await visit({ viewport: { width: 390, height: 844 }, hasTouch: true }));
  await phone.page.goto(address);
  // The code is out of the address bar, and nothing is used up before somebody presses.
  await expect(phone.page).toHaveURL(`${server.origin}/pair`);
  await expectAccessible(phone.page);
  await phone.page.getByRole('button', { name: t('pair.do') }).tap();
  await phone.opened();
  await new VotesTab(phone).notice.getByRole('button', { name: t('voting.tab') }).tap();
  await expect(new VotesTab(phone).panel.getByText(t('voting.is-cast'))).toBeVisible();
  await expect(new VotesTab(lea).panel.getByText(t('voting.progress', { voted: 1, people: 1 }))).toBeVisible();
  const late = await visit();
  expectComplaints(late, /404 \(Not Found\)/);
  await late.goto(address);
  await late.getByRole('button', { name: t('pair.do') }).click();
  await expect(late.getByRole('alert')).toHaveText(t('pair.unknown'));
});
