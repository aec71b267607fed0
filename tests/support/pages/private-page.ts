// A private round as people meet it on the page without canvas.
import { expect, type Locator } from '@playwright/test';
import { t } from '@commonboard/client/ui/messages/t.ts';
import { PlainBoard } from './plain-board.ts';

export class PrivatePage extends PlainBoard {
  readonly part = this.page.getByRole('region', { name: t('page.private'), exact: true });
  readonly mine = this.page.getByRole('region', { name: t('page.private.own') });
  readonly after = this.page.getByRole('region', { name: t('page.private.after') });
  readonly tally = this.page.getByTestId('tally');

  draft(text: string): Locator {
    return this.mine.getByRole('listitem').filter({ hasText: text });
  }

  async isKept(text: string): Promise<void> {
    await expect(this.draft(text).getByText(t('page.own.state.saved'))).toBeVisible();
  }
}
