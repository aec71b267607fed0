// A session as people meet it on a board: the banner, the row of who leads, and the running agenda.
import { expect, type Locator } from '@playwright/test';
import { t } from '@commonboard/client/ui/messages/t.ts';
import { AgendaTab } from './agenda-tab.ts';
import type { BoardPage } from './board-page.ts';

export class SessionParts {
  readonly board: BoardPage;
  readonly banner: Locator;
  readonly row: Locator;
  readonly countdown: Locator;
  readonly timer: Locator;
  readonly hand: Locator;

  constructor(board: BoardPage) {
    this.board = board;
    this.banner = board.page.getByRole('region', { name: t('session.now') });
    this.row = board.page.getByRole('region', { name: t('session.lead') });
    this.countdown = board.page.getByRole('region', { name: t('session.soon') });
    this.timer = this.banner.getByRole('timer');
    this.hand = this.banner.getByRole('button', { name: t('session.hand.raise') });
  }

  /** From the agenda, as a facilitator. */
  async start(): Promise<void> {
    const agenda = await new AgendaTab(this.board).open();
    await agenda.start();
    await expect(this.row).toBeVisible();
  }

  next(step: string): Locator {
    return this.row.getByRole('button', { name: t('session.next', { step }) });
  }

  async otherWay(item: string): Promise<void> {
    await this.row.getByRole('button', { name: t('session.other-ways') }).click();
    await this.choose(item);
  }

  /** Of the menu for people and rights. */
  async menu(item: string): Promise<void> {
    await this.row.getByRole('button', { name: t('session.menu') }).click();
    await this.choose(item);
  }

  async choose(item: string): Promise<void> {
    await this.board.page.getByRole('menuitem', { name: item }).click();
  }

  /** Seconds that are left, as they are drawn. */
  async left(): Promise<number> {
    const text = (await this.timer.textContent()) ?? '';
    const [, over, minutes, seconds] = /(\+?)(\d+):(\d\d)/.exec(text) ?? [];
    if (minutes === undefined) throw new Error(`There is no time in "${text}".`);
    return (Number(minutes) * 60 + Number(seconds)) * (over === '' ? 1 : -1);
  }
}
