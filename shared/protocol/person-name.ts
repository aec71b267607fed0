// What a name may be. The server cleans it; a name that has nothing left is refused with a sentence.
import { cleanLine } from './clean-text.ts';
import { limits } from './limits.ts';

/** A letter, a number, an emoji or a flag: marks and signs alone name nobody. */
const readable = /[\p{L}\p{N}\p{Extended_Pictographic}\p{Regional_Indicator}]/u;

/** Cleaned name of 1 to 40 code points, or null where nothing readable is left or it is longer than that. */
export function cleanPersonName(raw: string): string | null {
  // Far too long is refused before any work is done on it.
  if (raw.length > limits.nameCharsMax * 8) return null;
  const name = cleanLine(raw);
  return readable.test(name) && Array.from(name).length <= limits.nameCharsMax ? name : null;
}

/** Whether two ways to write a name mean the same. */
export function nameKey(name: string): string {
  return name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
}
