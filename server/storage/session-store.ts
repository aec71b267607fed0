// The port to what is kept of a session: one record for each board, with its revision. Part of BoardStore.
import type { BoardId } from '@commonboard/shared/protocol/ids.ts';

export interface StoredSession {
  /** Grows with each change. */
  revision: number;
  /** As JSON. */
  state: string;
  /** What must not stay readable was in the one before, and is not in this one. */
  erases?: boolean;
}

export interface SessionStore {
  /** Null where nothing has been kept yet, or there is no such board. */
  findSession(board: BoardId): Promise<StoredSession | null>;
  /** In place of what is there. False, and nothing is written, where that is as new or newer. */
  putSession(board: BoardId, session: StoredSession): Promise<boolean>;
}
