// How much higher than a square its words make a note, where nobody can measure them.
/** Of its usual size of letters. */
const lettersPerLine = 14;
const linesPerNote = 5;
const linePx = 30;
/** Of empty lines a note would push all that comes after it out of sight. */
const growthMax = 1_200;

/** About; who changes the note on the canvas makes it exact. */
export function growthOf(words: string): number {
  const lines = words.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / lettersPerLine)), 0);
  return Math.min(Math.max(0, lines - linesPerNote) * linePx, growthMax);
}
