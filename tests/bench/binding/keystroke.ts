// B2: bytes of one key pressed in a note of a hundred letters: half at the end of the text, half in the middle of it.
import { largeBoard } from '../../support/large-board.ts';
import type { Contestant } from '../contestants/contestant.ts';
import { withVirtualTime } from '../virtual-time.ts';
import { noteId, noteText, noteWith, showTyped } from './note.ts';
import type { Sizes } from './sizes.ts';

const text = 'We want every child of the valley to learn in a school that is near, safe, warm and open all year long';
const keyEveryMs = 150;

/** Bytes per key. */
export async function keystrokeBytes(contestant: Contestant, sizes: Sizes): Promise<number> {
  return await withVirtualTime(async (clock) => {
    const records = [...largeBoard({ shapes: sizes.boardShapes }), noteWith(text)];
    const session = contestant.open({ records, people: 2, oneWayMs: 20 });
    const [seat] = session.seats;
    if (!seat) throw new Error('Nobody came.');
    await clock.tickAsync(1_000);
    seat.edit(noteId);
    const before = seat.sent.bytes;
    for (let key = 0; key < sizes.keystrokes; key++) {
      const shown = noteText(seat.store);
      const isAtEnd = key * 2 < sizes.keystrokes;
      const caret = isAtEnd ? shown.length : (text.length >> 1) + key - (sizes.keystrokes >> 1);
      const letter = 'abcdefghijklmnopqrstuvwxyz'.charAt(key % 26);
      showTyped(seat.store, shown.slice(0, caret) + letter + shown.slice(caret));
      await clock.tickAsync(keyEveryMs);
    }
    session.stop();
    return (seat.sent.bytes - before) / sizes.keystrokes;
  });
}
