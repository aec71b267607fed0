// What working together on one canvas must keep apart: whose undo it is, and which page one is on.
import { expect } from '@playwright/test';
import { test } from '../support/browser.ts';
import { notesOf } from '../support/browser-boards.ts';
import { anaAndBen } from '../support/two-people.ts';

test("undo takes back one's own work and nobody else's", async ({ server, visit }) => {
  const { board, ana, ben } = await anaAndBen({ server, visit });
  await ana.writeNote('By Ana');
  await expect(ben.words('By Ana')).toBeVisible();
  await ben.writeNote('By Ben');
  await expect(ana.words('By Ben')).toBeVisible();

  const undo = ana.canvas.getByRole('button', { name: /^Undo/ });
  while (await undo.isEnabled()) await undo.click();
  await expect(ana.words('By Ana')).toHaveCount(0);
  await expect(ben.words('By Ana')).toHaveCount(0);
  await expect(ana.words('By Ben')).toBeVisible();
  await expect(ben.words('By Ben')).toBeVisible();
  await expect(ana.saveState('saved')).toBeVisible();
  expect(await notesOf(server, board)).toEqual(['By Ben']);

  const redo = ana.canvas.getByRole('button', { name: /^Redo/ });
  while (await redo.isEnabled()) await redo.click();
  await expect(ben.words('By Ana')).toBeVisible();
  await expect(ben.words('By Ben')).toBeVisible();
});

test('two write in one note at the same time: carets stay, both texts are kept, an undo takes back only one hand', async ({
  server,
  visit,
}) => {
  const { board, ana, ben } = await anaAndBen({ server, visit });
  await ana.writeNote('middle');
  await expect(ben.words('middle')).toBeVisible();
  for (const [one, key] of [
    [ana, 'Home'],
    [ben, 'End'],
  ] as const) {
    await one.openNote('middle', key);
  }
  await Promise.all([ana.page.keyboard.type('start ', { delay: 40 }), ben.page.keyboard.type(' end', { delay: 60 })]);
  for (const one of [ana, ben]) await expect(one.writing).toHaveText('start middle end');

  // Taking back one's own letters leaves the other's.
  await expect(async () => {
    if ((await ana.writing.textContent()) !== 'middle end') await ana.page.keyboard.press('Control+z');
    await expect(ana.writing).toHaveText('middle end', { timeout: 200 });
  }).toPass({ timeout: 20_000 });
  await expect(ben.writing).toHaveText('middle end');
  await ana.leaveNote();
  await ben.leaveNote();
  await expect(ana.saveState('saved')).toBeVisible();
  expect(await notesOf(server, board)).toEqual(['middle end']);
});

test('a page added by one is there for the other, with what is on it', async ({ server, visit }) => {
  const { ana, ben } = await anaAndBen({ server, visit });
  await ana.writeNote('On the first page');
  await ana.canvas.getByRole('button', { name: 'Page 1' }).click();
  await ana.page.getByRole('button', { name: 'Create new page' }).click();
  await ana.page.keyboard.press('Enter');
  await ana.page.keyboard.press('Escape');
  await expect(ana.words('On the first page')).toHaveCount(0);
  await ana.writeNote('On the second page');
  // The other stays where they are until they go there.
  await expect(ben.words('On the first page')).toBeVisible();
  await expect(ben.words('On the second page')).toHaveCount(0);
  await ben.canvas.getByRole('button', { name: 'Page 1' }).click();
  await ben.page.getByText('Page 2', { exact: true }).click();
  await expect(ben.words('On the second page')).toBeVisible();
});

test('a selection of the other is seen', async ({ server, visit }) => {
  const { ana, ben } = await anaAndBen({ server, visit });
  await ana.writeNote('Chosen');
  await expect(ben.words('Chosen')).toBeVisible();
  const note = ben.canvas.locator('.tl-shape').filter({ hasText: 'Chosen' });
  const around = async () => {
    const box = await note.boundingBox();
    if (!box) throw new Error('The note is not in view.');
    const clip = { x: box.x - 4, y: box.y - 4, width: box.width + 8, height: box.height + 8 };
    return (await ben.page.screenshot({ clip })).toString('base64');
  };
  await ana.page.mouse.move(300, 600);
  await expect(ben.cursor('Ana')).toBeVisible();
  const before = await around();
  await ana.words('Chosen').click();
  await ana.page.mouse.move(300, 600);
  await expect.poll(async () => (await around()) === before).toBe(false);
});
