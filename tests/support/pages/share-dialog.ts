// The dialog with the links.
import type { Locator, Page } from '@playwright/test';
import { t } from '@commonboard/client/ui/messages/t.ts';

type Kind = 'edit' | 'view' | 'facilitate';

export class ShareDialog {
  readonly root: Locator;
  readonly copy: Locator;
  readonly copied: Locator;
  readonly tabs: Locator;

  constructor(page: Page) {
    this.root = page.getByRole('dialog', { name: t('share.title') });
    this.copy = this.root.getByRole('button', { name: t('common.copy') });
    this.copied = this.root.getByRole('button', { name: t('share.copied') });
    this.tabs = this.root.getByRole('tab');
  }

  field(kind: Kind): Locator {
    return this.root.getByRole('textbox', { name: t(`share.link.${kind}`) });
  }

  async link(kind: Kind): Promise<string> {
    // Who is no facilitator has one link and no tabs.
    await this.root.getByRole('textbox').waitFor();
    if ((await this.tabs.count()) > 0) await this.tab(kind).click();
    return await this.field(kind).inputValue();
  }

  tab(kind: Kind): Locator {
    return this.root.getByRole('tab', { name: t(`share.tab.${kind}`) });
  }

  async close(): Promise<void> {
    await this.root.getByRole('button', { name: t('common.close') }).click();
    await this.root.waitFor({ state: 'detached' });
  }
}
