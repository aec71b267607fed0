// Two hundred texts that have run as code somewhere, in every place where a person can write: none runs, and no content policy
// is called on (the watch over every page would see its complaint).
import { expect, type Page } from '@playwright/test';
import { fieldNames, fieldOf, type CardFields } from '@commonboard/shared/domain/fields.ts';
import { kindNames } from '@commonboard/shared/domain/kinds.ts';
import { t } from '@commonboard/client/ui/messages/t.ts';
import { isZone } from '@commonboard/shared/schema/zone-shape.ts';
import type { TLRecord } from '@tldraw/tlschema';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { test } from '../support/browser.ts';
import { joinByApi, newBoard } from '../support/browser-boards.ts';
import { cardRecord } from '../support/card-records.ts';
import { boardWith, filledTemplate } from '../support/example-board.ts';
import { BoardPage } from '../support/pages/board-page.ts';
import { CardTools } from '../support/pages/card-tools.ts';
import { IntakeDialog } from '../support/pages/intake-dialog.ts';
import { ResultsTab } from '../support/pages/results-tab.ts';
import { xssPayloads } from '../support/xss-payloads.ts';

async function expectNothingRan(page: Page): Promise<void> {
  for (const frame of page.frames())
    expect(await frame.evaluate(() => Reflect.get(window, 'ran') as unknown)).toBeUndefined();
}

function noDialogs(page: Page): void {
  page.on('dialog', (dialog) => {
    throw new Error(`A text has opened a dialog: ${dialog.message()}`);
  });
}

/** Of all that can be written in words, each with another payload. */
function wordsFrom(start: number): CardFields {
  const words = fieldNames.filter((name) => ['text', 'long', 'measure', 'link'].includes(fieldOf(name).type));
  return Object.fromEntries(words.map((name, i) => [name, xssPayloads[(start + i) % xssPayloads.length] ?? '']));
}

function cards() {
  return xssPayloads.map((payload, i) =>
    cardRecord(`x${i}`, kindNames[i % kindNames.length] ?? 'idea', payload, wordsFrom(i)),
  );
}

test('on cards and in their fields: canvas, details, checks, views, results, files', async ({ server, visit }) => {
  test.slow();
  expect(xssPayloads.length).toBeGreaterThanOrEqual(200);
  const board = await boardWith(server, cards());
  const page = await visit();
  noDialogs(page);
  const ana = await BoardPage.join(page, board.links.facilitate, 'Ana', 60_000);
  await ana.zoomToFit();
  // The next shape by keyboard: from afar none can be clicked.
  await page.keyboard.press('Tab');
  await page.keyboard.press('i');
  await expect(new CardTools(ana).panel).toBeVisible();
  for (const tab of ['agenda.tab', 'checks.tab', 'views.tab'] as const)
    await page.getByRole('tab', { name: t(tab), exact: true }).click();
  const views = page
    .getByRole('region', { name: t('views.title') })
    .getByRole('listitem')
    .getByRole('button');
  const count = await views.count();
  expect(count).toBeGreaterThan(5);
  for (let i = 0; i < count; i++) {
    await views.nth(i).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectNothingRan(page);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
  await expectNothingRan(page);

  await ana.bar.getByRole('button', { name: t('cards.panel.close') }).click();
  const results = await ResultsTab.open(ana);
  await results.openPreview();
  await expectNothingRan(page);
  await page.keyboard.press('Escape');

  // The report as a page of its own, as somebody opens it who was given the file.
  await results.more();
  const report = await results.download('report.html');
  await page.goto('about:blank');
  await page.setContent(report.bytes.toString());
  await expectNothingRan(page);
});

test('as names: of people, boards, zones, their questions and parts, axes and arrows', async ({ server, visit }) => {
  test.slow();
  const zones = filledTemplate('stakeholder-grid').map((record, i): TLRecord => {
    if (record.typeName !== 'shape' || !isZone(record)) return record;
    const words = xssPayloads[i % xssPayloads.length] ?? '';
    return { ...record, props: { ...record.props, title: words, prompt: words } };
  });
  const board = await boardWith(server, zones);
  const { token } = await joinByApi(server, board, 'facilitate');
  const page = await visit();
  noDialogs(page);
  const ana = await BoardPage.join(page, board.links.facilitate, 'Ana', 60_000);
  for (const payload of xssPayloads.slice(0, 40)) {
    const title = Array.from(payload).slice(0, limits.titleCharsMax).join('');
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const renamed = await fetch(`${server.origin}/api/boards/${board.id}`, {
      method: 'PATCH',
      headers,
      body: JSON.stringify({ title }),
    });
    expect(renamed.status).toBe(200);
    const name = Array.from(payload).slice(0, limits.nameCharsMax).join('');
    await joinByApi(server, board, 'edit', name).catch(() => undefined);
  }
  await ana.zoomToFit();
  await expectNothingRan(page);
  const outline = await visit();
  noDialogs(outline);
  await outline.goto(`${server.origin}/`);
  await expectNothingRan(outline);
});

test('typed, pasted and brought in', async ({ server, visit }) => {
  test.slow();
  const board = await newBoard(server);
  const page = await visit();
  noDialogs(page);
  const ana = await BoardPage.join(page, board.links.edit, '<img src=x onerror=top.ran=1>');
  for (const payload of xssPayloads.filter((_, i) => i % 41 === 0)) await ana.writeNote(payload.replaceAll('\t', ' '));
  await expectNothingRan(page);
  const dialog = await IntakeDialog.open(ana);
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const lines = xssPayloads.map(
    (payload, i) => `${quoted(payload)},${quoted(xssPayloads[(i + 7) % xssPayloads.length] ?? '')}`,
  );
  await dialog.paste(['name,wants', ...lines].join('\n'));
  await expectNothingRan(page);
  await dialog.bring.click();
  await expect(dialog.root).toHaveCount(0, { timeout: 60_000 });
  await ana.zoomToFit();
  await expectNothingRan(page);
});
