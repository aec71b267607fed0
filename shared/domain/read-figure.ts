// A number as people write it. "1,200" may be one thousand two hundred or one and two tenths, depending on who reads: it is not
// guessed, since a figure that is wrong by a thousand times is worse than none.

export type ReadFigure = { kind: 'number'; value: number } | { kind: 'unclear' } | { kind: 'words' };

/** "1.5", "1,5", "-3", "2 700 000", "2,700,000". `unclear` where a mark could part thousands or decimals. */
export function readFigure(text: string): ReadFigure {
  const plain = text.trim().replace(/(?<=\d)[ \u00A0\u202F](?=\d{3}(?!\d))/g, '');
  if (/^[+-]?[1-9]\d{0,2}[.,]\d{3}$/.test(plain)) return { kind: 'unclear' };
  if (/^[+-]?\d{1,3}(?:,\d{3}){2,4}$/.test(plain) || /^[+-]?\d{1,3}(?:\.\d{3}){2,4}$/.test(plain))
    return { kind: 'number', value: Number(plain.replace(/[.,]/g, '')) };
  if (!/^[+-]?\d{1,15}(?:[.,]\d{1,9})?$/.test(plain)) return { kind: 'words' };
  return { kind: 'number', value: Number(plain.replace(',', '.')) };
}
