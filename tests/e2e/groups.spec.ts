// Groups in real browsers: a facilitator makes them, people choose, call for help and are told the time, one of them without a canvas;
// and what they made comes back.
import { expect, type Page } from '@playwright/test';
import { t } from '@commonboard/client/ui/messages/t.ts';
import { test } from '../support/browser.ts';
import { expectAccessible } from '../support/browser-axe.ts';
import { newBoard } from '../support/browser-boards.ts';
import { BoardPage } from '../support/pages/board-page.ts';
import { GroupParts } from '../support/pages/group-parts.ts';
import { PlainBoard } from '../support/pages/plain-board.ts';
import type { ServerProcess } from '../support/server-process.ts';

interface Place {
  server: ServerProcess;
  visit: () => Promise<Page>;
}

const longMs = 30_000;

/** Lea leads; Ada and Ben take part, Ben without a canvas. */
async function three({ server, visit }: Place) {
  const made = await newBoard(server, 'shared-goal-canvas');
  const lea = await BoardPage.join(await visit(), made.links.facilitate, 'Lea');
  const ada = await BoardPage.join(await visit(), made.links.edit, 'Ada');
  const plain = await visit();
  await PlainBoard.join(plain, made.links.edit, 'Ben');
  return {
    lea,
    ada,
    plain,
    of: { lea: new GroupParts(lea.page), ada: new GroupParts(ada.page), ben: new GroupParts(plain) },
  };
}

test('[R170] [R171] people choose by keyboard, who has not is placed, all are told where they are', async ({
  server,
  visit,
}) => {
  const { of } = await three({ server, visit });
  await of.lea.ask();
  await of.lea.make({ how: 'chosen', count: 2 });
  await of.ada.button(t('groups.choose.one', { number: 1, count: 0 })).press('Enter');
  await expect(of.ada.bar.getByText(t('groups.own', { number: 1, names: 'Ada' }))).toBeVisible();
  await of.lea.openAll();
  await expect(of.lea.all.getByText(t('groups.lead.unplaced', { count: 1 }))).toBeVisible({ timeout: longMs });
  await of.lea.all.getByRole('button', { name: t('groups.lead.settle') }).click();
  // Nobody is left alone.
  for (const one of [of.ada, of.ben])
    await expect(one.bar.getByText(t('groups.own', { number: 1, names: 'Ada, Ben' }))).toBeVisible({ timeout: longMs });
  await of.lea.all.getByRole('combobox', { name: t('groups.lead.move', { name: 'Ben' }) }).selectOption({ value: '2' });
  await expect(of.ben.bar.getByText(t('groups.own.alone', { number: 2 }))).toBeVisible({ timeout: longMs });
});

test('[R171] [R174] help, two minutes left, a video room, and what they made is brought back', async ({
  server,
  visit,
}) => {
  const { lea, ada, plain, of } = await three({ server, visit });
  await of.lea.ask();
  await of.lea.make({ how: 'random', count: 1, zone: await firstZone(of.lea) });
  await of.lea.bar.getByText(t('groups.lead.count', { count: 1 })).waitFor();
  await of.ada.button(t('groups.go')).click();
  await expect(ada.canvas.getByText('Group 1', { exact: true })).toBeVisible();
  // Without a canvas one's own zone is read first, and is where a note goes.
  await expect(plain.locator('[id^="zone-shape:"]').first()).toHaveText('Group 1', { timeout: longMs });
  await plain.getByRole('textbox', { name: t('page.write.text') }).fill('kestrel');
  await plain.getByRole('button', { name: t('page.write.add') }).click();
  await expect(ada.words('kestrel')).toBeVisible({ timeout: longMs });
  await of.ben.button(t('groups.help')).click();
  await expect(of.lea.bar.getByText(t('groups.lead.help', { number: 1 }))).toBeVisible({ timeout: longMs });
  await of.lea.button(t('groups.lead.helped')).click();
  await expect(of.ben.button(t('groups.help'))).toBeVisible({ timeout: longMs });
  await of.lea.button(t('groups.lead.warn')).click();
  for (const one of [of.lea, of.ada, of.ben])
    await expect(one.bar.getByText(t('groups.warned'))).toBeVisible({ timeout: longMs });
  await expect(plain.getByTestId('said')).toHaveText(t('groups.warned'));
  await of.lea.openAll();
  const link = of.lea.all.getByRole('textbox', { name: t('groups.lead.link') });
  await link.fill('http://meet.example/1');
  await of.lea.all.getByRole('button', { name: t('groups.lead.link.save') }).click();
  await expect(of.lea.all.getByText(t('groups.lead.link.wrong'))).toBeVisible();
  await link.fill('https://meet.example/1');
  await link.press('Enter');
  const video = of.ada.bar.getByRole('link', { name: t('groups.link') });
  await expect(video).toHaveAttribute('href', 'https://meet.example/1');
  await expect(video).toHaveAttribute('rel', /noreferrer/);
  await of.lea.all.getByRole('button', { name: t('groups.bring') }).click();
  const bringing = lea.page.getByRole('dialog', { name: t('groups.bring') });
  await bringing.getByRole('radio', { name: t('groups.bring.remove') }).check();
  await bringing.getByRole('button', { name: t('groups.bring') }).click();
  await expect(lea.messages.getByText(t('groups.over.back'))).toBeVisible({ timeout: longMs });
  for (const one of [of.lea, of.ada, of.ben]) await expect(one.bar).toHaveCount(0, { timeout: longMs });
  await expect(lea.canvas.getByText('Group 1', { exact: true })).toHaveCount(0);
  await expect(ada.words('kestrel')).toHaveCount(1);
});

/** The name of the first zone of the board that groups may have a copy of. */
async function firstZone({ starting }: GroupParts): Promise<string> {
  const zones = starting.getByRole('group', { name: t('groups.start.zone') }).locator('label');
  return ((await zones.first().textContent()) ?? '').trim();
}

test('axe finds nothing serious where people are in groups', async ({ server, visit }) => {
  const { lea, ada, plain, of } = await three({ server, visit });
  await of.lea.ask();
  await expectAccessible(lea.page);
  await of.lea.starting.getByRole('radio', { name: t('groups.start.mixed') }).check();
  await of.lea.starting.getByRole('button', { name: t('groups.start.mixed.ask') }).click();
  await of.ada.bar.getByRole('combobox', { name: t('groups.sector.label') }).selectOption({ value: 'market' });
  await expect(of.lea.bar.getByText(t('groups.sector.count', { count: 1 }))).toBeVisible();
  // What it was is for facilitators; that it was said stays true.
  await ada.page.reload();
  await expect(of.ada.bar.getByRole('combobox', { name: t('groups.sector.label') })).toHaveValue('kept');
  await expect(of.ben.bar.getByRole('combobox')).toBeVisible({ timeout: longMs });
  await Promise.all([lea.page, ada.page, plain].map((page) => expectAccessible(page)));
  await of.lea.button(t('groups.start.do')).click();
  await of.lea.make({ how: 'mixed', count: 1 });
  await ada.page.setViewportSize({ width: 390, height: 844 });
  await expect(of.ada.button(t('groups.help'))).toBeVisible();
  await expect(of.ben.button(t('groups.help'))).toBeVisible({ timeout: longMs });
  await of.lea.openAll();
  await Promise.all([lea.page, ada.page, plain].map((page) => expectAccessible(page)));
  const wide = await ada.page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(390);
});
