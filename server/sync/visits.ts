// Who looks at a board without a socket: they ask every few seconds, and for a while after that they are here.
import type { BoardId, ParticipantId } from '@commonboard/shared/protocol/ids.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { NewestKeys } from '../ops/newest-keys.ts';

export interface Visits {
  note(board: BoardId, participant: ParticipantId): void;
  here(board: BoardId): ReadonlySet<ParticipantId>;
}

/** `ticks`: milliseconds that only grow. */
export function createVisits(ticks: () => number): Visits {
  const boards = new NewestKeys(() => new Map<ParticipantId, number>());
  return {
    note(board, participant) {
      const asked = boards.get(board);
      asked.set(participant, ticks());
    },
    here(board) {
      const asked = boards.get(board);
      for (const [participant, at] of asked) if (ticks() - at > limits.visitMs) asked.delete(participant);
      return new Set(asked.keys());
    },
  };
}
