// A right to edit, for tests of what stands behind the join.
import type { Grant } from '@commonboard/server/access/grants.ts';
import type { LiveBoard } from '@commonboard/server/access/live-boards.ts';
import type { AccessRow, ParticipantRow } from '@commonboard/server/storage/board-store.ts';
import type { BoardId, ParticipantId } from '@commonboard/shared/protocol/ids.ts';

/** Of a board on which nobody has decided anything. */
export const openAccess: AccessRow = {
  paused: false,
  newcomers: 'join',
  passcode: null,
  recoveryHash: null,
  shortCode: null,
};

export function liveBoardOf(id: BoardId): LiveBoard {
  return {
    row: { id, title: 'Plan', template: null, createdAt: 0 },
    links: [{ role: 'edit', hash: '', epoch: 1, sealed: null, off: false }],
    access: openAccess,
    shortCode: null,
    codeStopped: false,
    participants: [],
    goesOn: null,
    deleted: false,
    revision: 0,
    holds: 0,
  };
}

export function personOf(id: ParticipantId): ParticipantRow {
  return {
    id,
    name: 'Ada',
    color: '#000000',
    resumeHash: '',
    joinedAt: 0,
    role: 'edit',
    standing: 'in',
    leading: 'no',
    epoch: 1,
    codeEpoch: null,
  };
}

export function grantOf(board: BoardId, id: ParticipantId): Grant {
  return {
    board: liveBoardOf(board),
    participant: personOf(id),
    kind: 'session',
    role: 'edit',
    epoch: 1,
    personEpoch: 1,
    client: {},
  };
}
