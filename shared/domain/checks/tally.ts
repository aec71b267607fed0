// How votes fell, from lines such as "8: 2" or "objection: 1", and whether somebody blocks.
import type { CardFields } from '../fields.ts';
import { wordsOf } from '../words-of.ts';

export interface Votes {
  level: string;
  count: number;
}

/** Lines without a level and a whole number of votes after the last colon are left out. */
export function readTally(lines: readonly string[]): Votes[] {
  return lines.flatMap((line) => {
    const colon = line.lastIndexOf(':');
    const [level, count] = [line.slice(0, Math.max(colon, 0)).trim(), line.slice(colon + 1).trim()];
    return level !== '' && /^\d{1,9}$/.test(count) ? [{ level, count: Number(count) }] : [];
  });
}

const blockWords = new Set(['block', 'blocks', 'blocked', 'objection', 'objections']);

/** Level 8 of 8, level 0 of the fist, or an objection, with somebody behind it. Dots are interest: they block nothing. */
export function isBlocked(method: CardFields['decidedBy'], tally: readonly Votes[]): boolean {
  return tally.some(({ level, count }) => count > 0 && blocks(method, level));
}

function blocks(method: CardFields['decidedBy'], level: string): boolean {
  if (method === 'dots') return false;
  const words = wordsOf(level);
  if (method === 'gradients' && words[0] === '8') return true;
  if (method === 'fist' && words[0] === '0') return true;
  return words.some((word) => blockWords.has(word)) && !words.includes('no');
}
