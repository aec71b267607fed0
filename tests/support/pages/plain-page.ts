// The page before a board, and those that stand in for one: the way in, and the pages that say why there is none.
import type { Locator, Page } from '@playwright/test';
import { t } from '@commonboard/client/ui/messages/t.ts';

export class PlainPage {
  readonly page: Page;
  readonly name: Locator;
  readonly join: Locator;
  readonly wrong: Locator;
  readonly linkField: Locator;
  readonly openLink: Locator;

  constructor(page: Page) {
    this.page = page;
    this.name = page.getByRole('textbox', { name: t('join.name') });
    this.join = page.getByRole('button', { name: t('join.do') });
    this.wrong = page.getByRole('alert');
    this.linkField = page.getByRole('textbox', { name: t('home.link.label') });
    this.openLink = page.getByRole('button', { name: t('common.open'), exact: true });
  }

  title(text: string): Locator {
    return this.page.getByRole('heading', { level: 1, name: text });
  }

  get gone(): Locator {
    return this.title(t('join.gone.title'));
  }

  get needsLink(): Locator {
    return this.title(t('join.need.title'));
  }
}
