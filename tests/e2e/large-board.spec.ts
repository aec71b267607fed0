// A board of ten thousand shapes on eight pages opens, is edited and synced, though one of its records cannot be read.
import { expect } from '@playwright/test';
import * as Y from 'yjs';
import { t } from '@commonboard/client/ui/messages/t.ts';
import { recordMaps } from '@commonboard/shared/board/layout/layout.ts';
import { test } from '../support/browser.ts';
import { joinByApi, newBoard, shapesOf } from '../support/browser-boards.ts';
import { plainProvider } from '../support/browser-provider.ts';
import { fillBoard } from '../support/fill-board.ts';
import { largeBoard } from '../support/large-board.ts';
import { BoardPage } from '../support/pages/board-page.ts';

const openingMs = 150_000;
const shapes = 10_000;

test('ten thousand shapes and a record that nobody can read', async ({ server, visit }) => {
  test.setTimeout(600_000);
  const board = await newBoard(server);
  const { token } = await joinByApi(server, board, 'edit', 'Program');
  const program = plainProvider(server.origin, board.id, token);
  await expect.poll(() => program.synced).toBe(true);
  fillBoard(program.doc, largeBoard({ shapes, pages: 8 }));
  recordMaps(program.doc).set('shape:bad', new Y.Map([['', { typeName: 'shape', type: 'note', x: 'left' }]]));
  await expect.poll(async () => (await shapesOf(server, board)).length, { timeout: openingMs }).toBe(shapes);

  const ana = await BoardPage.join(await visit(), board.links.facilitate, 'Ana', openingMs);
  await expect(ana.page.getByText(t('canvas.hidden', { count: 1 }))).toBeVisible({ timeout: openingMs });
  const ben = await BoardPage.join(await visit(), board.links.edit, 'Ben', openingMs);
  await ana.writeNote('Among ten thousand');
  await expect(ana.saveState('saved')).toBeVisible({ timeout: openingMs });
  await ben.writeNote('And one by Ben');
  await expect(ben.saveState('saved')).toBeVisible({ timeout: openingMs });
  await expect(ben.words('Among ten thousand')).toBeAttached({ timeout: openingMs });
  await expect(ana.words('And one by Ben')).toBeAttached({ timeout: openingMs });

  // What is mended comes back for all.
  recordMaps(program.doc).delete('shape:bad');
  expect((await shapesOf(server, board)).length).toBe(shapes + 2);
  program.destroy();
});
