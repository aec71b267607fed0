// An open board: the bar above it and what lies on the canvas.
import { expect, type Locator, type Page } from '@playwright/test';
import { t } from '@commonboard/client/ui/messages/t.ts';
import { ExportDialog } from './export-dialog.ts';
import { PlainPage } from './plain-page.ts';
import { ShareDialog } from './share-dialog.ts';

export interface Point {
  x: number;
  y: number;
}

type Saved = 'saved' | 'offline' | 'view-only';

/** Fonts, the canvas and the board come over the wire; a busy machine takes its time. */
const openingMs = 45_000;

export class BoardPage {
  readonly page: Page;
  readonly bar: Locator;
  readonly canvas: Locator;
  readonly shareButton: Locator;
  readonly exportButton: Locator;
  readonly toolbar: Locator;
  readonly firstNote: Locator;
  /** What is being written on. */
  readonly writing: Locator;
  /** What others have selected in texts. */
  readonly selectedBy: Locator;
  /** Pictures on the canvas. tldraw gives them no name until somebody does. */
  readonly images: Locator;
  /** Of the product. */
  readonly messages: Locator;
  /** Of the canvas. */
  readonly canvasMessages: Locator;

  constructor(page: Page) {
    this.page = page;
    this.bar = page.getByRole('banner');
    this.canvas = page.getByRole('main', { name: t('canvas.label') });
    this.shareButton = this.bar.getByRole('button', { name: t('board.share') });
    this.exportButton = this.bar.getByRole('button', { name: t('board.export') });
    this.toolbar = this.canvas.getByRole('toolbar', { name: 'Tools' });
    this.firstNote = this.canvas.getByRole('button', { name: t('canvas.first-note') });
    this.writing = this.canvas.getByRole('textbox');
    this.selectedBy = this.canvas.locator('[data-selected-by]');
    this.images = this.canvas.locator('.tl-shape img');
    this.messages = page.getByRole('region', { name: t('common.notifications') });
    this.canvasMessages = this.canvas.getByRole('region', { name: /^Notifications/ });
  }

  /** Opens a link as a person with this name. */
  static async join(page: Page, link: string, name: string, timeoutMs = openingMs): Promise<BoardPage> {
    await page.goto(link);
    const way = new PlainPage(page);
    await way.name.fill(name);
    await way.join.click();
    return await new BoardPage(page).opened(timeoutMs);
  }

  async opened(timeoutMs = openingMs): Promise<this> {
    await expect(this.canvas.getByRole('button', { name: 'Menu' })).toBeVisible({ timeout: timeoutMs });
    return this;
  }

  title(title: string): Locator {
    return this.bar.getByRole('heading', { level: 1, name: title });
  }

  saveState(state: Saved): Locator {
    const word = state === 'offline' ? t('board.save.offline', { count: 0 }) : t(`board.save.${state}`);
    return this.bar.getByRole('button', { name: new RegExp(`^${word}`) });
  }

  /** Offline, and there is work that this device keeps. */
  get keptHere(): Locator {
    return this.bar.getByRole('button', { name: /^Offline, \d+ kept here$/ });
  }

  /** The button that says how many are here. */
  people(count: number): Locator {
    return this.bar.getByRole('button', { name: t('board.people', { count }), exact: true });
  }

  async openPeople(): Promise<void> {
    await this.bar
      .getByRole('button', { name: new RegExp(`^${t('board.people', { count: 2 }).replace('2', '')}`) })
      .click();
  }

  /** In the list of people: somebody who can be followed. */
  person(name: string): Locator {
    return this.page.getByRole('menuitem', { name });
  }

  /** In the list of people: anybody, oneself too. */
  listed(name: string): Locator {
    return this.page.getByRole('menu').getByText(name, { exact: true });
  }

  async follow(name: string): Promise<void> {
    await this.openPeople();
    await this.person(name).click();
  }

  following(name: string): Locator {
    return this.canvas.getByText(t('board.follow.label', { name }));
  }

  /** Words of a note or a zone in view. tldraw's shapes have no role; its class tells them from what it measures texts with. */
  words(text: string): Locator {
    return this.canvas.locator('.tl-shape').getByText(text, { exact: true });
  }

  /** The name beside somebody's cursor. */
  cursor(name: string): Locator {
    return this.canvas.locator('.tl-collaborators').getByText(name, { exact: true });
  }

  /** The line in a text where somebody else is writing, with the name above it. It is drawn and has no role. */
  caret(name: string): Locator {
    return this.canvas.locator(`[data-caret-of="${name}"]`);
  }

  /** Writes a note the quick way: one key, the words, out of it again. */
  async writeNote(text: string): Promise<void> {
    await this.page.keyboard.press('n');
    await expect(this.writing).toBeFocused();
    await this.page.keyboard.type(text);
    await this.leaveNote();
    await expect(this.words(text)).toBeVisible();
  }

  /** Opens a note and goes to the beginning or the end of what is on it. tldraw selects it all at first. */
  async openNote(text: string, key: 'Home' | 'End'): Promise<void> {
    // After two frames: tldraw puts focus and selection right once more when it has drawn.
    const selection = () =>
      this.page.evaluate(async () => {
        for (const _ of [1, 2]) await new Promise((drawn) => requestAnimationFrame(drawn));
        return getSelection()?.toString();
      });
    await this.words(text).dblclick();
    await expect(this.writing).toBeFocused();
    await expect.poll(selection).toBe(text);
    await expect(async () => {
      await this.page.keyboard.press(`Control+${key}`);
      expect(await selection()).toBe('');
    }).toPass({ timeout: 10_000 });
  }

  /** Out of the text, then out of the selection. */
  async leaveNote(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await expect(this.writing).toHaveCount(0);
    await this.page.keyboard.press('Escape');
  }

  /** A message about what was just done, the product's or tldraw's. */
  said(words: string | RegExp): Locator {
    return this.messages.or(this.canvasMessages).getByText(words).first();
  }

  async zoomToFit(): Promise<void> {
    await this.page.keyboard.press('Shift+Digit1');
  }

  /** Middle of the canvas, on the screen. */
  async middle(): Promise<Point> {
    return middleOf(this.canvas);
  }

  /** Moves the view as a wheel or two fingers do. */
  async pan(by: Point): Promise<void> {
    const { x, y } = await this.middle();
    await this.page.mouse.move(x, y);
    await this.page.mouse.wheel(by.x, by.y);
  }

  async share(): Promise<ShareDialog> {
    await this.shareButton.click();
    return new ShareDialog(this.page);
  }

  async export(): Promise<ExportDialog> {
    await this.exportButton.click();
    const dialog = new ExportDialog(this.page);
    await dialog.root.waitFor();
    return dialog;
  }

  /**
   * Of each picture now on the canvas. For a moment there are two, where tldraw lays the stored picture over
   * the preview, so ask until the answer is right.
   */
  async pictures(): Promise<{ src: string; width: number }[]> {
    return await this.images.evaluateAll((all) =>
      all.map((one) => ({
        src: one.getAttribute('src') ?? '',
        width: one instanceof HTMLImageElement ? one.naturalWidth : 0,
      })),
    );
  }

  async chooseFile(file: string | { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
    const [chooser] = await Promise.all([
      this.page.waitForEvent('filechooser'),
      this.toolbar.getByRole('button', { name: /^Media/ }).click(),
    ]);
    await chooser.setFiles(file);
  }
}

export async function middleOf(locator: Locator): Promise<Point> {
  const box = await locator.boundingBox();
  if (!box) throw new Error('It is not on the screen.');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
