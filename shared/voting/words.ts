// What methods and levels are called in files that leave a board.
import type { Text } from '../domain/text.ts';
import { scaleOf, type VoteMethod } from './method.ts';

export const methodWords: Record<VoteMethod, Text> = {
  choose: { en: 'Dots' },
  support: { en: 'Levels of support' },
  objection: { en: 'Consent' },
  fist: { en: 'Fist to five' },
  axes: { en: 'Two axes' },
};

const levels: Record<Exclude<VoteMethod, 'choose' | 'axes'>, readonly Text[]> = {
  support: [
    { en: '1 Fully behind it' },
    { en: '2 Behind it, with a small point' },
    { en: '3 Will support it, with reservations' },
    { en: '4 No view' },
    { en: '5 Need to talk more' },
    { en: '6 Dislike it, will not hold us up' },
    { en: '7 Strongly against, not part of it' },
    { en: '8 Block' },
  ],
  objection: [{ en: 'Can live with it' }, { en: 'Objection' }],
  fist: [
    { en: '0 Block' },
    { en: '1 Big concerns' },
    { en: '2 Points to discuss' },
    { en: '3 Can let it pass' },
    { en: '4 Good, will work on it' },
    { en: '5 Will help to lead it' },
  ],
};

/** From the lowest value of the scale on; none where it has no words for them. */
export function levelWords(method: VoteMethod): readonly Text[] {
  if (method === 'choose' || method === 'axes') return [];
  if (levels[method].length !== scaleOf[method].max - scaleOf[method].min + 1)
    throw new Error(`Not each level of ${method} has words.`);
  return levels[method];
}
