// Going to a control as people do who have no mouse.
import type { Locator, Page } from '@playwright/test';

const tabsMax = 120;

/** Presses Tab until the control has the focus; fails where it never has. */
export async function tabTo(page: Page, control: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let pressed = 0; pressed < tabsMax; pressed++) {
    if ((await control.count()) === 1 && (await control.evaluate((element) => element === document.activeElement)))
      return;
    await page.keyboard.press(key);
  }
  throw new Error(`${tabsMax} times ${key} do not lead to ${String(control)}.`);
}

export async function pressOn(page: Page, control: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, control);
  await page.keyboard.press(key);
}
