// How high a card will be at most, guessed from its letters: rows are laid out before anything is on the canvas, where it could be
// measured. A little too high leaves a gap; too low would let cards overlap.

/** Page units, as cards are drawn. */
const [heightMin, around, titleLine, fieldsGap, fieldLine] = [84, 46, 26, 6, 22] as const;
const titleWidth = 200;
const fieldsShownMax = 4;

export function cardHeight(title: string, fieldCount: number): number {
  const lines = title.split('\n').reduce((sum, line) => sum + linesOf(line), 0);
  const fields = fieldCount === 0 ? 0 : fieldsGap + Math.min(fieldsShownMax, fieldCount) * fieldLine;
  return Math.max(heightMin, around + lines * titleLine + fields);
}

/** Words go to the next line whole, and letter by letter where one is too long for any. */
function linesOf(text: string): number {
  let [lines, used] = [1, 0];
  for (const word of text.split(/\s+/)) {
    const width = widthOf(word);
    if (used > 0 && used + space + width > titleWidth) [lines, used] = [lines + 1, 0];
    const over = Math.floor(width / titleWidth);
    lines += over;
    used = (used > 0 ? used + space : 0) + width - over * titleWidth;
  }
  return lines;
}

const space = 6;

/** At the size of a title. */
function widthOf(word: string): number {
  let width = 0;
  for (const letter of word) {
    if (/[\u1100-\uFFFF]|[\u{10000}-\u{10FFFF}]/u.test(letter)) width += 20;
    else width += /[A-ZMWmw@%&]/.test(letter) ? 15.5 : 11.2;
  }
  return width;
}
