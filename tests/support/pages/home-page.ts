// The start page, as people use it.
import type { Locator, Page } from '@playwright/test';
import { t } from '@commonboard/client/ui/messages/t.ts';

type Action = 'rename' | 'duplicate' | 'delete' | 'forget';

export class HomePage {
  readonly page: Page;
  readonly heading: Locator;
  readonly blank: Locator;
  readonly linkField: Locator;
  readonly openLink: Locator;
  readonly messages: Locator;

  constructor(page: Page) {
    this.page = page;
    this.heading = page.getByRole('heading', { level: 1, name: t('home.title') });
    this.blank = page.getByRole('button', { name: t('home.blank') });
    this.linkField = page.getByRole('textbox', { name: t('home.link.label') });
    this.openLink = page.getByRole('button', { name: t('common.open'), exact: true });
    this.messages = page.getByRole('region', { name: t('common.notifications') });
  }

  async open(origin: string): Promise<void> {
    await this.page.goto(`${origin}/`);
    await this.heading.waitFor();
  }

  template(title: string): Locator {
    return this.page.getByRole('button', { name: title, exact: true });
  }

  /** Makes a board from it, without saying for how many people. */
  async use(title: string): Promise<void> {
    await this.template(title).click();
    await this.page.getByRole('button', { name: t('templates.people.skip') }).click();
  }

  /** A board in the list of this device. */
  board(title: string): Locator {
    return this.page
      .getByRole('region', { name: t('home.boards.title') })
      .getByRole('article')
      .filter({
        has: this.page.getByRole('link', { name: title, exact: true }),
      });
  }

  async openBoard(title: string): Promise<void> {
    await this.board(title).getByRole('link', { name: title, exact: true }).click();
  }

  async choose(title: string, action: Action): Promise<void> {
    await this.openMenu(title);
    await this.action(action).click();
  }

  async openMenu(title: string): Promise<void> {
    await this.board(title)
      .getByRole('button', { name: t('home.boards.menu', { title }) })
      .click();
  }

  action(action: Action): Locator {
    return this.page.getByRole('menuitem', { name: t(`home.boards.${action}`) });
  }
}
