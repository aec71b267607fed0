// Several people write in one text at the same moment, over a slow line: every letter stays, and stays in its writer's order.
import { expect } from '@playwright/test';
import { test } from '../support/browser.ts';
import { newBoard, notesOf } from '../support/browser-boards.ts';
import { BoardPage } from '../support/pages/board-page.ts';
import { startSlowNetwork } from '../support/slow-network.ts';

const words =
  'everybody here writes down what clean water means for their own street and all who live beside the river';
const hundred = words.replaceAll(' ', '').padEnd(100, 'x').slice(0, 100);
/** One hand writes small letters, the other capitals, so that each hand's letters can be told apart. */
const small = hundred;
const capitals = hundred.toUpperCase();

function ofHand(text: string, hand: 'small' | 'capitals'): string {
  return text.replace(hand === 'small' ? /[^a-z]/g : /[^A-Z]/g, '');
}

for (const oneWayMs of [60, 300]) {
  test(`two people type 100 letters each into one note at ${oneWayMs} ms: all 200 stay, for both and on the server`, async ({
    server,
    visit,
  }) => {
    const line = await startSlowNetwork(server.origin, oneWayMs);
    try {
      const board = await newBoard(server);
      const link = line.through(board.links.edit);
      const [ana, ben] = await Promise.all([
        BoardPage.join(await visit(), link, 'Ana'),
        BoardPage.join(await visit(), link, 'Ben'),
      ]);
      await ana.writeNote('0');
      await expect(ben.words('0')).toBeVisible();
      await Promise.all([ana.openNote('0', 'End'), ben.openNote('0', 'End')]);
      await Promise.all([
        ana.page.keyboard.type(small, { delay: 15 }),
        ben.page.keyboard.type(capitals, { delay: 15 }),
      ]);

      await expect.poll(async () => (await ana.writing.textContent())?.length).toBe(201);
      const text = (await ana.writing.textContent()) ?? '';
      expect(ofHand(text, 'small')).toBe(small);
      expect(ofHand(text, 'capitals')).toBe(capitals);
      await expect(ben.writing).toHaveText(text);
      for (const one of [ana, ben]) {
        await one.leaveNote();
        await expect(one.saveState('saved')).toBeVisible();
      }
      expect(await notesOf(server, board)).toEqual([text]);
      await Promise.all([ana.page.reload(), ben.page.reload()]);
      for (const one of [ana, ben]) {
        await one.opened();
        await expect(one.words(text)).toBeVisible();
      }
    } finally {
      await line.close();
    }
  });
}
