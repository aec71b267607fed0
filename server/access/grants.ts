// What a token is good for. The right itself is looked up at each message in the live board, never kept from the join.
import type { BoardId, ParticipantId } from '@commonboard/shared/protocol/ids.ts';
import type { Role } from '@commonboard/shared/protocol/roles.ts';
import type { ClientVersion } from '@commonboard/shared/schema/client-version.ts';
import type { BoardStore, ParticipantRow, TokenKind, TokenRow } from '../storage/board-store.ts';
import { type LiveBoard, type LiveBoards, linkEpoch } from './live-boards.ts';
import { hashSecret, newSecret } from './secrets.ts';
import { inTurn } from './turns.ts';

export interface Grant {
  readonly board: LiveBoard;
  readonly participant: ParticipantRow;
  readonly kind: TokenKind;
  readonly role: Role;
  /** Of the link. */
  readonly epoch: number;
  readonly personEpoch: number;
  readonly client: ClientVersion;
}

export interface Grants {
  /** Null for a token nobody was given. */
  find(token: string): Promise<Grant | null>;
}

/** Why a grant allows nothing. */
export type NoRight = 'deleted' | 'revoked' | 'sent-away' | 'banned' | 'waiting';

/** What this grant allows at this moment; null: nothing. */
export function roleNow(grant: Grant): Role | null {
  const role = ownRole(grant);
  return role === 'edit' && grant.board.access.paused ? 'view' : role;
}

/** A screen is nobody, whoever has opened it. */
const nobody = '' as ParticipantId;

/** Who this is where something is one's own: ballots, drafts, a hand. */
export function personOf({ kind, participant }: Pick<Grant, 'kind' | 'participant'>): ParticipantId {
  return kind === 'screen' ? nobody : participant.id;
}

/** What it allows while the board is not paused. */
export function ownRole(grant: Grant): Role | null {
  if (noRight(grant) !== null) return null;
  const own = personalRole(grant);
  if (grant.kind !== 'screen') return own;
  // It goes with the right of who opened it.
  return own === 'facilitate' ? 'view' : null;
}

function personalRole({ role, participant }: Grant): Role {
  if (participant.standing === 'look') return 'view';
  return role === 'facilitate' && participant.leading !== 'yes' ? 'edit' : role;
}

export function noRight({ board, participant, role, epoch, personEpoch }: Grant): NoRight | null {
  if (board.deleted) return 'deleted';
  if (participant.standing === 'banned') return 'banned';
  const goesOn = role === 'facilitate' && board.goesOn?.participant === participant.id && epoch >= board.goesOn.from;
  if (linkEpoch(board, role) !== epoch && !goesOn) return 'revoked';
  if (participant.epoch !== personEpoch) return 'sent-away';
  return participant.standing === 'waiting' || participant.standing === 'away' ? 'waiting' : null;
}

export function newToken(
  live: LiveBoard,
  participant: ParticipantRow,
  role: Role,
  kind: TokenKind,
  client: ClientVersion,
  now: number,
): { token: string; row: TokenRow } {
  const epoch = linkEpoch(live, role);
  if (epoch === null) throw new Error('A token was made for a link that is switched off.');
  const token = newSecret();
  const row: TokenRow = {
    hash: hashSecret(token),
    board: live.row.id,
    participant: participant.id,
    role,
    epoch,
    personEpoch: participant.epoch,
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
      if (!board) return null;
      const findPerson = () => board.participants.find(({ id }) => id === row.participant);
      // Somebody who has joined on another server since this one has read the board.
      if (!findPerson()) await inTurn(board, () => boards.readAgain(board));
      const participant = findPerson();
      if (!participant) return null;
      const { kind, role, epoch, personEpoch, client } = row;
      return { board, participant, kind, role, epoch, personEpoch, client };
    },
  };
}

/** Whether a grant may be used for this board at all. */
export function isForBoard(grant: Grant, board: BoardId): boolean {
  return grant.board.row.id === board;
}
