// A board on which somebody wrote everything that has ever stopped a canvas opens for the others, is edited and exported.
import { expect } from '@playwright/test';
import { test } from '../support/browser.ts';
import { joinByApi, newBoard } from '../support/browser-boards.ts';
import { plainProvider } from '../support/browser-provider.ts';
import { hostileRecords } from '../support/hostile-records.ts';
import { BoardPage } from '../support/pages/board-page.ts';

// What would be stopped by the server already, or would make the board's first page another one.
const leftOut = new Set([
  'a grid of size 0',
  'a page with a book for a name',
  'an id of 100,000 letters',
  'quotations in quotations',
]);

test('no record stops the canvas of others', async ({ server, visit }) => {
  const board = await newBoard(server, 'stakeholder-grid');
  const { token } = await joinByApi(server, board, 'edit', 'Program');
  const program = plainProvider(server.origin, board.id, token);
  await expect.poll(() => program.synced).toBe(true);
  for (const [i, [name, write]] of Object.entries(hostileRecords).entries()) {
    if (!leftOut.has(name)) program.doc.transact(() => write(program.doc, `bad${i}`));
  }

  const ana = await BoardPage.join(await visit(), board.links.edit, 'Ana');
  await ana.writeNote('Still here');
  await expect(ana.words('Still here')).toBeVisible();
  const dialog = await ana.export();
  const { bytes } = await dialog.download({ what: 'Zone: Everyone', times: 1 });
  expect(bytes.length).toBeGreaterThan(1_000);
  program.destroy();
});
