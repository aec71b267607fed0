// Ideas to be scored, as they lie on the board: notes and cards of the step's zone, each with who made it;
// what was shown without names is an idea too, of somebody.
import { anonymousKey } from '@commonboard/shared/board/notes/group-origin.ts';
import type { Phase } from '@commonboard/shared/session/phase.ts';
import type { Idea } from '@commonboard/shared/activities/scoring-state.ts';
import { optionsOfStep } from '@commonboard/shared/voting/step-options.ts';
import { boardRecords } from '../sync/document/board-records.ts';
import type { Room } from '../sync/room.ts';

export function ideasOnBoard(room: Room, { zones }: Pick<Phase, 'zones'>): Idea[] {
  const records = room.read(boardRecords);
  const ids = optionsOfStep(records, { zones, vote: null });
  const nameless = new Set<string>(
    records.flatMap((one) => (one.typeName === 'shape' && one.meta[anonymousKey] === true ? [one.id] : [])),
  );
  return room.read((_, authors) =>
    ids.flatMap((id) => {
      const by = authors.creatorOf(id);
      return by === null && !nameless.has(id) ? [] : [{ id, by }];
    }),
  );
}
