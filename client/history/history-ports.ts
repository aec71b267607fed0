// What the history of a board needs from the page it is shown in.
import type { BoardId } from '@commonboard/shared/protocol/ids.ts';
import type { CreatedBoard } from '@commonboard/shared/protocol/routes.ts';
import type { Role } from '@commonboard/shared/protocol/roles.ts';

export interface HistoryPorts {
  boardId: BoardId;
  role: Role;
  withToken: <T>(work: (token: string) => Promise<T>) => Promise<T>;
  /** A PNG of a version's content (Yjs V2); null where there is nothing to draw. */
  draw: (snapshot: Uint8Array) => Promise<Blob | null>;
  /** What goes with the wish for a new board, on a server that is not for everybody. */
  createKey: () => { createKey?: string };
  /** A new board was made of a version. */
  onCopied: (board: CreatedBoard) => void;
  /** Goes to it. */
  onOpen: (board: CreatedBoard) => void;
}
