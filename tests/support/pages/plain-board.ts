// A board without its canvas, as people meet it.
import { expect, type Locator, type Page } from '@playwright/test';
import { t } from '@commonboard/client/ui/messages/t.ts';
import { PlainPage } from './plain-page.ts';

export class PlainBoard {
  readonly page: Page;
  readonly save: Locator;
  readonly now: Locator;
  readonly votes: Locator;
  readonly own: Locator;
  readonly read: Locator;
  readonly text: Locator;
  readonly zone: Locator;
  readonly add: Locator;
  /** What who listens has heard last. */
  readonly said: Locator;

  constructor(page: Page) {
    this.page = page;
    const part = (name: string) => page.getByRole('region', { name });
    this.save = page.getByTestId('save-state');
    this.now = part(t('page.now'));
    this.votes = part(t('voting.tab'));
    this.own = part(t('page.own'));
    this.read = part(t('page.read'));
    this.text = page.getByRole('textbox', { name: t('page.write.text') });
    this.zone = page.getByRole('combobox', { name: t('page.write.zone') });
    this.add = page.getByRole('button', { name: t('page.write.add') });
    this.said = page.getByTestId('said');
  }

  static async join(page: Page, link: string, name: string): Promise<PlainBoard> {
    await page.goto(plainLink(link));
    const way = new PlainPage(page);
    await way.name.fill(name);
    await way.join.click();
    return await new PlainBoard(page).opened();
  }

  async opened(): Promise<this> {
    // All that there is has been fetched by then.
    await expect(this.save).toHaveAttribute('data-save', /^(saved|saving|view-only)$/);
    await expect(this.read).toBeVisible();
    return this;
  }

  async write(text: string): Promise<void> {
    await this.text.fill(text);
    await this.add.click();
  }

  /** Of one's own notes. */
  note(text: string): Locator {
    return this.own.getByRole('listitem').filter({ hasText: text });
  }

  async isSaved(text: string): Promise<void> {
    await expect(this.note(text).getByText(t('page.own.state.saved'))).toBeVisible();
  }

  /** Presses Tab until this has the focus. */
  async tabTo(target: Locator, key = 'Tab'): Promise<void> {
    for (let presses = 0; presses < pressesMax; presses++) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await this.page.keyboard.press(key);
    }
    throw new Error('The keyboard does not lead there.');
  }
}

const pressesMax = 80;

export function plainLink(link: string): string {
  return link.replace('/b/', '/p/');
}
