// Who takes part in a board at this moment, and so may vote in what is opened now. Rule R131.
import type { Member } from '@commonboard/shared/voting/round.ts';
import { facilitates } from '../access/facilitates.ts';
import type { LiveBoard, LiveBoards } from '../access/live-boards.ts';
import { inTurn } from '../access/turns.ts';

/** As the store has it: some may have come by way of another server. */
export async function whoTakesPart(
  boards: Pick<LiveBoards, 'readAgain'>,
  live: LiveBoard,
): Promise<Omit<Member, 'weight'>[]> {
  await inTurn(live, () => boards.readAgain(live));
  return live.participants
    .filter(({ standing, role }) => standing === 'in' && role !== 'view')
    .map((person) => ({ participant: person.id, name: person.name, leads: facilitates(person) }));
}
