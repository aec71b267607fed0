// A board that somebody has joined and written on, saved on the server and kept on the device.
import { expect, type Page, type WebSocketRoute } from '@playwright/test';
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

/** The page again, with a server that takes no sockets, and a note with this text that is kept on the device only. */
export async function reloadedWithUnsent(
  page: Page,
  text: string,
  answer: (socket: WebSocketRoute) => unknown = refuse,
): Promise<BoardPage> {
  await page.routeWebSocket(/\/sync\//, (socket) => void answer(socket));
  await page.reload();
  const board = await new BoardPage(page).opened();
  await expect(board.saveState('offline')).toBeVisible({ timeout: comingBackMs });
  await board.writeNote(text);
  await expect(board.keptHere).toBeVisible();
  return board;
}

async function refuse(socket: WebSocketRoute): Promise<void> {
  await socket.close({ code: 1013 });
}
