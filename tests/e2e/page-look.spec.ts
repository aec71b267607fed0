// The page without canvas as it looks: in both themes, on a phone and on a desk.
import { expect } from '@playwright/test';
import { t } from '@commonboard/client/ui/messages/t.ts';
import { test } from '../support/browser.ts';
import { expectAccessible } from '../support/browser-axe.ts';
import { PlainBoard, plainLink } from '../support/pages/plain-board.ts';
import { PlainPage } from '../support/pages/plain-page.ts';
import { SteeredBoard } from '../support/steered-board.ts';

const template = 'decide-and-commit';

for (const [width, height] of [
  [390, 844],
  [1440, 900],
] as const) {
  test(`${width} px wide: accessible, and nothing stands out at the side`, async ({ server, visit }) => {
    const steered = await SteeredBoard.of(server, template);
    const page = await visit({ viewport: { width, height } });
    await page.goto(plainLink(steered.board.links.edit));
    await new PlainPage(page).name.waitFor();
    await expectAccessible(page);
    await new PlainPage(page).name.fill('Ada');
    await new PlainPage(page).join.click();
    const ada = await new PlainBoard(page).opened();
    await expectAccessible(page);
    await steered.steer('start', { isRehearsal: false });
    await ada.write('A garden for all, with a bench, a tap and room for children');
    await ada.isSaved('A garden for all');
    await steered.openVote(
      'Which of these would you be ready to begin with next week?',
      [await steered.note('A market')],
      {
        method: 'support',
      },
    );
    await steered.steer('ask-ready', { isAsked: true });
    await expect(ada.votes).toBeVisible();
    await expect(ada.now.getByRole('button', { name: t('session.ready.say') })).toBeVisible();
    await expectAccessible(page);
    await page.screenshot({ path: `test-results/page-${width}.png`, fullPage: true });
    await ada.own.getByRole('button', { name: /^Change/ }).click();
    await expectAccessible(page);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
  });
}
