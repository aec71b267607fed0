// The page for a projector: large, without cursors, and nobody on the board.
import { expect, type Page } from '@playwright/test';
import { t } from '@commonboard/client/ui/messages/t.ts';
import { test } from '../support/browser.ts';
import { expectAccessible } from '../support/browser-axe.ts';
import { newBoard } from '../support/browser-boards.ts';
import { BoardPage } from '../support/pages/board-page.ts';
import { SessionParts } from '../support/pages/session-parts.ts';

const smallestPx = 24;

/** Letters of the page that are smaller, without those of the drawing. */
function smallWords(page: Page): Promise<string[]> {
  return page.evaluate((least) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const small: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      const words = node.textContent?.trim() ?? '';
      if (!parent || words === '' || parent.closest('main, script, style, noscript')) continue;
      if (parent.checkVisibility() && parseFloat(getComputedStyle(parent).fontSize) < least) small.push(words);
    }
    return small;
  }, smallestPx);
}

for (const colorScheme of ['light', 'dark'] as const)
  test(`[R120] shows question, time, code and the current zone, in ${colorScheme} colours, and counts as nobody`, async ({
    server,
    visit,
  }) => {
    const created = await newBoard(server, 'effort-impact');
    const lea = await BoardPage.join(await visit({ colorScheme }), created.links.facilitate, 'Lea');
    const ada = await BoardPage.join(await visit(), created.links.edit, 'Ada');
    await new SessionParts(lea).start();
    const [screen] = await Promise.all([
      lea.page.context().waitForEvent('page'),
      new SessionParts(lea).menu(t('screen.open')),
    ]);
    await expect(screen).toHaveURL(`${server.origin}/b/${created.id}/room`);
    const question = (await new SessionParts(ada).banner.locator('p').nth(1).textContent()) ?? '';
    await expect(screen.getByRole('heading', { level: 1 })).toHaveText(question, { timeout: 45_000 });
    await expect(screen.getByRole('timer')).toHaveText(/^\d+:\d\d$/);
    await expect(screen.getByText(t('screen.no-code'))).toBeVisible();
    // The code is there once a facilitator has opened one.
    const share = await lea.share();
    await lea.page.getByRole('button', { name: t('short.open') }).click();
    await expect(screen.getByText(/^\d{4} \d{4}$/)).toBeVisible({ timeout: 20_000 });
    await lea.page.keyboard.press('Escape');
    await expect(share.root).toHaveCount(0);
    // What people write comes, and nobody's cursor with it.
    await ada.writeNote('A garden');
    const { x, y } = await ada.middle();
    await ada.page.mouse.move(x, y);
    await expect(screen.getByRole('main').locator('.tl-shape').getByText('A garden')).toBeVisible();
    await expect(lea.cursor('Ada')).toBeVisible();
    await expect(screen.getByText('Ada', { exact: true })).toHaveCount(0);
    // Two people, no third; and no tool.
    for (const board of [lea, ada]) await expect(board.people(2)).toBeVisible();
    await expect(screen.getByRole('toolbar')).toHaveCount(0);
    expect(await smallWords(screen)).toEqual([]);
    await expectAccessible(screen);
  });

test('[R120] who takes part is told that it is for facilitators, with the way to the board', async ({
  server,
  visit,
}) => {
  const created = await newBoard(server);
  const ada = await BoardPage.join(await visit(), created.links.edit, 'Ada');
  await ada.page.goto(`${server.origin}/b/${created.id}/room`);
  await expect(ada.page.getByText(t('screen.no.text'))).toBeVisible();
  await ada.page.getByRole('button', { name: t('screen.no.board') }).click();
  await ada.opened();
});
