// A board that somebody has joined and written on, saved on the server and kept on the device.
import { expect, type Page } from '@playwright/test';
import { BoardPage } from './pages/board-page.ts';

/** The provider waits up to eight seconds between tries. */
export const comingBackMs = 40_000;

/** With one note, "By <name> before". */
export async function savedBoard(page: Page, link: string, name = 'Ana'): Promise<BoardPage> {
  const board = await BoardPage.join(page, link, name);
  await board.writeNote(`By ${name} before`);
  await expect(board.saveState('saved')).toBeVisible();
  return board;
}
