// The dialog in which facilitators decide about people and how they get in.
import type { Locator, Page } from '@playwright/test';
import { t } from '@commonboard/client/ui/messages/t.ts';

export class PeopleDialog {
  readonly root: Locator;
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.root = page.getByRole('dialog', { name: t('people.manage') });
  }

  button(name: string): Locator {
    return this.root.getByRole('button', { name, exact: true });
  }

  async rules(): Promise<void> {
    await this.root.getByRole('tab', { name: t('people.rules') }).click();
  }

  get newcomers(): Locator {
    return this.root.getByRole('combobox', { name: t('rules.newcomers') });
  }

  get passcode(): Locator {
    return this.root.getByRole('textbox', { name: t('rules.passcode.field') });
  }

  /** Chooses what hurts, and confirms it. */
  async decide(name: string, action: 'kick' | 'ban'): Promise<void> {
    await this.button(t('people.menu', { name })).click();
    await this.page.getByRole('menuitem', { name: t(`people.${action}`), exact: true }).click();
    await this.button(t(`people.${action}`)).click();
  }

  async close(): Promise<void> {
    await this.button(t('common.close')).click();
    await this.root.waitFor({ state: 'detached' });
  }
}
