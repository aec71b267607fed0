// What pretend people do in a rehearsal, as a function of time: they go somewhere, write, and go on. Nothing of it is on the board.

/** In a zone whose sides are 1. */
interface Place {
  x: number;
  y: number;
}

export interface PretendNote extends Place {
  /** Which of the lines, and how many of its letters are there. */
  line: number;
  letters: number;
}

export interface PretendPerson {
  /** 0, 1, 2. */
  who: number;
  at: Place;
  notes: PretendNote[];
}

const people = 3;
const notesEach = 2;
export const pretendLines = people * notesEach;

const goMs = 2_200;
const lettersPerSecond = 9;
/** As long as any line takes, and a moment to look at it. */
const writeMs = 5_500;
const turnMs = goMs + writeMs;
/** They do not all begin at once. */
const laterMs = 1_700;

const places: readonly Place[] = [
  { x: 0.08, y: 0.34 },
  { x: 0.4, y: 0.3 },
  { x: 0.7, y: 0.36 },
  { x: 0.14, y: 0.66 },
  { x: 0.44, y: 0.62 },
  { x: 0.72, y: 0.68 },
];

/** `isStill`: for who wants no motion, people are where they are going to. */
export function pretendAt(sinceMs: number, isStill: boolean): PretendPerson[] {
  return Array.from({ length: people }, (_, who) => {
    const own = Math.max(0, sinceMs - who * laterMs);
    const turn = Math.min(Math.floor(own / turnMs), notesEach - 1);
    const inTurn = own - turn * turnMs;
    const to = placeOf(who, turn);
    const from = turn === 0 ? { x: 0.5, y: 0.9 } : placeOf(who, turn - 1);
    const way = isStill ? 1 : eased(Math.min(1, inTurn / goMs));
    return {
      who,
      at: { x: from.x + (to.x - from.x) * way, y: from.y + (to.y - from.y) * way },
      notes: Array.from({ length: turn + 1 }, (__, i) => ({
        ...placeOf(who, i),
        line: who * notesEach + i,
        letters:
          i < turn ? Number.POSITIVE_INFINITY : Math.floor((Math.max(0, inTurn - goMs) / 1_000) * lettersPerSecond),
      })).filter(({ letters }) => letters > 0),
    };
  });
}

function placeOf(who: number, turn: number): Place {
  return places[who + turn * people] ?? { x: 0.5, y: 0.5 };
}

function eased(part: number): number {
  return part * part * (3 - 2 * part);
}
