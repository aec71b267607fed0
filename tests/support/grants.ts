// A right to edit, for tests of what stands behind the join.
import type { Grant } from '@commonboard/server/access/grants.ts';
import type { LiveBoard } from '@commonboard/server/access/live-boards.ts';
import type { BoardId, ParticipantId } from '@commonboard/shared/protocol/ids.ts';

export function liveBoardOf(id: BoardId): LiveBoard {
  return {
    row: { id, title: 'Plan', template: null, createdAt: 0 },
    links: [{ role: 'edit', hash: '', epoch: 1, sealed: null }],
    participants: [],
    deleted: false,
    revision: 0,
    holds: 0,
  };
}

export function grantOf(board: BoardId, id: ParticipantId): Grant {
  return {
    board: liveBoardOf(board),
    participant: { id, name: 'Ada', color: '#000000', resumeHash: '', joinedAt: 0 },
    kind: 'session',
    role: 'edit',
    epoch: 1,
    client: {},
  };
}
