// What a result speaks for. A hint to the group, never a decision. Kaner's gradients of agreement; fist to five.
import { objects, scaleOf, type VoteMethod } from './method.ts';
import type { OptionCount } from './result.ts';

/** go: it carries. talk: hear those who have doubts, and ask again. stop: somebody blocks it. */
export type Outlook = 'go' | 'talk' | 'stop';

const needToTalk = 5;
const block = 8;
/** Of those who need to talk, dislike it or are against it. */
const doubtShare = 0.25;
const canPass = 3;

/** Null where the method only ranks, or nobody has said anything. */
export function outlookOf(method: VoteMethod, count: OptionCount): Outlook | null {
  if (count.votes === 0) return null;
  const from = (low: number, high: number): number =>
    count.spread.slice(low - scaleOf[method].min, high - scaleOf[method].min + 1).reduce((sum, n) => sum + n, 0);
  switch (method) {
    case 'support':
      if (from(block, block) > 0) return 'stop';
      return from(needToTalk, needToTalk) > 0 || from(needToTalk, block - 1) >= doubtShare * count.votes
        ? 'talk'
        : 'go';
    case 'fist':
      if (from(0, 0) > 0) return 'stop';
      return from(0, canPass - 1) > 0 ? 'talk' : 'go';
    case 'objection':
      return from(objects, objects) > 0 ? 'talk' : 'go';
    case 'choose':
    case 'axes':
      return null;
  }
}
