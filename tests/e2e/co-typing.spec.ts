// Several people write in one text at the same moment, over a slow line: every letter stays, and stays in its writer's order.
import { expect, type Page } from '@playwright/test';
import type { CreatedBoard } from '@commonboard/shared/protocol/routes.ts';
import { test as base } from '../support/browser.ts';
import { newBoard, notesOf } from '../support/browser-boards.ts';
import { BoardPage } from '../support/pages/board-page.ts';
import { startSlowNetwork } from '../support/slow-network.ts';

interface Table {
  board: CreatedBoard;
  people: readonly BoardPage[];
}

interface Fixtures {
  /** A new board with people around it, each behind a line that takes so long each way. */
  table: (names: readonly string[], oneWayMs: number) => Promise<Table>;
}

const test = base.extend<Fixtures>({
  table: async ({ server, visit }, provide) => {
    const stops: (() => Promise<void>)[] = [];
    await provide(async (names, oneWayMs) => {
      const line = await startSlowNetwork(server.origin, oneWayMs);
      const pages: Page[] = [];
      for (const _ of names) pages.push(await visit());
      stops.push(async () => {
        // Pages first: they would complain of the lost connection.
        for (const page of pages) await page.close();
        await line.close();
      });
      const board = await newBoard(server);
      const join = (page: Page, index: number) =>
        BoardPage.join(page, line.through(board.links.edit), names[index] ?? '');
      return { board, people: await Promise.all(pages.map(join)) };
    });
    for (const stop of stops) await stop();
  },
});

const sentence =
  'everybodyherewritesdownwhatcleanwatermeansfortheirownstreetandforallwholivebesidetheriverandinthehillsx';
const hundred = sentence.slice(0, 100);
/** So that each hand's letters can be told apart. */
const capitals = hundred.toUpperCase();

/** One writes a note, all open it with the caret after so many letters. */
async function openTogether(people: readonly BoardPage[], text: string, letters: number): Promise<void> {
  await people[0]?.writeNote(text);
  await Promise.all(people.map((one) => openAt(one, text, letters)));
}

async function openAt(one: BoardPage, text: string, letters: number): Promise<void> {
  await expect(one.words(text)).toBeVisible();
  await one.openNote(text, 'Home');
  // On a busy machine the canvas may still put the caret where it opened the text.
  await expect(async () => {
    await one.page.keyboard.press('Home');
    for (let moved = 0; moved < letters; moved++) await one.page.keyboard.press('ArrowRight');
    expect(await lettersBeforeCaret(one)).toBe(letters);
  }).toPass({ timeout: 20_000 });
}

async function lettersBeforeCaret(one: BoardPage): Promise<number> {
  return await one.writing.evaluate((box) => {
    const { focusNode, focusOffset } = box.ownerDocument.getSelection() ?? {};
    const before = box.ownerDocument.createRange();
    before.selectNodeContents(box);
    if (focusNode) before.setEnd(focusNode, focusOffset ?? 0);
    return before.toString().length;
  });
}

/** The text that all of them have open, once it is the same for all and as long as it must be. */
async function sharedText(people: readonly BoardPage[], length: number): Promise<string> {
  const [first, ...others] = people;
  await expect.poll(async () => (await first?.writing.textContent())?.length).toBe(length);
  const text = (await first?.writing.textContent()) ?? '';
  for (const other of others) await expect(other.writing).toHaveText(text);
  return text;
}

for (const oneWayMs of [60, 300]) {
  test(`two people type 100 letters each into one note at ${oneWayMs} ms: all 200 stay, for both and on the server`, async ({
    server,
    table,
  }) => {
    const { board, people } = await table(['Ana', 'Ben'], oneWayMs);
    await openTogether(people, '0', 1);
    const hands = [hundred, capitals];
    await Promise.all(people.map((one, index) => one.page.keyboard.type(hands[index] ?? '', { delay: 15 })));

    const text = await sharedText(people, 201);
    expect(text.replaceAll(/[^a-z]/g, '')).toBe(hundred);
    expect(text.replaceAll(/[^A-Z]/g, '')).toBe(capitals);
    for (const one of people) {
      await one.leaveNote();
      await expect(one.saveState('saved')).toBeVisible();
    }
    expect(await notesOf(server, board)).toEqual([text]);
    await Promise.all(people.map((one) => one.page.reload()));
    for (const one of people) {
      await one.opened();
      await expect(one.words(text)).toBeVisible();
    }
  });
}

test('three people type at one place in one word: each word stays whole', async ({ table }) => {
  const { people } = await table(['Ana', 'Ben', 'Cleo'], 60);
  await openTogether(people, 'middle', 3);
  const hands = [hundred.slice(0, 40), capitals.slice(0, 40), '0123456789'.repeat(4)];
  await Promise.all(people.map((one, index) => one.page.keyboard.type(hands[index] ?? '', { delay: 20 })));
  const text = await sharedText(people, 126);
  expect(text.slice(0, 3) + text.slice(-3)).toBe('middle');
  for (const hand of hands) expect(text).toContain(hand);
});

test('right to left and joined emoji typed at one place at once stay whole', async ({ table }) => {
  const { people } = await table(['Ana', 'Ben'], 150);
  await openTogether(people, 'ab', 1);
  const hands = ['مياه نظيفة للجميع', '👩‍👩‍👧‍👦😀👩🏽‍🌾🇫🇷é'];
  await Promise.all(people.map((one, index) => one.page.keyboard.type(hands[index] ?? '', { delay: 25 })));
  const text = await sharedText(people, 2 + hands.join('').length);
  expect(text.isWellFormed()).toBe(true);
  for (const hand of hands) expect(text).toContain(hand);
});

test('one makes a bold list of what the other is writing: no letter is lost, list and bold stay, the caret too', async ({
  server,
  table,
}) => {
  const { board, people } = await table(['Ana', 'Ben'], 300);
  const [ana, ben] = people as [BoardPage, BoardPage];
  await openTogether(people, 'clean', 5);
  await ana.page.keyboard.press('Home');
  const listing = async (): Promise<void> => {
    await ana.page.keyboard.type('- ');
    await ana.page.keyboard.press('Shift+End');
    // The editor hears of a selection a moment after the browser has made it; no hand is as fast as this test.
    await expect.poll(() => ana.page.evaluate(() => getSelection()?.toString())).toMatch(/^clean/);
    await ana.page.keyboard.press('Control+b');
  };
  await Promise.all([listing(), ben.page.keyboard.type(hundred, { delay: 15 })]);
  await sharedText(people, 105);
  // Ben's caret is where his last letter is.
  await ben.page.keyboard.type('!');
  for (const one of people) {
    await expect(one.writing.locator('li')).toHaveText([`clean${hundred}!`]);
    await expect(one.writing.locator('strong').first()).toHaveText(/^clean/);
    await one.leaveNote();
    await expect(one.saveState('saved')).toBeVisible();
  }
  expect(await notesOf(server, board)).toEqual([`clean${hundred}!`]);
});

test('one begins new paragraphs before the place where the other is writing', async ({ table }) => {
  const { people } = await table(['Ana', 'Ben'], 150);
  const [ana, ben] = people as [BoardPage, BoardPage];
  await openTogether(people, 'one two', 7);
  await ana.leaveNote();
  await openAt(ana, 'one two', 3);
  const splitting = async (): Promise<void> => {
    await ana.page.keyboard.press('Enter');
    await ana.page.keyboard.type('half');
    await ana.page.keyboard.press('Enter');
  };
  await Promise.all([splitting(), ben.page.keyboard.type(hundred, { delay: 15 })]);
  for (const one of people) await expect(one.writing.locator('p')).toHaveText(['one', 'half', ` two${hundred}`]);
});

for (const [kind, key] of [
  ['a text', 't'],
  ['a box', 'r'],
  ['an arrow', 'a'],
] as const) {
  test(`two people write on ${kind} at once`, async ({ table }) => {
    const { people } = await table(['Ana', 'Ben'], 60);
    const [ana, ben] = people as [BoardPage, BoardPage];
    const { x, y } = await ana.middle();
    await ana.page.keyboard.press(key);
    await ana.page.mouse.move(x - 150, y - 100);
    await ana.page.mouse.down();
    await ana.page.mouse.move(x + 150, y + 100, { steps: 5 });
    await ana.page.mouse.up();
    if (key !== 't') await ana.page.keyboard.press('Enter');
    await expect(ana.writing).toBeFocused();
    await ana.page.keyboard.type('middle');
    await ana.leaveNote();
    await Promise.all([openAt(ana, 'middle', 0), openAt(ben, 'middle', 6)]);
    await Promise.all([ana.page.keyboard.type('start ', { delay: 30 }), ben.page.keyboard.type(' end', { delay: 40 })]);
    for (const one of people) await expect(one.writing).toHaveText('start middle end');
  });
}
