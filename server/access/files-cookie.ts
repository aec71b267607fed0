// The cookie by which a browser's <img> gets a board's files. Good for nothing else: grants of kind `files` open only GETs
// that answer with a file.
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { BoardId } from '@commonboard/shared/protocol/ids.ts';

const cookieName = 'commonboard-files';

export function setFilesCookie(c: Context, board: BoardId, token: string, https: boolean): void {
  setCookie(c, cookieName, token, {
    httpOnly: true,
    sameSite: 'Strict',
    path: `/api/boards/${board}`,
    secure: https,
  });
}

export function filesCookie(c: Context): string | undefined {
  return getCookie(c, cookieName);
}
