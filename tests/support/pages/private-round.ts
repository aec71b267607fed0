// A private round as people meet it on a board: the line above it, their own notes, and what who leads does with it.
import { expect, type Locator } from '@playwright/test';
import { t } from '@commonboard/client/ui/messages/t.ts';
import { AgendaTab } from './agenda-tab.ts';
import type { BoardPage } from './board-page.ts';

export class PrivateRoundParts {
  readonly board: BoardPage;
  readonly bar: Locator;
  readonly count: Locator;
  readonly countdown: Locator;
  /** On one's own drafts. */
  readonly marks: Locator;

  constructor(board: BoardPage) {
    this.board = board;
    this.bar = board.page.getByRole('region', { name: t('drafts.bar'), exact: true });
    this.count = this.bar.locator('[data-count]');
    this.countdown = board.page.getByRole('region', { name: t('session.soon') });
    this.marks = board.canvas.getByText(t('drafts.mark'));
  }

  /** By hand, from the agenda, as a facilitator. */
  async open({ isNamed = false, best = null }: { isNamed?: boolean; best?: number | null } = {}): Promise<void> {
    const { panel } = await new AgendaTab(this.board).open();
    await panel.getByRole('button', { name: t('session.private-round') }).click();
    const dialog = this.board.page.getByRole('dialog', { name: t('drafts.start') });
    if (isNamed) await dialog.getByRole('radio', { name: t('drafts.start.named') }).check();
    if (best !== null)
      await dialog.getByRole('combobox', { name: t('drafts.best.limit') }).selectOption({ value: String(best) });
    await dialog.getByRole('button', { name: t('drafts.start.do') }).click();
    await expect(this.bar).toBeVisible();
    await this.board.bar.getByRole('button', { name: t('cards.panel.close') }).click();
  }

  /** Writes a note, and waits until the server has it. */
  async write(text: string, own: number, most = 5): Promise<void> {
    await this.board.writeNote(text);
    await this.saved(own, most);
  }

  async saved(own: number, most = 5): Promise<void> {
    await expect(this.bar.getByText(t('drafts.own', { count: own, most }))).toBeVisible();
  }

  tally(people: number, notes: number): string {
    return t('drafts.count', {
      people: t('drafts.people', { count: people }),
      notes: t('drafts.notes', { count: notes }),
    });
  }

  async reveal(): Promise<void> {
    await this.bar.getByRole('button', { name: t('drafts.reveal') }).click();
  }
}
