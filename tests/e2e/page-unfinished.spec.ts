// What somebody is typing on the page without canvas when the page goes away under them.
import { expect } from '@playwright/test';
import { t } from '@commonboard/client/ui/messages/t.ts';
import { test } from '../support/browser.ts';
import { expectComplaints } from '../support/page-watch.ts';
import { PlainBoard } from '../support/pages/plain-board.ts';
import { SteeredBoard } from '../support/steered-board.ts';

test('[R166] what is half written is there again after a reload, and for who was sent away and comes back', async ({
  server,
  visit,
}) => {
  const steered = await SteeredBoard.of(server);
  const page = await visit();
  expectComplaints(page, /status of 40[13]/);
  const ada = await PlainBoard.join(page, steered.board.links.edit, 'Ada');
  await ada.write('A garden');
  await ada.isSaved('A garden');
  await ada.own.getByRole('button', { name: t('page.own.change-what', { note: 'A garden' }) }).click();
  const words = page.getByRole('textbox', { name: t('page.own.words') });
  await words.fill('A big garden');
  await ada.text.fill('Half a thought');
  await page.reload();
  await expect(ada.text).toHaveValue('Half a thought');
  await expect(words).toHaveValue('A big garden');
  const [person] = (await steered.people()).filter(({ name }) => name === 'Ada');
  await steered.ask('POST', `/participants/${person!.id}`, { action: 'kick' });
  await page.getByRole('button', { name: t('join.sent-away.do') }).click();
  await expect(ada.text).toHaveValue('Half a thought');
  await expect(words).toHaveValue('A big garden');
  // What is handed over or given up does not come again.
  await ada.add.click();
  await ada.isSaved('Half a thought');
  await words.press('Escape');
  await expect(words).toHaveCount(0);
  await page.reload();
  await ada.isSaved('Half a thought');
  await ada.isSaved('A garden');
  await expect(ada.text).toHaveValue('');
  await expect(words).toHaveCount(0);
});
