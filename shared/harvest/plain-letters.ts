// Texts as they are compared: without accents, forms of letters, kinds of spaces and hyphens, and signs that nobody sees; upper and
// lower case stay. Each letter of it knows where it came from.

export interface PlainLetters {
  text: string;
  /** Of each code unit of `text`: where what it came from begins and ends in the text that was given. */
  from: readonly number[];
  to: readonly number[];
}

/** Letters of one kind that no decomposition tells. */
const alike: Readonly<Record<string, string>> = {
  ı: 'i',
  ß: 'ss',
  ẞ: 'SS',
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
};
/** In these an accent is an accent; elsewhere a mark may be a vowel. */
const accented =
  /(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Arabic}]\p{M}*)\p{M}/gu;
/** A letter and what stands on it. */
const letters = /[^]\p{M}*/gu;

export function plainLetters(given: string): PlainLetters {
  let text = '';
  const [from, to]: [number[], number[]] = [[], []];
  for (const { 0: letter, index } of given.matchAll(letters)) {
    const plain = plainLetter(letter);
    for (let i = 0; i < plain.length; i++) {
      from.push(index);
      to.push(index + letter.length);
    }
    text += plain;
  }
  return { text, from, to };
}

function plainLetter(letter: string): string {
  if (/^[!-_a-~]$/.test(letter)) return letter;
  const plain = letter
    .replaceAll(/[’‘ʼ`´]/g, "'")
    .normalize('NFKD')
    .replace(accented, '')
    .normalize('NFC')
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(/\p{Pd}|\u2212/gu, '-')
    .replaceAll(/\s/g, ' ');
  return plain.replaceAll(/./gu, (one) => alike[one] ?? one);
}
