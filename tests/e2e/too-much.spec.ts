// What is more than a board can hold is not taken, and said; what was there before stays for everybody.
import { expect } from '@playwright/test';
import { t } from '@commonboard/client/ui/messages/t.ts';
import { test } from '../support/browser.ts';
import { notesOf } from '../support/browser-boards.ts';
import { pasteText } from '../support/browser-files.ts';
import { anaAndBen } from '../support/two-people.ts';

test('a text that is too long does not take the note with it', async ({ server, visit }) => {
  const { board, ana, ben } = await anaAndBen({ server, visit });
  await ana.writeNote('What we agreed');
  await expect(ben.words('What we agreed')).toBeVisible();
  await ana.openNote('What we agreed', 'End');
  await pasteText(ana.page, 'x'.repeat(130_000));
  await expect(ana.messages.getByText(t('canvas.too-much'))).toBeVisible();
  await ana.leaveNote();
  await expect(ana.words('What we agreed')).toBeVisible();
  await expect(ana.saveState('saved')).toBeVisible();
  await expect(ben.words('What we agreed')).toBeVisible();
  expect(await notesOf(server, board)).toEqual(['What we agreed']);
});
