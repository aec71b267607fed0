// What a person does with cards, links and zones on an open board.
import { expect, type Locator, type Page } from '@playwright/test';
import { kinds, type Kind } from '@commonboard/shared/domain/kinds.ts';
import { fields, type FieldName } from '@commonboard/shared/domain/fields.ts';
import { t } from '@commonboard/client/ui/messages/t.ts';
import { middleOf, type BoardPage, type Point } from './board-page.ts';

export class CardTools {
  readonly board: BoardPage;
  readonly page: Page;
  readonly toolbar: Locator;
  readonly panel: Locator;

  constructor(board: BoardPage) {
    this.board = board;
    this.page = board.page;
    this.toolbar = board.canvas.getByRole('toolbar', { name: t('cards.toolbar') });
    this.panel = board.page.getByRole('complementary', { name: t('cards.panel') });
  }

  /** A shape on the canvas by the words on it. tldraw's shapes have no role. */
  shape(type: 'card' | 'note' | 'zone', words: string): Locator {
    return this.board.canvas.locator(`[data-shape-type="${type}"]`).filter({ hasText: words });
  }

  async select(words: string): Promise<void> {
    await this.board.words(words).click();
    await expect(this.toolbar).toBeVisible();
  }

  /** Of what is selected. */
  async makeKind(kind: Kind): Promise<void> {
    await this.toolbar.getByRole('button').first().click();
    await this.page.getByRole('menuitem', { name: kinds[kind].label.en, exact: true }).click();
  }

  async writeCard(words: string, kind: Kind): Promise<void> {
    await this.board.writeNote(words);
    await this.select(words);
    await this.makeKind(kind);
    await expect(this.shape('card', words)).toBeVisible();
  }

  async openDetails(): Promise<void> {
    await this.toolbar.getByRole('button', { name: t('cards.details') }).click();
    await expect(this.panel).toBeVisible();
  }

  field(name: FieldName): Locator {
    return this.panel.getByLabel(fields[name].label.en, { exact: true });
  }

  /** Of the card that is being written on, right under it. */
  fieldInPlace(name: FieldName): Locator {
    return this.board.canvas.getByLabel(fields[name].label.en, { exact: true });
  }

  async drag(shape: Locator, to: Point): Promise<void> {
    await this.dragFrom(await middleOf(shape), to);
  }

  async dragFrom(from: Point, to: Point): Promise<void> {
    await this.page.mouse.move(from.x, from.y);
    await this.page.mouse.down();
    await this.page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
    await this.page.mouse.move(to.x, to.y, { steps: 4 });
    await this.page.mouse.up();
  }

  /** Draws a zone between two points of the screen and leaves it selected, with its details open. */
  async drawZone(from: Point, to: Point, title: string): Promise<void> {
    await this.page.keyboard.press('Shift+Z');
    await this.page.mouse.move(from.x, from.y);
    await this.page.mouse.down();
    await this.page.mouse.move(to.x, to.y, { steps: 4 });
    await this.page.mouse.up();
    await this.page.keyboard.press('i');
    await this.panel.getByLabel(t('canvas.zone.title')).fill(title);
  }

  /** In the details of a zone. */
  async choose(label: string, option: string): Promise<void> {
    await this.panel.getByLabel(label, { exact: true }).first().selectOption({ label: option });
  }
}
