// A private round for who has only the page without canvas: write, change, choose, over a reload, and see what became of it.
import { expect, type Page } from '@playwright/test';
import { t } from '@commonboard/client/ui/messages/t.ts';
import { test } from '../support/browser.ts';
import { expectAccessible } from '../support/browser-axe.ts';
import { notesOf } from '../support/browser-boards.ts';
import { expectComplaints } from '../support/page-watch.ts';
import { PlainBoard } from '../support/pages/plain-board.ts';
import { PrivatePage } from '../support/pages/private-page.ts';
import { PrivateBoard } from '../support/private-round.ts';
import type { ServerProcess } from '../support/server-process.ts';

async function start(server: ServerProcess, visit: () => Promise<Page>) {
  const board = await PrivateBoard.of(server.origin);
  const page = await visit();
  await PlainBoard.join(page, board.access.board.links.edit, 'Ada');
  return { board, ada: new PrivatePage(page), page };
}

async function reveal(board: PrivateBoard): Promise<void> {
  const { id } = await board.round();
  await board.command({ type: 'reveal-round', round: id });
  await expect.poll(async () => (await board.round()).stage, { timeout: 40_000 }).toBe('revealed');
}

const tallyOf = (people: number, notes: number): string =>
  t('drafts.count', { people: t('drafts.people', { count: people }), notes: t('drafts.notes', { count: notes }) });

test('[R167] by keyboard only: three anonymous notes with a reload in the middle, none on the board before the reveal', async ({
  server,
  visit,
}) => {
  const { board, ada, page } = await start(server, visit);
  const { keyboard } = page;
  await expect(ada.part).toHaveCount(0);
  await board.open({ notesMax: 3 });
  await expect(ada.part.getByText(t('drafts.bar.anonymous'))).toBeVisible();
  await expect(ada.part.getByText(t('drafts.few'))).toBeVisible();
  await expect(ada.said).toContainText(t('page.said.private.anonymous'));
  for (const text of ['kestrel', 'heron']) {
    await ada.tabTo(ada.text);
    await keyboard.type(text);
    await ada.tabTo(ada.add);
    await keyboard.press('Enter');
    await ada.isKept(text);
  }
  await ada.tabTo(ada.text);
  await keyboard.type('half a plo');
  await page.reload();
  await ada.opened();
  await expect(ada.text).toHaveValue('half a plo');
  for (const text of ['kestrel', 'heron']) await ada.isKept(text);
  await ada.tabTo(ada.text);
  await keyboard.press('End');
  await keyboard.type('ver');
  await ada.tabTo(ada.add);
  await keyboard.press('Enter');
  await ada.isKept('half a plover');
  await expect(ada.part.getByText(t('drafts.enough', { count: 3 }))).toBeVisible();
  await expect(ada.tally).toContainText(t('drafts.own', { count: 3, most: 3 }));
  await expect(ada.tally).toContainText(tallyOf(1, 3));

  await ada.tabTo(ada.mine.getByRole('button', { name: t('page.own.change-what', { note: 'heron' }) }), 'Shift+Tab');
  await keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: t('page.own.words') })).toBeFocused();
  await keyboard.press('End');
  await keyboard.type('s');
  await expect(page.getByRole('textbox', { name: t('page.own.words') })).toHaveValue('herons');
  await keyboard.press('Tab');
  await keyboard.press('Enter');
  await ada.isKept('herons');
  await ada.tabTo(ada.mine.getByRole('button', { name: t('page.own.remove-what', { note: 'kestrel' }) }), 'Shift+Tab');
  await keyboard.press('Enter');
  await expect(ada.draft('kestrel')).toHaveCount(0);
  await expect(ada.tally).toContainText(tallyOf(1, 2));
  expect(await notesOf(server, board.access.board)).toEqual([]);
  await expectAccessible(page);

  await reveal(board);
  await expect(ada.after.getByText(t('page.private.shown.anonymous', { count: 2 }))).toBeVisible();
  await expect(ada.part).toHaveCount(0);
  for (const text of ['herons', 'half a plover']) await expect(ada.read.getByText(text)).toBeVisible();
  await expect(ada.read.getByText('kestrel')).toHaveCount(0);
  await expect(ada.said).toContainText(t('page.said.shown'));
  expect((await notesOf(server, board.access.board)).toSorted()).toEqual(['half a plover', 'herons']);
  await expectAccessible(page);
});

test('[R156] [R167] a note that comes before the page has heard of the round goes into it by one press', async ({
  server,
  visit,
}) => {
  const { board, ada, page } = await start(server, visit);
  expectComplaints(page, /status of 403/);
  // The news wait until the note has been refused.
  const refused = page.waitForResponse((answer) => answer.url().endsWith('/notes') && answer.status() === 403);
  await page.route('**/news', async (route) => {
    await refused;
    await route.continue();
  });
  await board.open();
  await ada.write('kestrel');
  await expect(ada.part.getByText(t('page.private.came', { count: 1 }))).toBeVisible();
  await expectAccessible(page);
  await ada.part.getByRole('button', { name: t('page.private.take-in-what', { note: 'kestrel' }) }).press('Enter');
  await ada.isKept('kestrel');
  await expect(page.getByText('kestrel')).toHaveCount(1);
  expect(await notesOf(server, board.access.board)).toEqual([]);
  await reveal(board);
  expect(await notesOf(server, board.access.board)).toEqual(['kestrel']);
});

test('[R148] [R167] the best are chosen, and in a named round shown before the others', async ({ server, visit }) => {
  const { board, ada } = await start(server, visit);
  await board.open({ isAnonymous: false, notesMax: 5, best: 1 });
  await expect(ada.part.getByText(t('drafts.bar.named'))).toBeVisible();
  for (const text of ['kestrel', 'heron']) {
    await ada.write(text);
    await ada.isKept(text);
  }
  const choose = (note: string) => ada.mine.getByRole('button', { name: t('page.private.choose-what', { note }) });
  await choose('heron').press('Enter');
  await expect(choose('heron')).toHaveAttribute('aria-pressed', 'true');
  await expect(choose('kestrel')).toHaveAttribute('aria-disabled', 'true');
  await ada.mine.getByRole('button', { name: t('drafts.show-own') }).click();
  await expect(ada.read.getByText('heron')).toBeVisible();
  await expect(ada.draft('heron')).toHaveCount(0);
  await expect(ada.tally).toContainText(t('drafts.own', { count: 2, most: 5 }));
  await reveal(board);
  await expect(ada.after.getByText(t('page.private.shown.named', { count: 1 }))).toBeVisible();
  expect(await notesOf(server, board.access.board)).toEqual(['heron']);
});

test('[R168] what did not reach the server before the reveal is offered, also after a reload, and goes in once', async ({
  server,
  visit,
}) => {
  const { board, ada, page } = await start(server, visit);
  expectComplaints(page, /ERR_INTERNET_DISCONNECTED/, /status of 409/);
  await board.open();
  await expect(ada.part).toBeVisible();
  await ada.write('kestrel');
  await ada.isKept('kestrel');
  await page.context().setOffline(true);
  await ada.write('heron');
  await expect(ada.draft('heron').getByText(t('page.own.state.kept'))).toBeVisible();
  await reveal(board);
  await page.context().setOffline(false);
  await expect(ada.after.getByText(t('drafts.late', { count: 1 }))).toBeVisible({ timeout: 30_000 });
  await page.reload();
  await ada.opened();
  await expect(ada.after.getByText('heron')).toBeVisible();
  await expectAccessible(page);
  await ada.after.getByRole('button', { name: t('drafts.late.hand-in') }).click();
  await expect(ada.after).toHaveCount(0);
  expect(await notesOf(server, board.access.board)).toEqual(['kestrel']);
  await board.access.ask('POST', `/private-rounds/${(await board.round()).id}/late/put-in`, {});
  await expect(ada.read.getByText('heron')).toBeVisible();
});

test('[R141] [R168] a cancelled round gives her own back', async ({ server, visit }) => {
  const { board, ada } = await start(server, visit);
  await board.open();
  await expect(ada.part).toBeVisible();
  for (const text of ['kestrel', 'heron']) {
    await ada.write(text);
    await ada.isKept(text);
  }
  await board.command({ type: 'cancel-round', round: (await board.round()).id });
  await ada.after.getByRole('button', { name: t('page.private.put-in-what', { note: 'heron' }) }).click();
  await ada.isSaved('heron');
  await ada.after.getByRole('button', { name: t('page.private.remove-what', { note: 'kestrel' }) }).click();
  await expect(ada.after).toHaveCount(0);
  expect(await notesOf(server, board.access.board)).toEqual(['heron']);
});
