// The dialog that makes pictures.
import type { Locator, Page } from '@playwright/test';
import { t } from '@commonboard/client/ui/messages/t.ts';
import { downloadBy, type Downloaded } from '../browser-files.ts';

export interface ExportChoice {
  /** Label of the scope; the board's or page's where not given. */
  what?: string;
  format?: 'PNG' | 'SVG';
  times?: 1 | 2 | 4;
  background?: boolean;
}

export class ExportDialog {
  readonly page: Page;
  readonly root: Locator;
  readonly scope: Locator;
  readonly save: Locator;
  /** The size, what was written, or why nothing was. */
  readonly says: Locator;
  readonly preview: Locator;

  constructor(page: Page) {
    this.page = page;
    this.root = page.getByRole('dialog', { name: t('export.title') });
    this.scope = this.root.getByRole('combobox', { name: t('export.scope') });
    this.save = this.root.getByRole('button', { name: t('export.save') });
    this.says = this.root.getByRole('status');
    this.preview = this.root.getByRole('img', { name: t('export.preview') });
  }

  async choose({ what, format, times, background }: ExportChoice): Promise<void> {
    if (what !== undefined) await this.scope.selectOption({ label: what });
    if (format !== undefined) await this.root.getByRole('radio', { name: format }).check();
    if (times !== undefined) await this.root.getByRole('radio', { name: t('export.scale.times', { times }) }).check();
    if (background !== undefined) {
      await this.root.getByRole('checkbox', { name: t('export.background') }).setChecked(background);
    }
  }

  async download(choice: ExportChoice = {}): Promise<Downloaded> {
    await this.choose(choice);
    return await downloadBy(this.page, () => this.save.click());
  }

  async close(): Promise<void> {
    await this.root.getByRole('button', { name: t('common.close') }).click();
    await this.root.waitFor({ state: 'detached' });
  }
}
