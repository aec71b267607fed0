// Takes names out of texts: those of people who have not agreed to be named, wherever they stand.

/** What stands where a name was. */
const somebody = '(somebody)';

export interface NamesOut {
  (text: string): string;
}

export interface KnownNames {
  /** Of people here, and others who are named on the board. */
  all: readonly string[];
  agreed: readonly string[];
}

/** Whether two ways to write a name mean the same. */
export function nameKey(name: string): string {
  return name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
}

/**
 * A whole name goes however it is written; of "Bea Miller" also "Bea" alone, as it is written there. Names that somebody else with
 * the same one has agreed to stay.
 */
export function namesOut({ all, agreed }: KnownNames): NamesOut {
  const stays = new Set(agreed.flatMap((name) => [nameKey(name), nameKey(firstName(name) ?? name)]));
  const isOut = (name: string): boolean => name.trim().length >= namePartMin && !stays.has(nameKey(name));
  const whole = longestFirst(all.filter(isOut));
  const first = longestFirst(
    all
      .filter(isOut)
      .flatMap((name) => firstName(name) ?? [])
      .filter(isOut),
  );
  const patterns = [pattern(whole, 'giu'), pattern(first, 'gu')].filter((one) => one !== null);
  return (text) => patterns.reduce((said, one) => said.replace(one, somebody), text);
}

const namePartMin = 2;

/** Null where it is no name of two words, such as "Table 3". */
function firstName(name: string): string | null {
  return /^(\p{Lu}[\p{L}'’-]{2,})\s+\p{Lu}\p{L}/u.exec(name.trim())?.[1] ?? null;
}

function longestFirst(names: readonly string[]): string[] {
  return [...new Set(names.map((name) => name.trim()))].toSorted((a, b) => b.length - a.length);
}

function pattern(names: readonly string[], flags: string): RegExp | null {
  if (names.length === 0) return null;
  const spelled = names.map((name) => name.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/\s+/g, '\\s+'));
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${spelled.join('|')})(?![\\p{L}\\p{N}])`, flags);
}
