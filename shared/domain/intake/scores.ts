// High, medium, low and 1 to 5 as scores from 0 to 100, where a whole column is written so.
import { sameWord } from './names.ts';

const levels: Partial<Record<string, number>> = {
  h: 85,
  high: 85,
  haut: 85,
  alto: 85,
  m: 50,
  medium: 50,
  moyen: 50,
  medio: 50,
  l: 15,
  low: 15,
  bas: 15,
  faible: 15,
  bajo: 15,
};
const fiveSteps: Partial<Record<string, number>> = { '1': 10, '2': 30, '3': 50, '4': 70, '5': 90 };

/** How the texts of this column are meant; null: as they stand. */
export function scoreScale(texts: readonly string[]): ((text: string) => string) | null {
  const filled = texts.map((text) => text.trim()).filter((text) => text !== '');
  if (filled.length === 0) return null;
  for (const scale of [levels, fiveSteps]) {
    const score = (text: string): number | undefined => {
      const word = sameWord(text);
      return Object.hasOwn(scale, word) ? scale[word] : undefined;
    };
    if (filled.every((text) => score(text) !== undefined)) return (text) => String(score(text) ?? text);
  }
  return null;
}
