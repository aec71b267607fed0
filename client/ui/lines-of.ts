// A text of several lines as a list.

/** Each line once, without what stands around it; none that is empty. */
export function linesOf(text: string, { most, charsMax }: { most: number; charsMax: number }): string[] {
  const lines = text.split('\n').map((line) => line.trim().slice(0, charsMax));
  return [...new Set(lines.filter((line) => line !== ''))].slice(0, most);
}
