// Groups as people meet them: the line above the board or on the page without canvas, and the dialogs of who leads.
import type { Locator, Page } from '@playwright/test';
import { t } from '@commonboard/client/ui/messages/t.ts';
import { AgendaTab } from './agenda-tab.ts';
import { BoardPage } from './board-page.ts';

type Way = 'random' | 'mixed' | 'chosen';

export class GroupParts {
  readonly page: Page;
  readonly bar: Locator;
  readonly starting: Locator;
  readonly all: Locator;

  constructor(page: Page) {
    this.page = page;
    this.bar = page.getByRole('region', { name: t('groups.bar'), exact: true });
    this.starting = page.getByRole('dialog', { name: t('groups.start') });
    this.all = page.getByRole('dialog', { name: t('groups.lead') });
  }

  /** From the agenda, as a facilitator, with no session running. */
  async ask(): Promise<void> {
    const board = new BoardPage(this.page);
    const { panel } = await new AgendaTab(board).open();
    await panel.getByRole('button', { name: t('session.groups') }).click();
    await this.starting.waitFor();
  }

  async make({ how, count, zone }: { how: Way; count: number; zone?: string }): Promise<void> {
    const dialog = this.starting;
    await dialog.getByRole('radio', { name: t(`groups.start.${how}`) }).check();
    await dialog.getByRole('combobox', { name: t('groups.start.by') }).selectOption({ value: 'count' });
    await dialog.getByRole('spinbutton', { name: t('groups.start.number') }).fill(String(count));
    if (zone !== undefined)
      await dialog
        .getByRole('group', { name: t('groups.start.zone') })
        .getByRole('checkbox', { name: zone, exact: true })
        .check();
    await dialog.getByRole('button', { name: t('groups.start.do') }).click();
    await this.button(t('groups.lead')).waitFor();
  }

  async openAll(): Promise<void> {
    await this.button(t('groups.lead')).click();
  }

  button(name: string): Locator {
    return this.bar.getByRole('button', { name, exact: true });
  }
}
