// Who looks at a board without a socket: they ask every few seconds, and for a while after that they are here.
import type { BoardId, ParticipantId } from '@commonboard/shared/protocol/ids.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { NewestKeys } from '../ops/newest-keys.ts';

export interface Visits {
  note(board: BoardId, participant: ParticipantId, leads: boolean): void;
  here(board: BoardId): ReadonlySet<ParticipantId>;
  /** A facilitator is among them. */
  isLed(board: BoardId): boolean;
}

/** `ticks`: milliseconds that only grow. */
export function createVisits(ticks: () => number): Visits {
  const boards = new NewestKeys(() => new Map<ParticipantId, { at: number; leads: boolean }>());
  function lately(board: BoardId) {
    const asked = boards.get(board);
    for (const [participant, { at }] of asked) if (ticks() - at > limits.visitMs) asked.delete(participant);
    return asked;
  }
  return {
    note(board, participant, leads) {
      boards.get(board).set(participant, { at: ticks(), leads });
    },
    here: (board) => new Set(lately(board).keys()),
    isLed: (board) => [...lately(board).values()].some(({ leads }) => leads),
  };
}
