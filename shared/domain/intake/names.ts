// How names and words are compared: whatever their case, accents, spaces and signs.

/** Empty for a text without letters and figures. */
export function sameName(text: string): string {
  return bare(text)
    .replace(/[^\p{L}\p{N}+]+/gu, ' ')
    .trim();
}

/** For headers and choices: `Desired stance`, `desired_stance` and `DesiredStance` are one. */
export function sameWord(text: string): string {
  return bare(text).replace(/[^\p{L}\p{N}+]+/gu, '');
}

function bare(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}
