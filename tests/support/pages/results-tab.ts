// The tab "Results" of the side panel, and the dialog for lists and tables that it opens.
import { expect, type Locator, type Page } from '@playwright/test';
import { t } from '@commonboard/client/ui/messages/t.ts';
import { downloadBy, type Downloaded } from '../browser-files.ts';
import type { BoardPage } from './board-page.ts';

export class ResultsTab {
  readonly page: Page;
  readonly root: Locator;
  readonly says: Locator;
  readonly preview: Locator;

  private constructor(board: BoardPage) {
    this.page = board.page;
    this.root = board.page.getByRole('region', { name: t('results.title') });
    this.says = board.page.getByRole('status').filter({ hasText: /\S/ });
    this.preview = board.page.getByRole('dialog', { name: t('results.preview') });
  }

  static async open(board: BoardPage): Promise<ResultsTab> {
    const tab = new ResultsTab(board);
    await board.bar.getByRole('button', { name: t('cards.panel.open') }).click();
    await board.page.getByRole('tab', { name: t('results.tab'), exact: true }).click();
    await expect(tab.root).toBeVisible();
    return tab;
  }

  offer(name: string): Locator {
    return this.root.getByRole('button', { name: new RegExp(`^${name}`) });
  }

  /** The workbook or the document, or a file under "More". */
  button(file: string): Locator {
    if (file === 'results.xlsx') return this.offer(t('results.workbook'));
    if (file === 'report.docx') return this.offer(t('results.document'));
    return this.root.getByRole('button').filter({ has: this.page.getByText(file, { exact: true }) });
  }

  async more(): Promise<void> {
    await this.root.getByText(t('results.more')).click();
  }

  async fileNames(): Promise<string[]> {
    return this.root.locator('li small').allTextContents();
  }

  async download(file: string): Promise<Downloaded> {
    return downloadBy(this.page, () => this.button(file).click());
  }

  async forPeopleOutside(): Promise<void> {
    await this.root.getByLabel(t('results.form')).selectOption('redacted');
  }

  async openPreview(): Promise<Locator> {
    await this.root.getByRole('button', { name: t('results.preview') }).click();
    await expect(this.preview).toBeVisible();
    return this.preview;
  }
}
