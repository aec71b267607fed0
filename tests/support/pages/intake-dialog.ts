// The dialog that brings in lists and tables.
import { expect, type Locator, type Page } from '@playwright/test';
import { t } from '@commonboard/client/ui/messages/t.ts';
import type { SentFile } from '../browser-files.ts';
import type { BoardPage } from './board-page.ts';
import { ResultsTab } from './results-tab.ts';

export class IntakeDialog {
  readonly page: Page;
  readonly root: Locator;
  readonly bring: Locator;
  readonly problems: Locator;

  constructor(page: Page) {
    this.page = page;
    this.root = page.getByRole('dialog', { name: t('intake.title') });
    this.bring = this.root.getByRole('button', { name: t('intake.bring') });
    this.problems = this.root.getByRole('alert');
  }

  static async open(board: BoardPage): Promise<IntakeDialog> {
    const results = await ResultsTab.open(board);
    await results.root.getByRole('button', { name: t('results.intake') }).click();
    const dialog = new IntakeDialog(board.page);
    await expect(dialog.root).toBeVisible();
    return dialog;
  }

  async paste(text: string): Promise<void> {
    await this.root.getByLabel(t('intake.paste')).fill(text);
    await this.root.getByRole('button', { name: t('intake.preview') }).click();
  }

  async choose(...files: SentFile[]): Promise<void> {
    await this.root.locator('input[type="file"]').setInputFiles(files);
  }

  async into(zone: string): Promise<void> {
    await this.root.getByLabel(t('intake.into')).selectOption({ label: t('intake.into.zone', { title: zone }) });
  }

  heading(words: string): Locator {
    return this.root.getByRole('heading', { name: words });
  }

  async cancel(): Promise<void> {
    await this.root.getByRole('button', { name: t('common.cancel') }).click();
  }
}

export function csvFile(name: string, text: string): SentFile {
  return { name, mimeType: 'text/csv', buffer: Buffer.from(text) };
}
