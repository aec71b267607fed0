// Following a person: one's own view goes where theirs goes, until one moves it oneself or says stop.
import { expect } from '@playwright/test';
import { t } from '@commonboard/client/ui/messages/t.ts';
import { test } from '../support/browser.ts';
import { newBoard, tocTemplate } from '../support/browser-boards.ts';
import { BoardPage, middleOf } from '../support/pages/board-page.ts';
import { anaAndBen } from '../support/two-people.ts';

const landmark = 'Intermediate outcomes';

/** How far apart the two see the same words, in px. */
async function apart(one: BoardPage, other: BoardPage): Promise<number> {
  const [a, b] = [await middleOf(one.words(landmark)), await middleOf(other.words(landmark))];
  return Math.hypot(a.x - b.x, a.y - b.y);
}

test('the view goes along with the person followed, and the bar says whose it is', async ({ server, visit }) => {
  const { ana, ben } = await anaAndBen({ server, visit }, tocTemplate);
  await ben.follow('Ana');
  await expect(ben.following('Ana')).toBeVisible();
  await expect(ana.following('Ben')).toHaveCount(0);

  const before = await middleOf(ben.words(landmark));
  await ana.pan({ x: 200, y: 120 });
  await expect.poll(() => apart(ana, ben)).toBeLessThan(8);
  const after = await middleOf(ben.words(landmark));
  expect(Math.hypot(after.x - before.x, after.y - before.y)).toBeGreaterThan(100);
  await expect(ben.following('Ana')).toBeVisible();
});

test("moving one's own view stops it", async ({ server, visit }) => {
  const { ana, ben } = await anaAndBen({ server, visit }, tocTemplate);
  await ben.follow('Ana');
  await expect(ben.following('Ana')).toBeVisible();
  await ben.pan({ x: -150, y: 0 });
  await expect(ben.following('Ana')).toHaveCount(0);
  const own = await middleOf(ben.words(landmark));
  const hers = await middleOf(ana.words(landmark));
  await ana.pan({ x: 0, y: 260 });
  await expect.poll(async () => Math.abs((await middleOf(ana.words(landmark))).y - hers.y)).toBeGreaterThan(200);
  await ana.page.mouse.move(300, 300);
  await expect(ben.cursor('Ana')).toBeVisible();
  expect(await middleOf(ben.words(landmark))).toEqual(own);
});

test('the bar and the list of people both have a way out', async ({ server, visit }) => {
  const board = await newBoard(server, tocTemplate);
  await BoardPage.join(await visit(), board.links.edit, 'Ana');
  const ben = await BoardPage.join(await visit(), board.links.view, 'Ben');
  await ben.follow('Ana');
  await ben.canvas.getByRole('button', { name: t('board.follow.stop') }).click();
  await expect(ben.following('Ana')).toHaveCount(0);

  await ben.follow('Ana');
  await expect(ben.following('Ana')).toBeVisible();
  await ben.openPeople();
  await expect(ben.person('Ana')).toContainText(t('board.follow.stop'));
  await ben.person('Ana').click();
  await expect(ben.following('Ana')).toHaveCount(0);
});
