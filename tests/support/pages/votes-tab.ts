// The votes of an open board, as people use them.
import type { Locator } from '@playwright/test';
import { t } from '@commonboard/client/ui/messages/t.ts';
import type { BoardPage } from './board-page.ts';

export class VotesTab {
  readonly board: BoardPage;
  readonly panel: Locator;
  /** The line over the board while a vote is open. */
  readonly notice: Locator;
  readonly cast: Locator;

  constructor(board: BoardPage) {
    this.board = board;
    this.panel = board.page.getByRole('complementary', { name: t('cards.panel') });
    this.notice = board.page.getByRole('region', { name: t('voting.notice.label'), exact: true });
    this.cast = this.panel.getByRole('button', { name: t('voting.cast') });
  }

  async open(): Promise<this> {
    await this.board.bar.getByRole('button', { name: t('cards.panel.open') }).click();
    await this.panel.getByRole('tab', { name: t('voting.tab'), exact: true }).click();
    return this;
  }

  /** On what is selected. */
  async start(question: string): Promise<void> {
    await this.panel.getByLabel(t('voting.start.question')).fill(question);
    await this.panel.getByRole('button', { name: t('voting.start.do') }).click();
  }

  async dots(item: string, count: number): Promise<void> {
    const more = this.panel.getByRole('button', { name: t('voting.more-dots', { item }) });
    for (let i = 0; i < count; i++) await more.press('Enter');
  }

  /** Of a closed vote, as they stand in its ranking. */
  result(): Locator {
    return this.panel.getByRole('list', { name: t('voting.result') }).getByRole('listitem');
  }
}
