// What a name may be. The server cleans it; a name that has nothing left is refused with a sentence.
import { limits } from './limits.ts';

// Control characters, zero-width characters and direction overrides would let one name look like another.
const invisible = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\u2028\u2029]/gu;

/** Cleaned name of 1 to 40 code points, or null where nothing readable is left or it is longer than that. */
export function cleanPersonName(raw: string): string | null {
  // Far too long is refused before any work is done on it.
  if (raw.length > limits.nameCharsMax * 8) return null;
  const name = raw.normalize('NFC').replace(/\s+/gu, ' ').replace(invisible, '').trim();
  const length = Array.from(name).length;
  return length >= 1 && length <= limits.nameCharsMax ? name : null;
}
