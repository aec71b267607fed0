// Until when this device has told its person who mentioned them, for each board.
import type { BoardId } from '@commonboard/shared/protocol/ids.ts';

const keyOf = (board: BoardId): string => `commonboard.mentions.${board}`;

/** ms since 1970, by the server's clock; 0 where nothing was told, or nothing can be kept. */
export function heardUntil(board: BoardId): number {
  try {
    return Number(localStorage.getItem(keyOf(board))) || 0;
  } catch {
    return 0;
  }
}

export function rememberHeard(board: BoardId, at: number): void {
  try {
    localStorage.setItem(keyOf(board), String(at));
  } catch {
    // Storage can be forbidden; then it is said again after a reload.
  }
}
