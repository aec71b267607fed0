// The agenda of an open board, as people use it.
import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page } from '@playwright/test';
import { t } from '@commonboard/client/ui/messages/t.ts';
import type { ActivityKind } from '@commonboard/shared/activities/activity-kinds.ts';
import type { BoardPage } from './board-page.ts';

export class AgendaTab {
  readonly page: Page;
  readonly panel: Locator;
  readonly showExample: Locator;
  readonly clearExample: Locator;
  readonly bringBack: Locator;
  /** Of the canvas: what came from the panel is taken back there. */
  readonly undo: Locator;
  readonly redo: Locator;

  constructor(board: BoardPage) {
    this.page = board.page;
    this.panel = board.page.getByRole('complementary', { name: t('cards.panel') });
    this.showExample = this.panel.getByRole('button', { name: t('agenda.example.show') });
    this.clearExample = this.panel.getByRole('button', { name: t('agenda.example.clear') });
    this.undo = board.canvas.getByRole('button', { name: /^Undo/ });
    this.redo = board.canvas.getByRole('button', { name: /^Redo/ });
    this.bringBack = this.panel.getByRole('button', { name: t('agenda.bring-back') });
  }

  async open(): Promise<this> {
    await this.page
      .getByRole('banner')
      .getByRole('button', { name: t('cards.panel.open') })
      .click();
    await this.tab(t('agenda.tab')).click();
    return this;
  }

  tab(name: string): Locator {
    return this.panel.getByRole('tab', { name, exact: true });
  }

  phase(label: string): Locator {
    // Beside it is the menu of the step, whose name has these words too.
    return this.panel.getByRole('listitem').getByRole('button', { name: label }).first();
  }

  /** The dialog for an activity, with this one chosen; where none is named, with the first. */
  async activity(kind?: ActivityKind): Promise<Locator> {
    const name = t('session.activity');
    await this.panel.getByRole('button', { name }).click();
    const dialog = this.page.getByRole('dialog', { name });
    const which = dialog.getByRole('combobox', { name: t('session.activity.which') });
    if (kind) await which.selectOption({ value: kind });
    return dialog;
  }

  /** Begins the session, and closes the panel. */
  async start(): Promise<void> {
    await this.panel.getByRole('button', { name: t('session.start') }).click();
    await this.page
      .getByRole('banner')
      .getByRole('button', { name: t('cards.panel.close') })
      .click();
  }

  /** Gives the text of the file. */
  async saveAsTemplate(title: string, content: 'left-out' | 'kept' | 'example'): Promise<string> {
    await this.panel.getByRole('button', { name: t('agenda.save') }).click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByLabel(t('agenda.save.title')).fill(title);
    await dialog
      .getByLabel(t('agenda.save.content'), { exact: true })
      .selectOption({ label: t(`agenda.save.content.${content}`) });
    const download = this.page.waitForEvent('download');
    await dialog.getByRole('button', { name: t('agenda.save.do') }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe(`${title}.template.json`);
    return await readFile(await file.path(), 'utf8');
  }
}
