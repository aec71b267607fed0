// Words of a text, made alike: small letters, no signs. What names and titles are compared by.

export function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  );
}

/** The words in a row, for comparing. Empty for a text without words. */
export function sameWords(text: string): string {
  return wordsOf(text).join(' ');
}
