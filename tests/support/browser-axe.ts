// What axe finds serious on a page, in words short enough for a failing test.
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** tldraw's own canvas and menus are its makers' to mend; everything around them is ours. */
const notOurs = '.tl-container';

export async function expectAccessible(page: Page): Promise<void> {
  // Colours that are still fading in are not the colours people read.
  await page.evaluate(() => {
    // A ring that turns for as long as something goes on has no end.
    const ending = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY);
    return Promise.allSettled(ending.map((animation) => animation.finished));
  });
  const { violations } = await new AxeBuilder({ page }).exclude(notOurs).analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id, nodes }) => ({ id, where: nodes.map(({ target }) => target.join(' ')) }))).toEqual([]);
}
