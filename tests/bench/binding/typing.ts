// B4: letters that are kept when two people type into one note, 60 ms apart. A model of tldraw's text field: each key puts the
// whole text as the writer's screen shows it; what arrives is shown at once, which is the best that can happen; where the
// contestant sets the text anew, the caret goes to its end. Real pages are proof elsewhere.
import { textDifference } from '@commonboard/shared/board/text/text-difference.ts';
import { largeBoard } from '../../support/large-board.ts';
import { between, randomFrom, type Random } from '../../support/seeded-random.ts';
import type { Contestant, Seat } from '../contestants/contestant.ts';
import { withVirtualTime } from '../virtual-time.ts';
import { noteId, noteText, noteWith, showTyped } from './note.ts';
import type { Sizes } from './sizes.ts';

const oneWayMs = 60;
const keyMs = { least: 70, most: 190 };
const startText = '1234567890';

/** Share of the letters that both screens show at the end. */
export async function lettersKept(contestant: Contestant, sizes: Sizes, letters: number): Promise<number> {
  return await withVirtualTime(async (clock) => {
    const records = [...largeBoard({ shapes: sizes.boardShapes }), noteWith(startText)];
    const session = contestant.open({ records, people: 2, oneWayMs });
    await clock.tickAsync(1_000);
    const caretKept = contestant.name === 'ours';
    const writers = session.seats.map((seat, i) => new Writer(seat, i === 0 ? 'a' : 'b', caretKept, randomFrom(i + 1)));
    for (const writer of writers) writer.start(letters);
    await clock.tickAsync(letters * keyMs.most + 5_000);
    const kept = session.seats.map(({ store }) => noteText(store).replace(/\d/g, '').length);
    session.stop();
    return Math.min(...kept) / (2 * letters);
  });
}

class Writer {
  readonly #seat: Seat;
  readonly #letter: string;
  readonly #caretKept: boolean;
  readonly #random: Random;
  #shown = startText;
  #caret: number;

  constructor(seat: Seat, letter: string, caretKept: boolean, random: Random) {
    this.#seat = seat;
    this.#letter = letter;
    this.#caretKept = caretKept;
    this.#random = random;
    // One writes at the end, the other after the fifth sign.
    this.#caret = letter === 'a' ? startText.length : 5;
  }

  start(letters: number): void {
    this.#seat.edit(noteId);
    if (letters === 0) return;
    setTimeout(
      () => {
        this.#pressKey();
        this.start(letters - 1);
      },
      between(this.#random, keyMs.least, keyMs.most),
    );
  }

  #pressKey(): void {
    this.#look();
    this.#shown = this.#shown.slice(0, this.#caret) + this.#letter + this.#shown.slice(this.#caret);
    this.#caret++;
    showTyped(this.#seat.store, this.#shown);
  }

  #look(): void {
    const text = noteText(this.#seat.store);
    if (text === this.#shown) return;
    if (this.#caretKept) {
      const { start, removed, inserted } = textDifference(this.#shown, text);
      if (start < this.#caret) this.#caret = Math.max(start, this.#caret + inserted - removed);
    } else {
      this.#caret = text.length;
    }
    this.#shown = text;
  }
}
