// The short code of a board: the way in by it, and its end when it was guessed at for too long.
import type { BoardId } from '@commonboard/shared/protocol/ids.ts';
import { RequestRefused } from '../http/request-refused.ts';
import { boardTag, errorFields, type Log } from '../ops/log.ts';
import type { BoardStore } from '../storage/board-store.ts';
import { changeAccess, type Changing } from './change-access.ts';
import type { CodeTries } from './code-tries.ts';
import { type LiveBoard, type LiveBoards, linkEpoch } from './live-boards.ts';
import { hashSecret } from './secrets.ts';
import { cleanShortCode } from './spoken-codes.ts';

export interface ByCode {
  store: BoardStore;
  boards: LiveBoards;
  codeTries: CodeTries;
  now: () => number;
}

/** The board whose short code is open. Throws the one `not-found`. */
export async function boardByCode(
  { store, boards, codeTries, now }: ByCode,
  code: string,
  network: string,
): Promise<LiveBoard> {
  const tried = codeTries.take(network);
  if (!tried) throw new RequestRefused('too-many');
  const hash = hashSecret(cleanShortCode(code));
  try {
    const id = await store.findShortCode(hash);
    const live = id && (await boards.find(id));
    const open = live?.access.shortCode;
    if (live && !live.deleted && open?.hash === hash && open.until > now() && linkEpoch(live, 'edit') !== null) {
      tried.right(live.row.id, hash);
      return live;
    }
  } catch (error) {
    tried.undecided();
    throw error;
  }
  tried.wrong();
  throw new RequestRefused('not-found');
}

/** Facilitators see that it is closed, and why; they may open another. Never rejects. */
export async function closeGuessedCode(changing: Changing, log: Log, board: BoardId, hash: string): Promise<void> {
  const tag = { board: boardTag(board) };
  log.warn('a short code was guessed at', tag);
  try {
    const live = await changing.boards.find(board);
    if (!live || live.access.shortCode?.hash !== hash) return;
    await changeAccess(changing, live, () => {
      // Another may have been opened meanwhile.
      if (live.access.shortCode?.hash !== hash) return { change: {}, result: undefined };
      live.shortCode = null;
      live.codeStopped = true;
      return { change: { access: { ...live.access, shortCode: null } }, result: undefined };
    });
  } catch (error) {
    log.error('short code not closed', { ...tag, ...errorFields(error) });
  }
}
