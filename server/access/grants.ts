// What a token is good for. The right itself is looked up at each message in the live board, never kept from the join.
import type { BoardId } from '@commonboard/shared/protocol/ids.ts';
import type { Role } from '@commonboard/shared/protocol/roles.ts';
import type { ClientVersion } from '@commonboard/shared/schema/client-version.ts';
import type { BoardStore, ParticipantRow, TokenKind, TokenRow } from '../storage/board-store.ts';
import { type LiveBoard, type LiveBoards, linkEpoch } from './live-boards.ts';
import { hashSecret, newSecret } from './secrets.ts';

export interface Grant {
  readonly board: LiveBoard;
  readonly participant: ParticipantRow;
  readonly kind: TokenKind;
  readonly role: Role;
  readonly epoch: number;
  readonly client: ClientVersion;
}

export interface Grants {
  /** Null for a token nobody was given. */
  find(token: string): Promise<Grant | null>;
}

/** What this grant allows now; null when the link was made anew or the board is gone. */
export function roleNow(grant: Grant): Role | null {
  if (grant.board.deleted) return null;
  return linkEpoch(grant.board, grant.role) === grant.epoch ? grant.role : null;
}

export function newToken(
  live: LiveBoard,
  participant: ParticipantRow,
  role: Role,
  kind: TokenKind,
  client: ClientVersion,
  now: number,
): { token: string; row: TokenRow } {
  const token = newSecret();
  const row: TokenRow = {
    hash: hashSecret(token),
    board: live.row.id,
    participant: participant.id,
    role,
    epoch: linkEpoch(live, role),
    kind,
    client,
    createdAt: now,
  };
  return { token, row };
}

export function createGrants(store: BoardStore, boards: LiveBoards): Grants {
  return {
    async find(token) {
      const row = await store.findToken(hashSecret(token));
      if (!row) return null;
      const board = await boards.find(row.board);
      const participant = board?.participants.find(({ id }) => id === row.participant);
      if (!board || !participant) return null;
      return { board, participant, kind: row.kind, role: row.role, epoch: row.epoch, client: row.client };
    },
  };
}

/** Whether a grant may be used for this board at all. */
export function isForBoard(grant: Grant, board: BoardId): boolean {
  return grant.board.row.id === board;
}
