// Where two texts differ: what an edit took out and put in. Offsets are UTF-16 units and never cut a surrogate pair.
import diff from 'fast-diff';

export interface TextDifference {
  /** In the text before. */
  start: number;
  removed: number;
  /** In the text after, from `from` on. */
  from: number;
  inserted: number;
}

/** In order. Line by line where there are as many lines as before, so that what lies between two changes stays. */
export function textDifferences(before: string, after: string): TextDifference[] {
  const [old, young] = [before, after].map((text) => text.split(/(?<=\n)/)) as [string[], string[]];
  if (old.length !== young.length) return [textDifference(before, after)];
  const differences: TextDifference[] = [];
  let start = 0;
  let from = 0;
  for (const [index, line] of old.entries()) {
    const next = young[index] ?? '';
    if (line !== next) {
      const difference = textDifference(line, next);
      differences.push({ ...difference, start: start + difference.start, from: from + difference.from });
    }
    start += line.length;
    from += next.length;
  }
  return differences;
}

/** One difference: all between the common beginning and the common end. */
export function textDifference(before: string, after: string): TextDifference {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  if (start > 0 && isHighSurrogate(before, start - 1)) start--;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  if (end > 0 && isHighSurrogate(before, before.length - end - 1)) end--;
  return { start, removed: before.length - end - start, from: start, inserted: after.length - end - start };
}

/** Comparing takes the square of what differs. */
const comparedUnitsMax = 2_000;

/** As many differences as there are: others may have written in several places. One where most of a long text is another. */
export function theirDifferences(before: string, after: string): TextDifference[] {
  const all = textDifference(before, after);
  if (all.removed + all.inserted > comparedUnitsMax) return [all];
  const differences: TextDifference[] = [];
  let start = 0;
  let from = 0;
  for (const [kind, text] of diff(before, after)) {
    if (kind === diff.EQUAL) {
      start += text.length;
      from += text.length;
    } else if (kind === diff.DELETE) {
      differences.push({ start, removed: text.length, from, inserted: 0 });
      start += text.length;
    } else {
      differences.push({ start, removed: 0, from, inserted: text.length });
      from += text.length;
    }
  }
  return differences;
}

/** Where each of the `length` units of the text before stands after these differences; null for those taken out. */
export function placesThrough(differences: readonly TextDifference[], length: number): (number | null)[] {
  const places: (number | null)[] = [];
  let shift = 0;
  let next = 0;
  for (let at = 0; at < length; at++) {
    const difference = differences[next];
    if (difference && at >= difference.start + difference.removed) {
      shift += difference.inserted - difference.removed;
      next++;
      at--;
      continue;
    }
    places.push(difference && at >= difference.start ? null : at + shift);
  }
  return places;
}

function isHighSurrogate(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return code >= 0xd800 && code <= 0xdbff;
}
