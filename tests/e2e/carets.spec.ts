// Where others are writing is seen in the text: their caret with their name, at the right letter.
import { expect, type Locator } from '@playwright/test';
import { test } from '../support/browser.ts';
import { newBoard } from '../support/browser-boards.ts';
import { BoardPage } from '../support/pages/board-page.ts';
import { anaAndBen } from '../support/two-people.ts';

/** Screen x between the letters of a text, from before the first to after the last. */
function edges(text: Locator): Promise<number[]> {
  return text.evaluate((element) => {
    const letters = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode();
    if (!(letters instanceof Text)) return [];
    return Array.from({ length: letters.length + 1 }, (_, at) => {
      const range = document.createRange();
      range.setStart(letters, at);
      return range.getBoundingClientRect().x;
    });
  });
}

/** Before which letter of `text` the caret of `name` stands; -1 where it is at none. */
async function letterAt(board: BoardPage, name: string, text: Locator): Promise<number> {
  const [caret, at] = [await board.caret(name).boundingBox({ timeout: 1_000 }), await edges(text)];
  return caret ? at.findIndex((x) => Math.abs(x - (caret.x + caret.width / 2)) < 1.5) : -1;
}

test("the other's caret stands with the name at their letter, moves with them and with what is written before it, and goes", async ({
  server,
  visit,
}) => {
  const { ana, ben } = await anaAndBen({ server, visit });
  await ana.writeNote('clean water');
  await expect(ben.words('clean water')).toBeVisible();
  const { x, y } = await ana.middle();
  await ana.page.mouse.move(x + 150, y + 150);
  await expect(ben.cursor('Ana')).toBeVisible();
  await ana.openNote('clean water', 'Home');
  // One name for one person: the pointer rests while they write.
  await expect(ben.cursor('Ana')).toHaveCount(0);
  await expect(ben.caret('Ana')).toHaveText('Ana');
  await expect(ben.caret('Ana')).toBeVisible();
  const shown = ben.words('clean water');
  await expect.poll(() => letterAt(ben, 'Ana', shown)).toBe(0);
  for (let key = 0; key < 5; key++) await ana.page.keyboard.press('ArrowRight');
  await expect.poll(() => letterAt(ben, 'Ana', shown)).toBe(5);

  // In the open editor too, and Ben's own letters before it push it on.
  await ben.openNote('clean water', 'Home');
  await expect.poll(() => letterAt(ben, 'Ana', ben.writing)).toBe(5);
  await expect.poll(() => letterAt(ana, 'Ben', ana.writing)).toBe(0);
  await ben.page.keyboard.type('very ');
  await expect(ana.writing).toHaveText('very clean water');
  for (const one of [ana, ben]) await expect(one.writing).toHaveText('very clean water');
  await expect.poll(() => letterAt(ben, 'Ana', ben.writing)).toBe(10);
  await expect.poll(() => letterAt(ana, 'Ben', ana.writing)).toBe(5);
  await ana.page.keyboard.type('er');
  await expect(ben.writing).toHaveText('very cleaner water');
  await expect.poll(() => letterAt(ben, 'Ana', ben.writing)).toBe(12);

  // What is selected has the colour of the person.
  await expect(ben.selectedBy).toHaveCount(0);
  await ana.page.keyboard.press('Shift+End');
  await expect(ben.selectedBy.first()).toBeAttached();
  await ana.leaveNote();
  await expect(ben.caret('Ana')).toHaveCount(0);
  await expect(ben.selectedBy).toHaveCount(0);
  await expect(ben.cursor('Ana')).toBeVisible();
});

test('somebody who only looks sees where others write', async ({ server, visit }) => {
  const board = await newBoard(server);
  const ana = await BoardPage.join(await visit(), board.links.edit, 'Ana');
  const vera = await BoardPage.join(await visit(), board.links.view, 'Vera');
  await ana.page.keyboard.press('n');
  await expect(ana.writing).toBeFocused();
  await expect(vera.caret('Ana')).toBeVisible();
  await ana.page.keyboard.type('Rivers');
  await expect(vera.words('Rivers')).toBeVisible();
  await expect.poll(() => letterAt(vera, 'Ana', vera.words('Rivers'))).toBe(6);
  await ana.leaveNote();
  await expect(vera.caret('Ana')).toHaveCount(0);
});

test('a caret takes no room: the note is as large and its letters stand where they stood', async ({
  server,
  visit,
}) => {
  const { ana, ben } = await anaAndBen({ server, visit });
  await ana.writeNote('clean water');
  const shown = ben.words('clean water');
  await expect(shown).toBeVisible();
  const [box, at] = [await shown.boundingBox(), await edges(shown)];
  await ana.openNote('clean water', 'Home');
  await expect(ben.caret('Ana')).toBeVisible();
  expect([await shown.boundingBox(), await edges(shown)]).toEqual([box, at]);
});

test('the name fades when the person stops, and comes back with the next letter', async ({ server, visit }) => {
  const { ana, ben } = await anaAndBen({ server, visit });
  await ana.writeNote('a');
  await expect(ben.words('a')).toBeVisible();
  await ana.openNote('a', 'End');
  const flag = ben.caret('Ana').getByText('Ana');
  await expect(flag).toHaveCSS('opacity', '0');
  await ana.page.keyboard.type('b');
  await expect(flag).toHaveCSS('opacity', '1');
});
