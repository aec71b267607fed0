// The start page: a beginning, the boards of this device and what can be done with them.
import { expect } from '@playwright/test';
import { t } from '@commonboard/client/ui/messages/t.ts';
import { test } from '../support/browser.ts';
import { newBoard, notesOf, tocTemplate } from '../support/browser-boards.ts';
import { expectComplaints } from '../support/page-watch.ts';
import { BoardPage } from '../support/pages/board-page.ts';
import { HomePage } from '../support/pages/home-page.ts';
import { PlainPage } from '../support/pages/plain-page.ts';

const title = 'Theory of change, backwards';

test('a blank board is empty, and asks for the first note', async ({ server, visit }) => {
  const page = await visit();
  const home = new HomePage(page);
  await home.open(server.origin);
  await home.blank.click();
  const way = new PlainPage(page);
  await way.name.fill('Ana');
  await way.join.click();
  const ana = await new BoardPage(page).opened();
  await expect(ana.canvas.getByText(t('canvas.empty'))).toBeVisible();
  // One tap, for who has no keyboard.
  await ana.firstNote.click();
  await expect(ana.writing).toBeFocused();
  await page.keyboard.type('The first');
  await ana.leaveNote();
  await expect(ana.canvas.getByText(t('canvas.empty'))).toHaveCount(0);
  await expect(ana.words('The first')).toBeVisible();
});

test('every template of the gallery makes a board of its own', async ({ server, visit }) => {
  for (const [name, zone] of [
    ['Theory of change, backwards', 'Long-term outcomes'],
    ['Stakeholders: power and interest', null],
    ['Common agenda, first draft', null],
  ] as const) {
    const page = await visit();
    const home = new HomePage(page);
    await home.open(server.origin);
    await home.use(name);
    const way = new PlainPage(page);
    await expect(way.title(name)).toBeVisible();
    await way.name.fill('Ana');
    await way.join.click();
    const ana = await new BoardPage(page).opened();
    await expect(ana.canvas.locator('.tl-shape').nth(3)).toBeVisible();
    if (zone !== null) await expect(ana.words(zone)).toBeVisible();
    await page.context().close();
  }
});

test('a board is listed with a picture of what is on it, and opens as the same person', async ({ server, visit }) => {
  const board = await newBoard(server, tocTemplate);
  const page = await visit();
  const ana = await BoardPage.join(page, board.links.facilitate, 'Ana');
  await ana.writeNote('Drawn in small');
  await expect(ana.saveState('saved')).toBeVisible();
  const stored = () => page.evaluate((id) => localStorage.getItem(`commonboard.picture.${id}`)?.length ?? 0, board.id);
  await expect.poll(stored, { timeout: 30_000 }).toBeGreaterThan(1_000);
  await page.getByRole('link', { name: t('board.home') }).click();
  const home = new HomePage(page);
  const picture = home.board(title).locator('img');
  await expect(picture).toBeVisible();
  expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(100);
  await expect(home.board(title)).toContainText(t('common.role.facilitate'));
  await home.openBoard(title);
  await ana.opened();
  await expect(ana.people(1)).toBeVisible();
});

test('who is new sees templates first and an empty list', async ({ server, visit }) => {
  const page = await visit();
  const home = new HomePage(page);
  await home.open(server.origin);
  await expect(page.getByText(t('home.boards.empty.title'))).toBeVisible();
  await expect(page.getByText(t('home.stored'))).toBeVisible();
});

test.describe('a facilitator', () => {
  test('renames a board, on the start page and in the bar', async ({ server, visit }) => {
    const board = await newBoard(server, tocTemplate);
    const page = await visit();
    const ana = await BoardPage.join(page, board.links.facilitate, 'Ana');
    await page.goto(server.origin);
    const home = new HomePage(page);
    await home.choose(title, 'rename');
    const field = page.getByRole('dialog').getByRole('textbox', { name: t('home.rename.label') });
    await field.fill('   ');
    await page.getByRole('button', { name: t('common.save') }).click();
    await expect(page.getByRole('alert')).toHaveText(t('home.rename.empty'));
    await field.fill('The river plan');
    await page.keyboard.press('Enter');
    await expect(home.messages).toContainText(t('home.done.renamed', { title: 'The river plan' }));
    await home.openBoard('The river plan');
    await ana.opened();
    await ana.bar.getByRole('button', { name: t('board.title.edit', { title: 'The river plan' }) }).click();
    await ana.bar.getByRole('textbox', { name: t('board.title.label') }).fill('River and lake');
    await page.keyboard.press('Enter');
    await expect(ana.title(t('board.title.edit', { title: 'River and lake' }))).toBeVisible();
    await page.reload();
    await ana.opened();
    await expect(ana.title(t('board.title.edit', { title: 'River and lake' }))).toBeVisible();
    const ben = await BoardPage.join(await visit(), board.links.edit, 'Ben');
    await expect(ben.title('River and lake')).toBeVisible();
  });

  test('duplicates a board: the copy has the content and other links', async ({ server, visit }) => {
    const board = await newBoard(server, tocTemplate);
    const page = await visit();
    const ana = await BoardPage.join(page, board.links.facilitate, 'Ana');
    await ana.writeNote('Copied along');
    await expect(ana.saveState('saved')).toBeVisible();
    await page.goto(server.origin);
    const home = new HomePage(page);
    await home.choose(title, 'duplicate');
    const copy = `Copy of ${title}`;
    await expect(home.messages).toContainText(t('home.done.duplicated', { title: copy }));
    await home.openBoard(copy);
    const way = new PlainPage(page);
    await expect(way.name).toHaveValue('Ana');
    await way.join.click();
    await ana.opened();
    expect(page.url()).not.toContain(board.id);
    await expect(ana.words('Copied along')).toBeVisible();
    await ana.writeNote('In the copy only');
    await expect(ana.saveState('saved')).toBeVisible();
    expect(await notesOf(server, board)).not.toContain('In the copy only');
  });

  test('deletes a board for everyone, after being asked', async ({ server, visit }) => {
    const board = await newBoard(server, tocTemplate);
    const page = await visit();
    await BoardPage.join(page, board.links.facilitate, 'Ana');
    const bens = await visit();
    await BoardPage.join(bens, board.links.edit, 'Ben');
    await page.goto(server.origin);
    const home = new HomePage(page);
    await home.choose(title, 'delete');
    const dialog = page.getByRole('dialog', { name: t('home.delete.title', { title }) });
    await expect(dialog).toContainText(t('home.delete.text'));
    await dialog.getByRole('button', { name: t('common.cancel') }).click();
    await expect(home.board(title)).toBeVisible();
    await home.choose(title, 'delete');
    await dialog.getByRole('button', { name: t('home.delete.do') }).click();
    await expect(home.messages).toContainText(t('home.done.deleted', { title }));
    await expect(home.board(title)).toHaveCount(0);
    await expect(new PlainPage(bens).title(t('join.deleted.title'))).toBeVisible();
    expectComplaints(bens, /status of 404/);
    await bens.goto(board.links.edit);
    await expect(new PlainPage(bens).gone).toBeVisible();
  });
});

test('a participant may forget a board, and neither rename nor delete it', async ({ server, visit }) => {
  const board = await newBoard(server, tocTemplate);
  const page = await visit();
  await BoardPage.join(page, board.links.edit, 'Ben');
  await page.goto(server.origin);
  const home = new HomePage(page);
  await home.openMenu(title);
  await expect(home.action('rename')).toHaveCount(0);
  await expect(home.action('delete')).toHaveCount(0);
  await home.action('forget').click();
  const dialog = page.getByRole('dialog', { name: t('home.forget.title', { title }) });
  await dialog.getByRole('button', { name: t('home.forget.do') }).click();
  await expect(home.messages).toContainText(t('home.done.forgotten', { title }));
  await expect(home.board(title)).toHaveCount(0);
  // Forgotten here, kept there: its link still opens it.
  await home.linkField.fill(board.links.edit);
  await home.openLink.click();
  await expect(new PlainPage(page).title(title)).toBeVisible();
});

test.describe('a pasted link', () => {
  for (const [what, wrap, sentence] of [
    ['that is empty', () => '', t('home.link.empty')],
    ['that is none', () => 'https://example.org/page', t('home.link.bad')],
    ['of 100,000 letters', (link: string) => link + 'a'.repeat(100_000), t('home.link.bad')],
    ['without its secret', (link: string) => link.split('#')[0] ?? '', t('home.link.no-secret')],
    [
      'to another server',
      (link: string) => link.replace(/127\.0\.0\.1:\d+/, 'elsewhere.example'),
      t('home.link.other-server', { host: 'elsewhere.example' }),
    ],
  ] as const) {
    test(`${what} gets a sentence`, async ({ server, visit }) => {
      const board = await newBoard(server);
      const page = await visit();
      const home = new HomePage(page);
      await home.open(server.origin);
      await home.linkField.fill(wrap(board.links.edit));
      await home.openLink.click();
      await expect(page.getByRole('alert')).toHaveText(sentence);
      await expect(page).toHaveURL(`${server.origin}/`);
    });
  }

  test('opens the board, as a mail program wraps it too', async ({ server, visit }) => {
    const board = await newBoard(server, tocTemplate);
    const page = await visit();
    const home = new HomePage(page);
    await home.open(server.origin);
    await home.linkField.fill(`Join us here: <${board.links.edit}>`);
    await page.keyboard.press('Enter');
    await expect(new PlainPage(page).title(title)).toBeVisible();
    expect(page.url()).toBe(`${server.origin}/b/${board.id}`);
  });
});
