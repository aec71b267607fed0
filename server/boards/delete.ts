// A board goes with all that belongs to it: its people are sent away, its rows and pictures are removed.
import type { BoardId } from '@commonboard/shared/protocol/ids.ts';
import type { ServerParts } from '../server-parts.ts';

export type Deleting = Pick<
  ServerParts,
  'store' | 'boards' | 'rooms' | 'assets' | 'accessNews' | 'sessions' | 'votings' | 'stepVotes' | 'drafts'
>;

export async function deleteBoard(
  { store, boards, rooms, assets, accessNews, sessions, votings, stepVotes, drafts }: Deleting,
  board: BoardId,
): Promise<void> {
  await store.deleteBoard(board);
  boards.forget(board);
  rooms.discard(board);
  accessNews.tell(board, null);
  sessions.forget(board);
  votings.forget(board);
  stepVotes.forget(board);
  drafts.forget(board);
  await assets.removeBoard(board);
}
