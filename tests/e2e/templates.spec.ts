// Templates in the product: from the gallery, for so many people, with the example, as a file and back, and the agenda.
import { expect, type Page } from '@playwright/test';
import { t } from '@commonboard/client/ui/messages/t.ts';
import { boardIdSchema } from '@commonboard/shared/protocol/ids.ts';
import type { CreatedBoard } from '@commonboard/shared/protocol/routes.ts';
import { isCard } from '@commonboard/shared/schema/card-shape.ts';
import { tocBackwardMap } from '@commonboard/shared/templates/toc-backward-map.ts';
import { rules } from '@commonboard/shared/domain/checks/rules.ts';
import { test } from '../support/browser.ts';
import { newBoard, recordsOf, shapesOf, tocTemplate, zonesOf } from '../support/browser-boards.ts';
import { expectComplaints } from '../support/page-watch.ts';
import { AgendaTab } from '../support/pages/agenda-tab.ts';
import { BoardPage } from '../support/pages/board-page.ts';
import { HomePage } from '../support/pages/home-page.ts';
import { PlainPage } from '../support/pages/plain-page.ts';
import type { ServerProcess } from '../support/server-process.ts';

const title = 'Theory of change, backwards';
const examples = tocBackwardMap.cards.length;

async function enter(page: Page): Promise<BoardPage> {
  const way = new PlainPage(page);
  await way.name.fill('Ana');
  await way.join.click();
  return await new BoardPage(page).opened();
}

/** What it takes to read the board that this page made. */
async function boardIn(page: Page): Promise<CreatedBoard> {
  const id = boardIdSchema.parse(new URL(page.url()).pathname.slice('/b/'.length));
  const key = await page.evaluate((board) => {
    const kept: { id: string; keys: { facilitate: string } }[] = JSON.parse(
      localStorage.getItem('commonboard.boards.v1') ?? '[]',
    );
    return kept.find((one) => one.id === board)?.keys.facilitate ?? '';
  }, id);
  return {
    id,
    title: '',
    keys: { facilitate: key, edit: key, view: key },
    links: { facilitate: '', edit: '', view: '' },
    recoveryCode: '',
  };
}

/** What stands where, without ids and order. */
async function contentOf(server: ServerProcess, board: CreatedBoard): Promise<string[]> {
  const shapes = await shapesOf(server, board);
  const said = shapes.map(({ type, x, y, props }) => JSON.stringify([type, x, y, props]));
  return said.map((one) => one.replaceAll(/"index":"\w+",?/g, '')).toSorted();
}

async function exampleCards(server: ServerProcess, board: CreatedBoard): Promise<number> {
  return (await shapesOf(server, board)).filter((shape) => isCard(shape) && shape.props.example).length;
}

async function openFile(home: HomePage, name: string, text: string): Promise<void> {
  const file = { name, mimeType: 'application/json', buffer: Buffer.from(text) };
  await home.page.getByLabel(t('templates.file.open')).and(home.page.locator('input')).setInputFiles(file);
}

test('the example opens from the gallery as a board of its own, with checks, views and results', async ({
  server,
  visit,
}) => {
  const page = await visit();
  const home = new HomePage(page);
  await home.open(server.origin);
  await page.getByRole('button', { name: t('templates.example.of', { title }) }).click();
  const ana = await enter(page);
  await expect(ana.title(t('templates.example.title', { title }))).toBeVisible();
  expect(await exampleCards(server, await boardIn(page))).toBe(0);
  const agenda = await new AgendaTab(ana).open();
  await agenda.tab(t('checks.tab')).click();
  await expect(agenda.panel.getByText(rules.T06.title.en)).toBeVisible();
  await expect(agenda.panel.getByText(rules.T01.title.en)).toHaveCount(0);
  await agenda.tab(t('views.tab')).click();
  await agenda.panel.getByRole('button', { name: t('views.name.logframe') }).click();
  await expect(page.getByRole('dialog').getByRole('row').nth(5)).toBeVisible();
});

test('zones are made for the people who come; a number that cannot be is refused in words', async ({
  server,
  visit,
}) => {
  const page = await visit();
  const home = new HomePage(page);
  await home.open(server.origin);
  await home.template(title).click();
  const people = page.getByLabel(t('templates.people.label'));
  const make = page.getByRole('button', { name: t('templates.people.make') });
  await people.fill('400');
  await make.click();
  await expect(page.getByRole('alert')).toHaveText(t('templates.people.wrong', { min: 4, max: 36 }));
  await people.fill('36');
  await make.click();
  await enter(page);
  const zones = zonesOf(await shapesOf(server, await boardIn(page)));
  expect(zones.length).toBeGreaterThan(tocBackwardMap.zones.length);
  expect(new Set(zones.flatMap(({ props }) => props.group ?? [])).size).toBe(4);
});

test('a board saved as a template opens as an equal board, and is saved as the same file again', async ({
  server,
  visit,
}) => {
  const board = await newBoard(server, tocTemplate);
  const ana = await BoardPage.join(await visit(), board.links.facilitate, 'Ana');
  const agenda = await new AgendaTab(ana).open();
  const first = await agenda.saveAsTemplate('The river plan', 'left-out');

  const page = await visit();
  const home = new HomePage(page);
  await home.open(server.origin);
  expectComplaints(page, /400/);
  await openFile(home, 'river.json', first.replace('"zones": [', '"zones": [{},'));
  await expect(page.getByRole('alert')).toContainText('zones, first, id: It needs an id.');
  await openFile(home, 'river.json', first);
  const again = await enter(page);
  await expect(again.title('The river plan')).toBeVisible();
  expect(await contentOf(server, await boardIn(page))).toEqual(await contentOf(server, board));
  const second = await (await new AgendaTab(again).open()).saveAsTemplate('The river plan', 'left-out');
  expect(second).toBe(first);
});

test('the example is shown and cleared, each one undo, and never twice', async ({ server, visit }) => {
  const board = await newBoard(server, tocTemplate);
  const ana = await BoardPage.join(await visit(), board.links.edit, 'Ana');
  const agenda = await new AgendaTab(ana).open();
  const before = await contentOf(server, board);
  const shown = () => exampleCards(server, board);
  await agenda.showExample.click();
  await expect(agenda.clearExample).toBeVisible();
  await expect(agenda.showExample).toHaveCount(0);
  await expect.poll(shown).toBe(examples);
  const arrows = (await recordsOf(server, board)).filter(({ id }) => id.startsWith('binding:')).length;
  expect(arrows).toBe(tocBackwardMap.links.length * 2);
  const full = await contentOf(server, board);
  await agenda.undo.click();
  await expect.poll(shown).toBe(0);
  expect(await contentOf(server, board)).toEqual(before);
  await agenda.redo.click();
  await expect.poll(shown).toBe(examples);
  await agenda.clearExample.click();
  await expect(agenda.showExample).toBeVisible();
  await expect.poll(() => contentOf(server, board)).toEqual(before);
  await agenda.undo.click();
  await expect.poll(() => contentOf(server, board)).toEqual(full);
});

test('the agenda says the steps and leads to where they happen; notes for who leads are for facilitators', async ({
  server,
  visit,
}) => {
  const board = await newBoard(server, tocTemplate);
  const lead = await BoardPage.join(await visit(), board.links.facilitate, 'Lead');
  const agenda = await new AgendaTab(lead).open();
  const [first] = tocBackwardMap.phases;
  for (const { label } of tocBackwardMap.phases) await expect(agenda.phase(label.en)).toBeVisible();
  await expect(agenda.panel.getByText(tocBackwardMap.credits.en)).toBeVisible();
  await expect(agenda.panel.getByText(first?.facilitatorNote.en ?? '')).toBeVisible();
  const zone = lead.words('Risks and parking');
  await lead.page.keyboard.press('Shift+Digit1');
  const small = (await zone.boundingBox())?.height ?? 0;
  await agenda.phase('Who could be worse off').click();
  await expect.poll(async () => (await zone.boundingBox())?.height ?? 0).toBeGreaterThan(small * 1.3);

  const guest = await BoardPage.join(await visit(), board.links.view, 'Guest');
  const guests = await new AgendaTab(guest).open();
  await expect(guests.phase(first?.label.en ?? '')).toBeVisible();
  await expect(guests.panel.getByText(first?.facilitatorNote.en ?? '')).toHaveCount(0);
  await expect(guests.showExample).toHaveCount(0);
});

test('a board without a template says so', async ({ server, visit }) => {
  const board = await newBoard(server);
  const ana = await BoardPage.join(await visit(), board.links.edit, 'Ana');
  const agenda = await new AgendaTab(ana).open();
  await expect(agenda.panel.getByText(t('agenda.none'))).toBeVisible();
});

test('groups’ results come together in one map that says where each card is from; one undo', async ({
  server,
  visit,
}) => {
  const page = await visit();
  const home = new HomePage(page);
  await home.open(server.origin);
  await home.template(title).click();
  await page.getByLabel(t('templates.people.label')).fill('18');
  await page.getByRole('button', { name: t('templates.people.make') }).click();
  const ana = await enter(page);
  const board = await boardIn(page);
  const agenda = await new AgendaTab(ana).open();
  await agenda.showExample.click();
  await expect.poll(() => exampleCards(server, board)).toBe(examples);
  const before = await contentOf(server, board);
  await agenda.bringBack.click();
  const merged = async () =>
    (await shapesOf(server, board)).filter((shape) => isCard(shape) && shape.props.sources?.length === 1).length;
  await expect.poll(merged).toBeGreaterThan(20);
  await agenda.undo.click();
  await expect.poll(() => contentOf(server, board)).toEqual(before);
});
