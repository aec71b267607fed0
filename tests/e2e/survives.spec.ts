// What is on a board outlives reloads, crashes of the server and time without it; and people stay who they are.
import { expect, type Page } from '@playwright/test';
import { joinedSchema } from '@commonboard/shared/protocol/routes.ts';
import { t } from '@commonboard/client/ui/messages/t.ts';
import { test } from '../support/browser.ts';
import { newBoard, notesOf, tocTemplate } from '../support/browser-boards.ts';
import { expectComplaints } from '../support/page-watch.ts';
import { BoardPage } from '../support/pages/board-page.ts';
import { PlainPage } from '../support/pages/plain-page.ts';
import { anaAndBen } from '../support/two-people.ts';

/** The provider waits up to eight seconds between tries. */
const comingBackMs = 40_000;

/** Id of the participant that the page joins as when `action` makes it join. */
async function participantAfter(page: Page, action: () => Promise<unknown>): Promise<string> {
  const [response] = await Promise.all([page.waitForResponse(/\/api\/boards\/[^/]+\/join$/), action()]);
  return joinedSchema.parse(await response.json()).participantId;
}

test('a reload brings back the board and the same participant, without asking again', async ({ server, visit }) => {
  const board = await newBoard(server, tocTemplate);
  const page = await visit();
  await page.goto(board.links.edit);
  const way = new PlainPage(page);
  await way.name.fill('Ana');
  const before = await participantAfter(page, () => way.join.click());
  const ana = await new BoardPage(page).opened();
  const ben = await BoardPage.join(await visit(), board.links.edit, 'Ben');
  await ana.writeNote('Kept');
  await expect(ana.saveState('saved')).toBeVisible();

  const after = await participantAfter(page, () => page.reload());
  await ana.opened();
  await expect(ana.words('Kept')).toBeVisible();
  expect(after).toBe(before);
  await expect(ana.people(2)).toBeVisible();
  await expect(ben.people(2)).toBeVisible();
  await ben.openPeople();
  await expect(ben.person('Ana')).toHaveCount(1);
});

test('coming back later with the link again is the same participant too', async ({ server, visit }) => {
  const board = await newBoard(server);
  const page = await visit();
  await page.goto(board.links.edit);
  const way = new PlainPage(page);
  await way.name.fill('Ana');
  const before = await participantAfter(page, () => way.join.click());
  await new BoardPage(page).opened();
  await page.goto(server.origin);
  expect(await participantAfter(page, () => page.goto(board.links.edit))).toBe(before);
  await new BoardPage(page).opened();
  await expect(way.name).toHaveCount(0);
});

test.describe('when the server is killed', () => {
  test.use({ settings: {} });

  test('work goes on without it and arrives when it is back', async ({ server, visit }) => {
    const { board, ana, ben } = await anaAndBen({ server, visit }, tocTemplate);
    for (const { page } of [ana, ben]) expectComplaints(page, /WebSocket connection to 'ws:.*failed/);
    await ana.writeNote('Before the crash');
    await expect(ana.saveState('saved')).toBeVisible();

    await server.kill9();
    for (const one of [ana, ben]) await expect(one.saveState('offline')).toBeVisible({ timeout: comingBackMs });
    await ana.writeNote('By Ana in the dark');
    await ben.writeNote('By Ben in the dark');
    await expect(ana.keptHere).toBeVisible();

    await server.restart();
    for (const one of [ana, ben]) {
      await expect(one.saveState('saved')).toBeVisible({ timeout: comingBackMs });
      await one.zoomToFit();
      for (const text of ['Before the crash', 'By Ana in the dark', 'By Ben in the dark']) {
        await expect(one.words(text)).toBeVisible({ timeout: comingBackMs });
      }
    }
    await expect(ana.people(2)).toBeVisible({ timeout: comingBackMs });
    await expect(ana.bar.getByText(t('board.save.saved.long'))).toBeAttached();
    expect(await notesOf(server, board)).toEqual(
      expect.arrayContaining(['Before the crash', 'By Ana in the dark', 'By Ben in the dark']),
    );
    // They are still joined: what is written now arrives as before.
    await ben.writeNote('And on we go');
    await ana.zoomToFit();
    await expect(ana.words('And on we go')).toBeVisible();
  });

  test('what was saved is there for who comes after it, with the link of before', async ({ server, visit }) => {
    const board = await newBoard(server);
    const ana = await BoardPage.join(await visit(), board.links.edit, 'Ana');
    expectComplaints(ana.page, /WebSocket connection to 'ws:.*failed/);
    await ana.writeNote('Saved means saved');
    await expect(ana.saveState('saved')).toBeVisible();
    await server.kill9();
    await server.restart();
    const ben = await BoardPage.join(await visit(), board.links.edit, 'Ben');
    await expect(ben.words('Saved means saved')).toBeVisible();
  });
});
