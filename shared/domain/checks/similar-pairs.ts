// Pairs of texts that share nearly all their words (Jaccard). Only texts that share one of their rarest words are compared:
// of two that are alike enough, those cannot all differ (prefix filter, Chaudhuri and others, 2006).
import { wordsOf } from '../words-of.ts';

// At least 4 of 5 words: whole numbers, so that exactly 0.8 counts.
const [shareOf, shareFrom] = [4, 5];
/** More pairs than anybody would look through are not listed, as of a board where hundreds of cards say the same. */
export const similarPairsMax = 200;

/** Places of the texts in the list, the earlier first. Texts without words are like nothing. */
export function similarPairs(texts: readonly string[]): [number, number][] {
  const sets = wordNumbers(texts);
  const byRareWord = new Map<number, number[]>();
  const comparedWith = new Int32Array(texts.length).fill(-1);
  const pairs: [number, number][] = [];
  for (const [i, words] of sets.entries()) {
    // As many of the rarest words as two alike texts could differ in, and one more.
    for (const word of words.slice(0, words.length - atLeast(words.length) + 1)) {
      const earlier = byRareWord.get(word);
      if (!earlier) {
        byRareWord.set(word, [i]);
        continue;
      }
      for (const j of earlier) {
        if (comparedWith[j] === i) continue;
        comparedWith[j] = i;
        if (areAlike(words, sets[j] ?? [])) pairs.push([j, i]);
        if (pairs.length >= similarPairsMax) return pairs;
      }
      earlier.push(i);
    }
  }
  return pairs;
}

/** Each text as the numbers of its words, once each, the rarest first: a word's number is its place among all by rarity. */
function wordNumbers(texts: readonly string[]): number[][] {
  const sets = texts.map((text) => new Set(wordsOf(text)));
  const counts = new Map<string, number>();
  for (const words of sets) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const byRarity = [...counts].sort(([, a], [, b]) => a - b);
  const numbers = new Map(byRarity.map(([word], i) => [word, i]));
  return sets.map((words) => [...words].map((word) => numbers.get(word) ?? 0).sort((a, b) => a - b));
}

/** Both sorted. */
function areAlike(a: readonly number[], b: readonly number[]): boolean {
  // Shared words needed: shared / (a + b - shared) is 4/5 from here on.
  const needed = Math.ceil(((a.length + b.length) * shareOf) / (shareOf + shareFrom));
  if (Math.min(a.length, b.length) < needed) return false;
  let [shared, i, j] = [0, 0, 0];
  while (shared + Math.min(a.length - i, b.length - j) >= needed) {
    const [x, y] = [a[i], b[j]];
    if (x === undefined || y === undefined) return true;
    if (x === y) shared += 1;
    if (x <= y) i += 1;
    if (y <= x) j += 1;
  }
  return false;
}

function atLeast(size: number): number {
  return Math.ceil((size * shareOf) / shareFrom);
}
