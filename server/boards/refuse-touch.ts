// What keeps a person without a socket from changing a board, as an answer to their call.
import type { Caller } from '../http/mount.ts';
import { RequestRefused } from '../http/request-refused.ts';
import type { Room } from '../sync/room.ts';
import type { Touched } from '../sync/gate/touched-records.ts';

/** `bytes`: about what it would add to the board. Throws where it may not be. */
export function refuseTouch(room: Room, { role, grant }: Caller, touched: Touched, bytes = 0): void {
  const why = room.whyNot(touched, { role, participant: grant.participant.id }, bytes);
  if (why) throw new RequestRefused(why === 'full' ? 'board-large' : why);
}
