// Pairs of texts that share nearly all their words (Jaccard). Only texts that share one of their rarest words are compared:
// of two that are alike enough, those cannot all differ (prefix filter, Chaudhuri and others, 2006).
import { wordsOf } from '../words-of.ts';

// At least 4 of 5 words: whole numbers, so that exactly 0.8 counts.
const [shareOf, shareFrom] = [4, 5];
/** More pairs than anybody would look through are not listed, as of a board where hundreds of cards say the same. */
export const similarPairsMax = 200;

/** Places of the texts in the list, the earlier first. Texts without words are like nothing. */
export function similarPairs(texts: readonly string[]): [number, number][] {
  const sets = texts.map((text) => new Set(wordsOf(text)));
  const counts = new Map<string, number>();
  for (const words of sets) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const byRareWord = new Map<string, number[]>();
  const pairs: [number, number][] = [];
  for (const [i, words] of sets.entries()) {
    const seen = new Set<number>();
    for (const word of rarest(words, counts)) {
      const earlier = byRareWord.get(word);
      if (!earlier) {
        byRareWord.set(word, [i]);
        continue;
      }
      for (const j of earlier) {
        if (seen.has(j)) continue;
        seen.add(j);
        if (areAlike(words, sets[j] ?? new Set())) pairs.push([j, i]);
        if (pairs.length >= similarPairsMax) return pairs;
      }
      earlier.push(i);
    }
  }
  return pairs;
}

/** As many of the rarest words as two alike texts could differ in, and one more. */
function rarest(words: ReadonlySet<string>, counts: ReadonlyMap<string, number>): string[] {
  const rarity = (word: string): number => counts.get(word) ?? 0;
  const sorted = [...words].sort((a, b) => rarity(a) - rarity(b) || (a < b ? -1 : 1));
  return sorted.slice(0, words.size - Math.ceil((words.size * shareOf) / shareFrom) + 1);
}

function areAlike(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  if (shareFrom * Math.min(a.size, b.size) < shareOf * Math.max(a.size, b.size)) return false;
  let shared = 0;
  for (const word of a) if (b.has(word)) shared += 1;
  return shareFrom * shared >= shareOf * (a.size + b.size - shared);
}
