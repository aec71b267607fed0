// The harvest as people meet it: set up, looked at before, published, found by who comes back, downloaded, and taken back.
import { expect, type Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { t } from '@commonboard/client/ui/messages/t.ts';
import { expectAccessible } from '../support/browser-axe.ts';
import { downloadBy } from '../support/browser-files.ts';
import { test } from '../support/browser.ts';
import { boardWith } from '../support/example-board.ts';
import { canaries, harvestRecords, imageRecord, secondPageRecords, zones } from '../support/harvest-records.ts';
import { expectComplaints } from '../support/page-watch.ts';
import { BoardPage } from '../support/pages/board-page.ts';
import { plainLink } from '../support/pages/plain-board.ts';
import { PlainPage } from '../support/pages/plain-page.ts';
import { ResultsTab } from '../support/pages/results-tab.ts';
import { readable } from '../support/readable.ts';
import { SteeredBoard } from '../support/steered-board.ts';

const dialog = (page: Page) => page.getByRole('dialog', { name: t('harvest.title'), exact: true });

async function joinNamed(page: Page, link: string, name: string, named: boolean): Promise<void> {
  await page.goto(link);
  await new PlainPage(page).name.fill(name);
  if (named) await page.getByRole('checkbox', { name: t('join.named') }).check();
  await new PlainPage(page).join.click();
}

async function publish(page: Page, what = t('harvest.publish')): Promise<void> {
  await dialog(page).getByRole('button', { name: what }).click();
  const question = page.getByRole('dialog', { name: t('harvest.confirm.title') });
  await question.getByRole('button', { name: t('harvest.publish') }).click();
  await expect(dialog(page).getByRole('link', { name: t('harvest.file.facilitator.zip') })).toBeVisible({
    timeout: 60_000,
  });
}

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 2, name, exact: true });

test('a session is harvested: preview, packages that open, the after-page, one’s own part, and taking it back', async ({
  server,
  visit,
}) => {
  const board = await boardWith(server, harvestRecords());
  const asha = await visit({ viewport: { width: 390, height: 844 }, colorScheme: 'dark' });
  await joinNamed(asha, plainLink(board.links.edit), 'Asha Rao', true);
  await expect(asha.getByRole('heading', { level: 2, name: t('page.now') })).toBeVisible();
  const quillon = await visit();
  await joinNamed(quillon, plainLink(board.links.edit), 'Quillon Zephyrine', false);
  await expect(quillon.getByRole('heading', { level: 2, name: t('page.now') })).toBeVisible();

  const lead = await BoardPage.join(await visit(), board.links.facilitate, 'Lea');
  const { page } = lead;
  const results = await ResultsTab.open(lead);
  await results.offer(t('harvest.open')).click();
  await expect(dialog(page)).toContainText('Asha Rao');
  await dialog(page).getByLabel(t('harvest.intro')).fill('Three promises and a garden.');
  await dialog(page)
    .getByRole('checkbox', { name: t('harvest.part.open') })
    .uncheck();
  await expectAccessible(page);
  await dialog(page)
    .getByRole('button', { name: t('harvest.preview') })
    .click();
  const preview = page.getByRole('dialog', { name: t('harvest.preview') });
  await expect(preview).toContainText('Three promises and a garden.');
  await expect(preview).toContainText(/kept out of public copies: 1\./);
  await preview.getByRole('button', { name: t('harvest.preview.funder') }).click();
  await expect(preview).toContainText('What we will do');
  for (const canary of canaries) await expect(preview).not.toContainText(canary);
  await preview.getByRole('button', { name: t('harvest.back') }).click();
  await publish(page);
  await expectAccessible(page);

  const funder = await downloadBy(page, () => page.getByRole('link', { name: t('harvest.file.funder.docx') }).click());
  expect(Object.keys(unzipSync(funder.bytes))).toContain('word/document.xml');
  const archive = await downloadBy(page, () =>
    page.getByRole('link', { name: t('harvest.file.facilitator.zip') }).click(),
  );
  const files = unzipSync(archive.bytes);
  expect(Object.keys(files)).toEqual(
    expect.arrayContaining([
      'README.txt',
      'report.docx',
      'results.xlsx',
      'board/board.yjs',
      'pictures/1 Our garden.png',
      'pictures/2 Who stands where.png',
    ]),
  );

  // Who was there and comes back sees it first, and goes on to the board from it.
  await asha.reload();
  await expect(asha.getByRole('heading', { level: 1, name: board.title })).toBeVisible();
  await expect(asha.getByText('Three promises and a garden.')).toBeVisible();
  await expect(heading(asha, t('after.goal'))).toBeVisible();
  await expect(heading(asha, t('after.open'))).toHaveCount(0);
  const own = asha.getByRole('region', { name: t('after.own') });
  await expect(own).toContainText('Write to the council');
  await expect(own).not.toContainText('Dig the beds');
  const promises = asha.getByRole('region', { name: t('after.commitments') });
  await expect(promises.getByRole('listitem').filter({ hasText: 'Dig the beds' })).toContainText(t('after.nobody'));
  await expect(asha.getByRole('img', { name: /^Our garden: / })).toBeVisible();
  await expect(asha.getByText(t('after.no-picture'))).toBeVisible();
  // Her own part has her own words, whoever is named in them.
  for (const name of [t('after.commitments'), t('after.decisions'), t('after.made')])
    for (const canary of canaries)
      await expect(asha.getByRole('region', { name, exact: true })).not.toContainText(canary);
  expect(await asha.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  await expectAccessible(asha);
  const words: string[] = [];
  for (const name of ['after.file.commitments.ics', 'after.file.report.docx', 'after.file.results.xlsx'] as const)
    words.push(readable((await downloadBy(asha, () => asha.getByRole('link', { name: t(name) }).click())).bytes));
  expect(words[0]).toContain('DUE;VALUE=DATE:20270501');
  for (const canary of canaries) for (const text of words) expect(text).not.toContain(canary);

  // Her name goes when she takes it back, and she finds the board.
  await asha.getByRole('checkbox', { name: t('after.named') }).click();
  await expect(promises.getByRole('listitem').filter({ hasText: 'Write to the council' })).toContainText(
    t('after.nobody'),
    { timeout: 30_000 },
  );
  await asha.getByRole('button', { name: t('after.board') }).click();
  await expect(asha.getByRole('button', { name: t('harvest.see') })).toBeVisible();

  // By the link of the board too, with its canvas.
  const late = await visit();
  await joinNamed(late, board.links.edit, 'Late', false);
  await expect(late.getByRole('button', { name: t('after.board') })).toBeVisible();
  await expect(late.getByText(t('after.own.none'))).toBeVisible();

  await expect(page.getByText(t('harvest.busy.server'))).toHaveCount(0);
  await dialog(page)
    .getByRole('button', { name: t('harvest.take-back') })
    .click();
  const question = page.getByRole('dialog', { name: t('harvest.take-back.title') });
  await question.getByRole('button', { name: t('harvest.take-back') }).click();
  await expect(dialog(page).getByRole('link')).toHaveCount(0, { timeout: 30_000 });
  await late.reload();
  await new BoardPage(late).opened();
});

test('the two pages for a funder are two printed pages, however much there is', async ({ server, visit }) => {
  const many = harvestRecords();
  const board = await boardWith(server, many);
  const lead = await BoardPage.join(await visit(), board.links.facilitate, 'Lea');
  const { page } = lead;
  const results = await ResultsTab.open(lead);
  await results.offer(t('harvest.open')).click();
  await dialog(page).getByLabel(t('harvest.intro')).fill('A long line of what we leave with. '.repeat(40));
  await publish(page);
  const made = await downloadBy(page, () => page.getByRole('link', { name: t('harvest.file.funder.html') }).click());
  const paper = await visit();
  expectComplaints(paper);
  await paper.setContent(made.bytes.toString());
  const pdf = (
    await paper.pdf({ format: 'A4', margin: { top: '2cm', bottom: '2cm', left: '2cm', right: '2cm' } })
  ).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBeLessThanOrEqual(2);
});

test('[R206] [R210] zones of all pages are drawn, with uploaded pictures only where that is said', async ({
  server,
  visit,
}) => {
  const photo = { ...imageRecord('photo', 'A bench', zones.garden), x: 600, y: 400 };
  const board = await boardWith(server, [...harvestRecords(), photo, ...secondPageRecords()]);
  const lead = await BoardPage.join(await visit(), board.links.facilitate, 'Lea');
  const { page } = lead;
  const results = await ResultsTab.open(lead);
  await results.offer(t('harvest.open')).click();
  await expect(dialog(page)).toContainText(t('harvest.uploads.text', { count: 1 }));
  await expectAccessible(page);
  await publish(page);
  const reader = await visit();
  await joinNamed(reader, plainLink(board.links.edit), 'Asha Rao', true);
  const garden = reader.getByRole('img', { name: /^Our garden: / });
  const looks = async () => garden.evaluate(({ naturalHeight }: HTMLImageElement) => naturalHeight);
  await expect(reader.getByText('Pictures that people have put on the board: 1.')).toBeVisible();
  await expect.poll(looks).toBeGreaterThan(0);
  const bare = await looks();
  const there = reader.getByRole('img', { name: /^Over there: / });
  await expect.poll(() => there.evaluate(({ naturalHeight }: HTMLImageElement) => naturalHeight)).toBeGreaterThan(0);

  await dialog(page)
    .getByRole('checkbox', { name: t('harvest.uploads.keep') })
    .check();
  await publish(page, t('harvest.again'));
  await expect(async () => {
    await reader.reload();
    await expect(garden).toBeVisible();
    await expect(reader.getByText('Pictures that people have put on the board: 1.')).toHaveCount(0, { timeout: 1_000 });
    await expect.poll(looks).toBeGreaterThan(bare);
  }).toPass();
});

test('a step of the agenda that is for it offers the harvest, and who is there hears of it', async ({
  server,
  visit,
}) => {
  const steered = await SteeredBoard.of(server, 'harvest-circle', true);
  await steered.note('A note of the day');
  await steered.steer('start', { isRehearsal: false });
  const { phases } = await steered.session();
  const step = phases.find(({ kind }) => kind === 'harvest');
  await steered.steer('jump', { phase: (await steered.session()).phase, to: step?.id });
  const lead = await BoardPage.join(await visit(), steered.board.links.facilitate, 'Kim');
  const kim = (await steered.people()).find(({ name }) => name === 'Kim');
  await steered.ask('POST', `/participants/${kim?.id}`, { action: 'confirm-facilitator' });
  const { page } = lead;
  await page.getByText(t('harvest.offer')).waitFor();
  // Who comes while the session runs finds the session, and the results when they are there.
  const asha = await visit();
  await joinNamed(asha, plainLink(steered.board.links.edit), 'Asha Rao', true);
  await expect(asha.getByRole('heading', { level: 2, name: t('page.now') })).toBeVisible();
  await page.getByRole('button', { name: t('harvest.open'), exact: true }).click();
  await publish(page);
  await asha.getByRole('button', { name: t('harvest.see') }).click();
  await expect(asha.getByText('A note of the day')).toBeVisible();
});
