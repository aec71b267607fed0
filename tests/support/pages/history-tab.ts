// The history of an open board, as people use it.
import type { Locator, Page } from '@playwright/test';
import { t } from '@commonboard/client/ui/messages/t.ts';
import type { BoardPage } from './board-page.ts';

export class HistoryTab {
  readonly page: Page;
  readonly panel: Locator;
  readonly tab: Locator;
  readonly dialog: Locator;

  constructor(board: BoardPage) {
    this.page = board.page;
    this.panel = board.page.getByRole('complementary', { name: t('cards.panel') });
    this.tab = this.panel.getByRole('tab', { name: t('history.tab'), exact: true });
    this.dialog = board.page.getByRole('dialog');
  }

  async open(): Promise<this> {
    await this.page
      .getByRole('banner')
      .getByRole('button', { name: t('cards.panel.open') })
      .click();
    await this.tab.click();
    return this;
  }

  async keep(name: string): Promise<void> {
    await this.panel.getByRole('button', { name: t('history.keep') }).click();
    await this.panel.getByLabel(t('history.keep.label')).fill(name);
    await this.page.keyboard.press('Enter');
    await this.version(name).waitFor();
  }

  version(name: string): Locator {
    return this.panel.getByRole('listitem').getByRole('button', { name });
  }

  async restore(name: string): Promise<void> {
    await this.version(name).click();
    await this.dialog.getByRole('button', { name: t('history.restore') }).click();
    await this.dialog.getByRole('button', { name: t('history.restore.do') }).click();
  }

  async showDeleted(): Promise<void> {
    await this.panel.getByRole('tab', { name: t('history.deleted') }).click();
  }

  deleted(title: string): Locator {
    return this.panel.getByRole('checkbox', { name: title });
  }

  async bringBack(...titles: string[]): Promise<void> {
    for (const title of titles) await this.deleted(title).check();
    await this.panel.getByRole('button', { name: t('history.bring-back', { count: titles.length }) }).click();
  }
}
