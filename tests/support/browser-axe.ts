// What axe finds serious on a page, in words short enough for a failing test.
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** tldraw's own canvas and menus are its makers' to mend; everything around them is ours. */
const notOurs = '.tl-container';
const phone = { width: 390, height: 844 };

/** As it stands, in the other colours, and in both on a phone. Leaves it as it was. */
export async function expectAccessible(page: Page): Promise<void> {
  const size = page.viewportSize();
  const isDark = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  const found: Fault[] = [];
  for (const viewport of size && size.width > phone.width ? [size, phone] : [size]) {
    if (viewport !== size && viewport) await page.setViewportSize(viewport);
    for (const dark of [isDark, !isDark]) {
      await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' });
      const look = `${viewport?.width ?? 'any'} ${dark ? 'dark' : 'light'}`;
      found.push(...(await faultsOn(page)).map((fault) => ({ look, ...fault })));
    }
  }
  await page.emulateMedia({ colorScheme: isDark ? 'dark' : 'light' });
  if (size) await page.setViewportSize(size);
  expect(found).toEqual([]);
}

interface Fault {
  look: string;
  id: string;
  where: string[];
}

async function faultsOn(page: Page): Promise<Omit<Fault, 'look'>[]> {
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
  return serious.map(({ id, nodes }) => ({ id, where: nodes.map(({ target }) => target.join(' ')) }));
}
