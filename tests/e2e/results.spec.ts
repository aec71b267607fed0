// What a group takes away: each file really arrives, is what it says it is, and leaves out what it should.
import { expect } from '@playwright/test';
import { unzipSync } from 'fflate';
import { t } from '@commonboard/client/ui/messages/t.ts';
import { cardRecord } from '../support/card-records.ts';
import { boardWith, filledTemplate } from '../support/example-board.ts';
import { test } from '../support/browser.ts';
import { newBoard, tocTemplate } from '../support/browser-boards.ts';
import { BoardPage } from '../support/pages/board-page.ts';
import { expectComplaints } from '../support/page-watch.ts';
import { ResultsTab } from '../support/pages/results-tab.ts';
import { readPng } from '../support/png.ts';

test('the spreadsheet and the document arrive; the document has a picture of each zone, with words for it', async ({
  server,
  visit,
}) => {
  const board = await boardWith(server, filledTemplate(tocTemplate));
  const results = await ResultsTab.open(await BoardPage.join(await visit(), board.links.facilitate, 'Ana'));
  const workbook = await results.download('results.xlsx');
  expect(workbook.name).toMatch(/ - results\.xlsx$/);
  expect(Object.keys(unzipSync(workbook.bytes))).toContain('xl/workbook.xml');
  await expect(results.says).toContainText(t('results.saved', { file: workbook.name }));

  const document = await results.download('report.docx');
  const parts = unzipSync(document.bytes);
  const pictures = Object.keys(parts).filter((name) => name.startsWith('word/media/'));
  expect(pictures.length).toBeGreaterThanOrEqual(3);
  for (const name of pictures) {
    const { width, height } = readPng(Buffer.from(parts[name]!));
    expect(Math.max(width, height)).toBeGreaterThan(600);
    expect(Math.max(width, height)).toBeLessThanOrEqual(1_281);
  }
  const text = Buffer.from(parts['word/document.xml']!).toString();
  const alts = [...text.matchAll(/<wp:docPr [^>]*descr="([^"]*)"/g)].map(([, alt]) => alt);
  expect(alts).toHaveLength(pictures.length);
  for (const alt of alts) expect(alt).toMatch(/^Zone “.+”: .+/);
});

test('every file under "More" arrives and holds what the board holds', async ({ server, visit }) => {
  const board = await boardWith(server, filledTemplate(tocTemplate));
  const results = await ResultsTab.open(await BoardPage.join(await visit(), board.links.facilitate, 'Ana'));
  await results.more();
  const files = await results.fileNames();
  expect(files).toEqual(
    expect.arrayContaining(['report.md', 'outcomes.csv', 'links.csv', 'graph.graphml', 'kumu.json']),
  );
  for (const file of files) {
    const { name, bytes } = await results.download(file);
    expect(name).toMatch(new RegExp(` - ${file.replace('.', '\\.')}$`));
    expect(bytes.length).toBeGreaterThan(20);
    await expect(results.says).toContainText(t('results.saved', { file: name }));
  }
  expect(JSON.parse((await results.download('kumu.json')).bytes.toString())).toHaveProperty('elements.0.label');
});

test('what is not saved yet is in the files of the page; without a connection it says which files wait', async ({
  server,
  visit,
}) => {
  const board = await newBoard(server);
  const page = await visit();
  expectComplaints(page, /ERR_INTERNET_DISCONNECTED/, /WebSocket connection to 'ws:.*failed/);
  const ana = await BoardPage.join(page, board.links.edit, 'Ana');
  await ana.writeNote('Before');
  await expect(ana.saveState('saved')).toBeVisible();
  const results = await ResultsTab.open(ana);
  await ana.page.context().setOffline(true);
  await expect(results.root.getByText(t('results.offline'))).toBeVisible({ timeout: 60_000 });
  await expect(results.button('results.xlsx')).toBeDisabled();
  await expect(results.button('report.docx')).toBeDisabled();
  await ana.canvas.locator('.tl-canvas').click();
  await ana.writeNote('Written without a connection');
  await results.more();
  await expect(async () => {
    const { bytes } = await results.download('notes.csv');
    expect(bytes.toString()).toContain('Written without a connection');
  }).toPass();
  await ana.page.context().setOffline(false);
  await expect(results.button('results.xlsx')).toBeEnabled({ timeout: 60_000 });
});

test.describe('with things that not everybody should read', () => {
  const records = [
    cardRecord('open', 'stakeholder', 'Village women', {
      entity: 'group',
      power: 10,
      interest: 90,
      stance: 2,
      owner: 'SECRETOWNER',
    }),
    cardRecord('shut', 'stakeholder', 'SECRETCARD', { sensitive: true }),
  ];

  test('the form for people outside says what is left out, and leaves it out', async ({ server, visit }) => {
    const board = await boardWith(server, records);
    const results = await ResultsTab.open(await BoardPage.join(await visit(), board.links.facilitate, 'Ana'));
    await results.forPeopleOutside();
    await expect(results.root.getByText(t('results.redacted'))).toBeVisible();
    await results.more();
    for (const file of ['stakeholders.csv', 'report.md', 'kumu.json']) {
      const { bytes } = await results.download(file);
      expect(bytes.toString()).toContain('Village women');
      expect(bytes.toString()).not.toMatch(/SECRET|"?stance"?[,:]/);
      await expect(results.says).toContainText(t('results.left-out'));
    }
    const { bytes } = await results.download('report.docx');
    const parts = unzipSync(bytes);
    expect(Object.keys(parts).filter((name) => name.startsWith('word/media/'))).toEqual([]);
    expect(Buffer.from(parts['word/document.xml']!).toString()).not.toContain('SECRET');
    const preview = await results.openPreview();
    await expect(preview).not.toContainText('SECRET');
  });

  test('a facilitator is asked before sensitive cards leave', async ({ server, visit }) => {
    const board = await boardWith(server, records);
    const results = await ResultsTab.open(await BoardPage.join(await visit(), board.links.facilitate, 'Ana'));
    await results.more();
    const question = results.page.getByRole('dialog', { name: t('results.sensitive.title') });
    for (const [answer, isIn] of [
      ['results.sensitive.without', false],
      ['results.sensitive.with', true],
    ] as const) {
      for (const file of ['stakeholders.csv', 'results.xlsx']) {
        const [download] = await Promise.all([
          results.page.waitForEvent('download'),
          results
            .button(file)
            .click()
            .then(() => question.getByRole('button', { name: t(answer) }).click()),
        ]);
        const bytes = await readDownload(download);
        const text = file.endsWith('.csv') ? bytes.toString() : zipText(bytes);
        expect(text.includes('SECRETCARD'), `${file}, ${answer}`).toBe(isIn);
      }
    }
    // Closed without an answer, nothing leaves.
    await results.button('stakeholders.csv').click();
    await results.page.keyboard.press('Escape');
    await expect(question).toHaveCount(0);
    await expect(results.says).toContainText('results.xlsx');
  });

  test('a participant gets no sensitive cards, and a viewer only the form for people outside', async ({
    server,
    visit,
  }) => {
    const board = await boardWith(server, records);
    const bens = await ResultsTab.open(await BoardPage.join(await visit(), board.links.edit, 'Ben'));
    await bens.more();
    const own = (await bens.download('stakeholders.csv')).bytes.toString();
    expect(own).toContain('SECRETOWNER');
    expect(own).not.toContain('SECRETCARD');

    const looking = await ResultsTab.open(await BoardPage.join(await visit(), board.links.view, 'Cleo'));
    await expect(looking.root.getByText(t('results.form.viewer'))).toBeVisible();
    await expect(looking.root.getByRole('button', { name: t('results.intake') })).toHaveCount(0);
    await looking.more();
    expect((await looking.download('stakeholders.csv')).bytes.toString()).not.toContain('SECRET');
    expect(zipText((await looking.download('results.xlsx')).bytes)).not.toContain('SECRET');
  });
});

test('the preview shows the report and each table, and copies them to be pasted', async ({ server, visit }) => {
  const board = await boardWith(server, filledTemplate(tocTemplate));
  const page = await visit();
  const results = await ResultsTab.open(await BoardPage.join(page, board.links.facilitate, 'Ana'));
  const preview = await results.openPreview();
  await expect(preview.getByRole('heading', { name: 'Logframe' })).toBeVisible();
  await preview.getByLabel(t('results.what')).selectOption({ label: 'Outcomes' });
  await expect(preview.getByRole('columnheader', { name: 'Outcome', exact: true })).toBeVisible();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await preview.getByRole('button', { name: t('results.copy') }).click();
  await expect(preview.getByRole('status')).toHaveText(t('results.copied'));
  const copied = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const text = async (type: string) => (await item!.getType(type)).text();
    return { html: await text('text/html'), plain: await text('text/plain') };
  });
  expect(copied.html).toMatch(/<table[\s\S]*<th/);
  expect(copied.plain.split('\n')[0]).toContain('\t');
});

test('an empty board says what will come', async ({ server, visit }) => {
  const board = await newBoard(server);
  const results = await ResultsTab.open(await BoardPage.join(await visit(), board.links.edit, 'Ana'));
  await expect(results.root.getByText(t('results.nothing'))).toBeVisible();
  await expect(results.button('results.xlsx')).toHaveCount(0);
});

async function readDownload(download: { createReadStream: () => Promise<NodeJS.ReadableStream> }): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of await download.createReadStream()) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}

function zipText(bytes: Uint8Array): string {
  return Object.values(unzipSync(bytes))
    .map((part) => Buffer.from(part).toString())
    .join('\n');
}
