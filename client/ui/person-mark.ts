// A person's initials, and the ink that can be read on their colour.

const dark = '#16181b';
const light = '#ffffff';
const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** One or two letters: the first of the first word and of the last. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u);
  const letters = [words[0] ?? '', words.length > 1 ? (words.at(-1) ?? '') : ''].map(firstLetter);
  return letters.join('').toLocaleUpperCase();
}

function firstLetter(word: string): string {
  for (const { segment } of segmenter.segment(word)) return segment;
  return '';
}

/** Ink with the better contrast on `color` (#rrggbb); dark ink on anything else. */
export function inkOn(color: string): string {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color);
  if (!match) return dark;
  const [red = 0, green = 0, blue = 0] = match.slice(1).map((pair) => linear(Number.parseInt(pair, 16) / 255));
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  // Contrast with white against contrast with near-black, WCAG 2.2.
  return 1.05 / (luminance + 0.05) >= (luminance + 0.05) / 0.0585 ? light : dark;
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}
