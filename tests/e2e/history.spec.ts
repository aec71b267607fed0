// A board's past in the browser: a version with a name, a restore that everybody sees and that is taken back, deleted things,
// and pictures that are drawn once. Rules R93 to R98.
import { expect, type Page } from '@playwright/test';
import { t } from '@commonboard/client/ui/messages/t.ts';
import type { CreatedBoard } from '@commonboard/shared/protocol/routes.ts';
import { test } from '../support/browser.ts';
import { joinByApi, newBoard, notesOf, tocTemplate } from '../support/browser-boards.ts';
import { BoardPage } from '../support/pages/board-page.ts';
import { HistoryTab } from '../support/pages/history-tab.ts';

async function addNotes({ origin }: { origin: string }, board: CreatedBoard, ...texts: string[]): Promise<void> {
  const { token } = await joinByApi({ origin }, board, 'edit');
  for (const text of texts) {
    const response = await fetch(`${origin}/api/boards/${board.id}/notes`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ text }),
    });
    expect(response.status).toBe(201);
  }
}

const note = (board: BoardPage, text: string) => board.words(text);

async function deleteAll({ page, canvas }: BoardPage): Promise<void> {
  await canvas.locator('.tl-canvas').click({ position: { x: 8, y: 300 } });
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
}

const picture = (page: Page) => page.locator('img[src*="/versions/"]');

test('a version is restored for everybody, and a facilitator takes that back', async ({ server, visit }) => {
  const board = await newBoard(server);
  await addNotes(server, board, 'kept one', 'kept two');
  const fay = await BoardPage.join(await visit(), board.links.facilitate, 'Fay');
  const eli = await BoardPage.join(await visit(), board.links.edit, 'Eli');
  const history = await new HistoryTab(fay).open();
  await history.keep('Before lunch');
  await deleteAll(eli);
  await addNotes(server, board, 'newer');
  await expect(note(fay, 'kept one')).toHaveCount(0);
  await expect(note(fay, 'newer')).toBeVisible();

  await history.restore('Before lunch');
  for (const page of [fay, eli]) {
    await expect(note(page, 'kept one')).toBeVisible();
    await expect(note(page, 'newer')).toHaveCount(0);
  }
  await expect.poll(async () => (await notesOf(server, board)).sort()).toEqual(['kept one', 'kept two']);

  await fay.messages.getByRole('button', { name: t('history.take-back') }).click();
  for (const page of [fay, eli]) {
    await expect(note(page, 'newer')).toBeVisible();
    await expect(note(page, 'kept one')).toHaveCount(0);
  }
  await expect.poll(() => notesOf(server, board)).toEqual(['newer']);
});

test('what somebody deleted is found by its words and comes back', async ({ server, visit }) => {
  const board = await newBoard(server);
  await addNotes(server, board, 'wells for all', 'a road');
  const fay = await BoardPage.join(await visit(), board.links.facilitate, 'Fay');
  await expect(note(fay, 'a road')).toBeVisible();
  const history = new HistoryTab(fay);
  await deleteAll(fay);
  await expect(note(fay, 'a road')).toHaveCount(0);
  await expect.poll(() => notesOf(server, board)).toEqual([]);
  await history.open();
  await history.showDeleted();
  await expect(history.deleted('a road')).toBeVisible();
  await history.panel.getByLabel(t('history.deleted.search')).fill('WELLS');
  await expect(history.deleted('a road')).toHaveCount(0);
  await history.bringBack('wells for all');
  await expect(note(fay, 'wells for all')).toBeVisible();
  await expect.poll(() => notesOf(server, board)).toEqual(['wells for all']);
  await history.panel.getByLabel(t('history.deleted.search')).fill('');
  await expect(history.deleted('wells for all')).toHaveCount(0);
  await expect(history.deleted('a road')).toBeVisible();
});

test('who takes part brings back what they made, and cannot restore', async ({ server, visit }) => {
  const board = await newBoard(server);
  await addNotes(server, board, 'of others');
  const eli = await BoardPage.join(await visit(), board.links.edit, 'Eli');
  await expect(note(eli, 'of others')).toBeVisible();
  const history = await new HistoryTab(eli).open();
  await history.keep('Mine too');
  await history.version('Mine too').click();
  await expect(history.dialog.getByText(t('history.same'))).toBeVisible();
  await expect(history.dialog.getByRole('button', { name: t('history.restore') })).toHaveCount(0);
  await eli.page.keyboard.press('Escape');
  await deleteAll(eli);
  await history.showDeleted();
  await expect(history.deleted('of others')).toBeDisabled();
});

test('a picture is drawn by the first who looks, and kept for the others', async ({ server, visit }) => {
  const board = await newBoard(server, tocTemplate);
  const fay = await BoardPage.join(await visit(), board.links.facilitate, 'Fay');
  const history = await new HistoryTab(fay).open();
  const stored = fay.page.waitForResponse((response) => response.url().endsWith('/picture'));
  await history.keep('The plan');
  expect((await stored).status()).toBe(204);
  await expect(history.version('The plan').locator('img[src^="blob:"]')).toBeVisible();

  const eli = await BoardPage.join(await visit(), board.links.edit, 'Eli');
  const asked: string[] = [];
  eli.page.on('request', (request) => asked.push(request.url()));
  const theirs = await new HistoryTab(eli).open();
  await expect(picture(eli.page)).toBeVisible();
  await expect
    .poll(() => picture(eli.page).evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(400);
  expect(asked.filter((url) => url.endsWith('/state'))).toEqual([]);
  await theirs.version('The plan').click();
  await expect(theirs.dialog.getByRole('img')).toBeVisible();
});

test('a version becomes a new board, and who may only look sees nothing of it all', async ({ server, visit }) => {
  const board = await newBoard(server);
  await addNotes(server, board, 'then');
  const fay = await BoardPage.join(await visit(), board.links.facilitate, 'Fay');
  const history = await new HistoryTab(fay).open();
  await history.keep('Then');
  await addNotes(server, board, 'now');
  await history.version('Then').click();
  await history.dialog.getByRole('button', { name: t('history.copy') }).click();
  await history.dialog.getByRole('button', { name: t('history.copy.do') }).click();
  await fay.messages.getByRole('button', { name: t('history.copied.open') }).click();
  await expect(fay.page.getByRole('heading', { level: 1, name: /, as of \d{4}-\d\d-\d\d/ })).toBeVisible();

  const vic = await BoardPage.join(await visit(), board.links.view, 'Vic');
  await expect(note(vic, 'now')).toBeVisible();
  await vic.page
    .getByRole('banner')
    .getByRole('button', { name: t('cards.panel.open') })
    .click();
  await expect(new HistoryTab(vic).tab).toHaveCount(0);
});
