// Lists and tables on their way onto a board: looked at first, in one step, all or nothing.
import { expect } from '@playwright/test';
import { t } from '@commonboard/client/ui/messages/t.ts';
import { plainFromRichText } from '@commonboard/shared/board/text/rich-text.ts';
import { isCard, type CardShape } from '@commonboard/shared/schema/card-shape.ts';
import { test } from '../support/browser.ts';
import { dropFile, pasteText } from '../support/browser-files.ts';
import { newBoard, recordsOf, shapesOf, tocTemplate, zonesOf } from '../support/browser-boards.ts';
import { cardRecord } from '../support/card-records.ts';
import { boardWith, filledTemplate } from '../support/example-board.ts';
import { BoardPage } from '../support/pages/board-page.ts';
import { csvFile, IntakeDialog } from '../support/pages/intake-dialog.ts';
import { ResultsTab } from '../support/pages/results-tab.ts';
import type { ServerProcess } from '../support/server-process.ts';

type Board = Awaited<ReturnType<typeof newBoard>>;

async function cardsOf(server: ServerProcess, board: Board): Promise<CardShape[]> {
  return (await shapesOf(server, board)).filter(isCard);
}

function titleOf({ props }: CardShape): string {
  return plainFromRichText(props.richText);
}

const longTable = ['name,sector,power,interest']
  .concat(Array.from({ length: 5_000 }, (_, i) => `Actor number ${i + 1},government,${i % 100},${(i * 7) % 100}`))
  .join('\n');

test('5,000 lines come in with progress; cancelled half-way the board is as it was; then one undo takes all back', async ({
  server,
  visit,
}) => {
  test.setTimeout(420_000);
  const board = await newBoard(server);
  const ana = await BoardPage.join(await visit(), board.links.edit, 'Ana');
  await ana.writeNote('Was here before');
  const dialog = await IntakeDialog.open(ana);
  await dialog.choose(csvFile('actors.csv', longTable));
  await expect(dialog.heading(t('intake.new', { count: 5_000 }))).toBeVisible();
  await dialog.bring.click();
  const progress = dialog.root.getByRole('progressbar', { name: t('intake.writing') });
  await expect
    .poll(async () => Number(await progress.getAttribute('value')), { timeout: 60_000 })
    .toBeGreaterThan(0.05);
  await dialog.cancel();
  await expect(dialog.root.getByText(t('intake.cancelled'))).toBeVisible({ timeout: 60_000 });
  await expect.poll(async () => (await shapesOf(server, board)).length, { timeout: 60_000 }).toBe(1);

  await dialog.choose(csvFile('actors.csv', longTable));
  await dialog.bring.click();
  await expect(dialog.root).toHaveCount(0, { timeout: 180_000 });
  await expect(ana.said(t('intake.done', { created: 5_000, changed: 0, links: 0 }))).toBeVisible();
  await expect.poll(async () => (await cardsOf(server, board)).length, { timeout: 60_000 }).toBe(5_000);
  await ana.page.keyboard.press('Control+z');
  await expect.poll(async () => (await shapesOf(server, board)).length, { timeout: 60_000 }).toBe(1);
});

test('a broken table names the line and the reason, and nothing comes in', async ({ server, visit }) => {
  const board = await newBoard(server);
  const dialog = await IntakeDialog.open(await BoardPage.join(await visit(), board.links.edit, 'Ana'));
  await dialog.choose(csvFile('broken.csv', 'name,power\nMinistry,80\n"Village women,20\nParents,30\n'));
  await expect(dialog.problems).toContainText(t('intake.problems'));
  await expect(dialog.problems).toContainText(/Line \d+ \S+/);
  await expect(dialog.bring).toBeDisabled();
  expect(await shapesOf(server, board)).toHaveLength(0);
});

test('more than a page holds is said before', async ({ server, visit }) => {
  const board = await newBoard(server);
  const dialog = await IntakeDialog.open(await BoardPage.join(await visit(), board.links.edit, 'Ana'));
  const ideas = Array.from({ length: 10_001 }, (_, i) => `Idea ${i}`).join('\n');
  await dialog.choose({ name: 'ideas.txt', mimeType: 'text/plain', buffer: Buffer.from(ideas) });
  await expect(dialog.problems).toHaveText(t('intake.no-room', { most: 10_000, room: 10_000, count: 10_001 }));
  await expect(dialog.bring).toBeDisabled();
});

test('a pasted list stays a text as always, and becomes cards when that is chosen; one undo', async ({
  server,
  visit,
}) => {
  const board = await newBoard(server);
  const page = await visit();
  const ana = await BoardPage.join(page, board.links.edit, 'Ana');
  await ana.canvas.locator('.tl-canvas').click();
  await pasteText(page, 'Teachers\nParents\nHeads of schools');
  await expect(ana.said(t('intake.offer'))).toBeVisible();
  await expect.poll(async () => (await shapesOf(server, board)).map(({ type }) => type)).toEqual(['text']);
  await ana.messages.getByRole('button', { name: t('intake.offer.act') }).click();
  const dialog = new IntakeDialog(page);
  await expect(dialog.heading(t('intake.new', { count: 3 }))).toBeVisible();
  await dialog.root.getByLabel(t('intake.kind')).selectOption('stakeholder');
  await dialog.bring.click();
  await expect
    .poll(async () => (await cardsOf(server, board)).map((card) => [card.props.kind, titleOf(card)]))
    .toEqual(
      expect.arrayContaining([
        ['stakeholder', 'Teachers'],
        ['stakeholder', 'Parents'],
        ['stakeholder', 'Heads of schools'],
      ]),
    );
  expect((await shapesOf(server, board)).map(({ type }) => type)).not.toContain('text');
  await ana.messages.getByRole('button', { name: t('intake.undo'), exact: true }).click();
  await expect.poll(async () => (await shapesOf(server, board)).map(({ type }) => type)).toEqual(['text']);
});

test('a dropped file changes what is there by name, and shows the old and the new value before', async ({
  server,
  visit,
}) => {
  const board = await boardWith(server, [cardRecord('m', 'stakeholder', 'Ministry', { power: 40, note: 'Stays' })]);
  const page = await visit();
  const ana = await BoardPage.join(page, board.links.edit, 'Ana');
  await dropFile(ana.canvas.locator('.tl-canvas'), csvFile('a.csv', 'name,power\nministry,70\nParents,20\nBanks,10\n'));
  const dialog = new IntakeDialog(page);
  await expect(dialog.heading(t('intake.changed', { count: 1 }))).toBeVisible();
  await expect(dialog.root.getByText(/: 40 → 70$/)).toBeVisible();
  await dialog.bring.click();
  const found = async () =>
    (await cardsOf(server, board))
      .map((card) => [titleOf(card), card.props.power, card.props.note])
      .toSorted(([a], [b]) => String(a).localeCompare(String(b)));
  await expect.poll(found).toEqual([
    ['Banks', 10, undefined],
    ['Ministry', 70, 'Stays'],
    ['Parents', 20, undefined],
  ]);
  await ana.canvas.locator('.tl-canvas').focus();
  await page.keyboard.press('Control+z');
  await expect.poll(found).toEqual([['Ministry', 40, 'Stays']]);
});

test('in a zone with two axes each card goes where its values belong; the others lie below the board', async ({
  server,
  visit,
}) => {
  const board = await newBoard(server, 'stakeholder-grid');
  const zone = zonesOf(await shapesOf(server, board)).find(({ props }) => props.layout === 'quadrant')!;
  const dialog = await IntakeDialog.open(await BoardPage.join(await visit(), board.links.edit, 'Ana'));
  await dialog.into(zone.props.title);
  await dialog.paste('name\tpower\tinterest\nMinistry\t90\t20\nParents\t10\t80\nNobody knows\t\t');
  await dialog.bring.click();
  await expect.poll(async () => (await cardsOf(server, board)).filter(({ props }) => !props.example).length).toBe(3);
  const cards = new Map((await cardsOf(server, board)).map((card) => [titleOf(card), card]));
  const [ministry, parents, nobody] = ['Ministry', 'Parents', 'Nobody knows'].map((title) => cards.get(title)!);
  expect([ministry!.parentId, parents!.parentId]).toEqual([zone.id, zone.id]);
  expect(ministry!.props).toMatchObject({ kind: 'stakeholder', power: 90, interest: 20 });
  expect(ministry!.y).toBeLessThan(parents!.y);
  expect(ministry!.x).toBeLessThan(parents!.x);
  expect(nobody!.parentId).not.toBe(zone.id);
  expect(nobody!.props.power).toBeUndefined();
});

for (const [what, template, files] of [
  ['stakeholders', 'stakeholder-grid', ['stakeholders.csv']],
  ['theory of change', tocTemplate, ['cards.csv', 'links.csv']],
] as const)
  test(`${what}: export, import into a new board, export again: the same`, async ({ server, visit }) => {
    test.setTimeout(180_000);
    const from = await boardWith(server, filledTemplate(template));
    const first = await exported(await BoardPage.join(await visit(), from.links.facilitate, 'Ana'), files);
    const into = await newBoard(server);
    const ben = await BoardPage.join(await visit(), into.links.facilitate, 'Ben');
    const dialog = await IntakeDialog.open(ben);
    await dialog.choose(...files.map((file, i) => csvFile(file, first[i]!)));
    await dialog.bring.click();
    await expect(dialog.root).toHaveCount(0, { timeout: 60_000 });
    await expect(ben.saveState('saved')).toBeVisible();
    await ben.page.reload();
    const second = await exported(await ben.opened(), files);
    for (const i of files.keys()) expect(linesOf(second[i]!)).toEqual(linesOf(first[i]!));
    expect((await recordsOf(server, into)).length).toBeGreaterThan(5);
  });

async function exported(board: BoardPage, files: readonly string[]): Promise<string[]> {
  const results = await ResultsTab.open(board);
  await results.more();
  const texts: string[] = [];
  for (const file of files) texts.push((await results.download(file)).bytes.toString());
  return texts;
}

/** The order says where something lies on the board, which no table holds. */
function linesOf(text: string): string[] {
  return text.split('\r\n').toSorted();
}
