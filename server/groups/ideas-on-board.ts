// Ideas to be scored, as they lie on the board: notes and cards of the step's zone, each with who made it.
import type { Phase } from '@commonboard/shared/session/phase.ts';
import type { Idea } from '@commonboard/shared/activities/scoring-state.ts';
import { optionsOfStep } from '@commonboard/shared/voting/step-options.ts';
import { boardRecords } from '../sync/board-records.ts';
import type { Room } from '../sync/room.ts';

export function ideasOnBoard(room: Room, { zones }: Pick<Phase, 'zones'>): Idea[] {
  const ids = optionsOfStep(room.read(boardRecords), { zones, vote: null });
  return room.read((_, authors) =>
    ids.flatMap((id) => {
      const by = authors.creatorOf(id);
      return by === null ? [] : [{ id, by }];
    }),
  );
}
