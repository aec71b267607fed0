// The whole harvest without a mouse, each state of it looked at by axe in light and dark: set up, looked at, cancelled, published, read,
// taken back.
import { expect } from '@playwright/test';
import { t } from '@commonboard/client/ui/messages/t.ts';
import { expectAccessible } from '../support/browser-axe.ts';
import { test } from '../support/browser.ts';
import { pressOn, tabTo } from '../support/by-keyboard.ts';
import { boardWith } from '../support/example-board.ts';
import { harvestRecords, imageRecord, secondPageRecords, zones } from '../support/harvest-records.ts';
import { BoardPage } from '../support/pages/board-page.ts';
import { plainLink } from '../support/pages/plain-board.ts';
import { PlainPage } from '../support/pages/plain-page.ts';

async function openHarvest({ bar, page }: BoardPage): Promise<void> {
  await pressOn(page, bar.getByRole('button', { name: t('cards.panel.open') }));
  await tabTo(page, page.getByRole('tab', { selected: true }));
  const results = page.getByRole('tab', { name: t('results.tab'), exact: true });
  await expect(async () => {
    await page.keyboard.press('ArrowRight');
    await expect(results).toBeFocused({ timeout: 200 });
  }).toPass();
  await page.keyboard.press('Enter');
  await pressOn(page, page.getByRole('button', { name: new RegExp(`^${t('harvest.open')}`) }));
}

test('[R206] [R207] [R208] [R210] the whole harvest by keyboard alone', async ({ server, visit }) => {
  test.setTimeout(300_000);
  const photo = imageRecord('photo', 'A bench', zones.garden);
  const board = await boardWith(server, [...harvestRecords(), photo, ...secondPageRecords()]);
  const lead = await BoardPage.join(await visit(), board.links.facilitate, 'Lea');
  const { page } = lead;
  const dialog = page.getByRole('dialog', { name: t('harvest.title'), exact: true });
  const question = page.getByRole('dialog', { name: t('harvest.confirm.title') });
  const button = (name: string) => dialog.getByRole('button', { name, exact: true });

  await openHarvest(lead);
  await expect(dialog).toBeVisible();
  await expectAccessible(page);
  await tabTo(page, dialog.getByLabel(t('harvest.name')));
  await page.keyboard.type('Gardens for all');
  // A zone that is taken out keeps its place, and one that is moved keeps the focus.
  const second = dialog.getByRole('checkbox', { name: 'Our garden' });
  await pressOn(page, second, 'Space');
  await expect(second).not.toBeChecked();
  await expect(second).toBeFocused();
  await page.keyboard.press('Space');
  const up = button(t('harvest.zone.up', { zone: 'Who stands where' }));
  await pressOn(page, up);
  await expect(
    dialog.getByText(t('harvest.zone.moved', { zone: 'Who stands where', place: 1, count: 2 })),
  ).toBeVisible();
  await expect(up).toBeFocused();
  const keep = dialog.getByRole('checkbox', { name: t('harvest.uploads.keep') });
  await pressOn(page, keep, 'Space');
  await expect(keep).toBeChecked();
  const words = dialog.getByRole('textbox', { name: t('harvest.words') });
  await tabTo(page, words);
  await page.keyboard.type('council, nobody-at-all');
  await page.keyboard.press('Enter');
  await expect(words).toBeFocused();
  const list = dialog.getByRole('list', { name: t('harvest.words') });
  await expect(list).toContainText(t('harvest.words.places', { count: 1 }));
  await pressOn(page, button(t('harvest.words.remove', { word: 'nobody-at-all' })));
  await expect(list.getByRole('listitem')).toHaveCount(1);
  await expectAccessible(page);

  await pressOn(page, button(t('harvest.preview')));
  const preview = page.getByRole('dialog', { name: t('harvest.preview') });
  await expect(preview).toContainText('Write to the (left out)');
  await expectAccessible(page);
  for (const name of ['harvest.preview.funder', 'harvest.preview.facilitator'] as const) {
    const choice = preview.getByRole('button', { name: t(name) });
    await pressOn(page, choice);
    await expect(choice).toHaveAttribute('aria-pressed', 'true');
    await expectAccessible(page);
  }
  await pressOn(page, preview.getByRole('button', { name: t('harvest.back') }));

  // The server never hears of the first one: it is held, and cancelled.
  await page.route('**/harvest/publish', () => undefined);
  await pressOn(page, button(t('harvest.publish')));
  await expectAccessible(page);
  await pressOn(page, question.getByRole('button', { name: t('harvest.publish') }));
  await expect(dialog.getByText(t('harvest.busy.server'))).toBeVisible();
  await expectAccessible(page);
  await pressOn(page, button(t('harvest.cancel')));
  await expect(dialog).toContainText(t('harvest.cancelled'));
  await page.unroute('**/harvest/publish');
  await pressOn(page, button(t('harvest.publish')));
  await pressOn(page, question.getByRole('button', { name: t('harvest.publish') }));
  await expect(dialog.getByRole('link', { name: t('harvest.file.facilitator.zip') })).toBeVisible({ timeout: 60_000 });
  await expect(dialog).toContainText(t('harvest.published'));
  await expectAccessible(page);

  const reader = await visit();
  await reader.goto(plainLink(board.links.edit));
  await new PlainPage(reader).name.fill('Asha Rao');
  await reader.keyboard.press('Enter');
  await expect(reader.getByRole('heading', { level: 1, name: 'Gardens for all' })).toBeVisible();
  await expect(reader.getByRole('region', { name: t('after.made') }).getByRole('heading', { level: 3 })).toHaveText([
    'Who stands where',
    'Our garden',
    'Over there',
  ]);
  await expect(reader.getByText('Words that who leads has taken out: 1.')).toBeVisible();
  await expectAccessible(reader);

  await pressOn(page, button(t('harvest.take-back')));
  await expectAccessible(page);
  const sure = page.getByRole('dialog', { name: t('harvest.take-back.title') });
  await pressOn(page, sure.getByRole('button', { name: t('harvest.take-back') }));
  await expect(dialog).toContainText(t('harvest.taken-back'));
  await expect(dialog.getByRole('link')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
});
