// B5: bytes that joining a board writes, beyond asking for it.
import { largeBoard } from '../../support/large-board.ts';
import type { Contestant } from '../contestants/contestant.ts';
import { withVirtualTime } from '../virtual-time.ts';
import type { Sizes } from './sizes.ts';

export async function joinBytes(contestant: Contestant, sizes: Sizes): Promise<number> {
  const records = largeBoard({ shapes: sizes.joinShapes });
  return await withVirtualTime(async (clock) => {
    const session = contestant.open({ records, people: 1, oneWayMs: 20 });
    await clock.tickAsync(2_000);
    const [seat] = session.seats;
    if (!seat || seat.store.allRecords().length < records.length) throw new Error('The board did not arrive.');
    session.stop();
    return seat.sent.bytes;
  });
}
