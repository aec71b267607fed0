// A replica that was damaged is found by comparison with the server, and healed.
import { expect } from '@playwright/test';
import * as Y from 'yjs';
import { t } from '@commonboard/client/ui/messages/t.ts';
import { damageDocument } from '../support/damage.ts';
import { test } from '../support/browser.ts';
import { newBoard, notesOf } from '../support/browser-boards.ts';
import { replaceRows } from '../support/kept-copies.ts';
import { BoardPage } from '../support/pages/board-page.ts';
import { savedBoard } from '../support/saved-board.ts';

/** Two checks, the first of which comes soon. */
const twoChecksMs = 75_000;

test('a copy on this device that was damaged is shown at first, then found, and replaced by what the server holds', async ({
  server,
  visit,
}) => {
  const board = await newBoard(server);
  const page = await visit();
  const ana = await savedBoard(page, board.links.edit);
  await page.goto(server.origin);
  await replaceRows(page, (rows) => {
    const doc = new Y.Doc();
    for (const row of rows) Y.applyUpdate(doc, row);
    damageDocument(doc, 'By Ana before', 'By Eve before');
    return Y.encodeStateAsUpdate(doc);
  });
  await page.goto(`${server.origin}/b/${board.id}`);
  await ana.opened();
  await expect(ana.words('By Eve before')).toBeVisible();
  await expect(page.getByText(t('canvas.mended'))).toBeVisible({ timeout: twoChecksMs });
  await expect(ana.words('By Ana before')).toBeVisible();
  await expect(ana.words('By Eve before')).toHaveCount(0);

  // Nothing of it went to the server, and the page can be worked in as before.
  await ana.writeNote('Afterwards');
  await expect(ana.saveState('saved')).toBeVisible();
  expect((await notesOf(server, board)).toSorted()).toEqual(['Afterwards', 'By Ana before']);
  await page.reload();
  await new BoardPage(page).opened();
  await expect(ana.words('By Ana before')).toBeVisible();
});
