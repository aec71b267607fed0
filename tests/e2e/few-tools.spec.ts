// What a participant meets first: at most five tools, and the rest behind one switch.
import { expect } from '@playwright/test';
import { t } from '@commonboard/client/ui/messages/t.ts';
import { test } from '../support/browser.ts';
import { expectAccessible } from '../support/browser-axe.ts';
import { newBoard } from '../support/browser-boards.ts';
import { BoardPage } from '../support/pages/board-page.ts';
import { SessionParts } from '../support/pages/session-parts.ts';
import { VotesTab } from '../support/pages/votes-tab.ts';

const mostTools = 5;

/** Tools of the canvas without the switch for the rest, and what stands in the banner and over the board to be pressed. */
async function toolsOf(board: BoardPage): Promise<number> {
  const { banner } = new SessionParts(board);
  const { notice } = new VotesTab(board);
  await expect(board.toolbar.getByTestId('tools.select')).toBeVisible();
  // What is behind a switch does not count, nor does the switch.
  const inToolbar = board.toolbar.locator('[data-testid^="tools."]:not([data-testid="tools.more-tools"])');
  const counts = await Promise.all([
    inToolbar.filter({ visible: true }).count(),
    banner.getByRole('button').and(banner.locator(':not([aria-haspopup])')).count(),
    notice.getByRole('button').count(),
  ]);
  return counts.reduce((sum, count) => sum + count, 0);
}

for (const viewport of [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
])
  test(`a participant sees at most five tools, in a session with a vote too, ${viewport.width} px wide`, async ({
    server,
    visit,
  }) => {
    const created = await newBoard(server, 'effort-impact');
    const lea = await BoardPage.join(await visit(), created.links.facilitate, 'Lea');
    const ada = await BoardPage.join(await visit({ viewport }), created.links.edit, 'Ada');
    await expect(ada.page.getByRole('complementary', { name: t('cards.panel') })).toHaveCount(0);
    expect(await toolsOf(ada)).toBeLessThanOrEqual(mostTools);
    await new SessionParts(lea).start();
    await expect(new SessionParts(ada).banner).toBeVisible();
    await lea.writeNote('A garden');
    await lea.page.keyboard.press('ControlOrMeta+a');
    const votes = await new VotesTab(lea).open();
    await votes.start('Which first?');
    await expect(new VotesTab(ada).notice).toBeVisible();
    const most = await toolsOf(ada);
    expect(most).toBeGreaterThan(2);
    expect(most).toBeLessThanOrEqual(mostTools);
    await expectAccessible(ada.page);
    // The rest is one press away, and goes back by one.
    await ada.toolbar.getByTestId('tools.more-tools').click();
    await expect(ada.toolbar.getByTestId('tools.fewer-tools')).toBeVisible();
    expect(await toolsOf(ada)).toBeGreaterThan(mostTools);
    await ada.toolbar.getByTestId('tools.fewer-tools').click();
    expect(await toolsOf(ada)).toBe(most);
  });
