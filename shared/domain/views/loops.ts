// Feedback loops of a board by name and sign: what makes itself stronger, and what holds itself back.
import type { BoardModel, Card } from '../model.ts';
import { causalGraph, type CausalGraph, type Step } from '../graph/causal-graph.ts';
import { elementaryLoops } from '../graph/elementary-loops.ts';
import type { Text } from '../text.ts';
import { withoutExamples } from '../without-examples.ts';

/** More loops than a group can talk about are not listed. */
export const loopsMax = 100;

export type LoopSign = '+' | '-';

export interface Loop {
  /** R1, R2 ... reinforcing, B1 ... balancing, L1 ... where a polarity is not said. */
  name: string;
  /** In the order of the arrows; the last leads back to the first. */
  cardIds: string[];
  linkIds: string[];
  titles: string[];
  /** Product of the polarities; null where one is not said. */
  sign: LoopSign | null;
  /** Some step takes effect late: what the loop does is seen late too. */
  hasDelay: boolean;
  /** An arrow is marked as feedback: it is a loop on purpose. */
  isMarked: boolean;
}

export const loopKinds: Readonly<Record<LoopSign | 'unsaid', Text>> = {
  '+': { en: 'Makes itself stronger' },
  '-': { en: 'Holds itself back' },
  unsaid: { en: 'Not said yet' },
};

/** Short ones first. `hasMore`: there are more than `loopsMax`, or more than could be looked for. */
export function loops(model: BoardModel): { loops: Loop[]; hasMore: boolean } {
  const board = withoutExamples(model);
  return loopsOf(causalGraph(board), new Map(board.cards.map((card) => [card.id, card])), loopsMax);
}

export function loopsOf(
  graph: CausalGraph,
  cards: ReadonlyMap<string, Card>,
  most: number,
): { loops: Loop[]; hasMore: boolean } {
  const found = elementaryLoops(graph, most);
  const counts = { R: 0, B: 0, L: 0 };
  const named = found.loops.map((steps): Loop => {
    const sign = signOf(steps);
    const letter = sign === null ? 'L' : sign === '+' ? 'R' : 'B';
    // The last step leads back to the first card.
    const cardIds = [steps.at(-1), ...steps.slice(0, -1)].flatMap((step) => (step ? [step.to] : []));
    return {
      name: `${letter}${++counts[letter]}`,
      cardIds,
      linkIds: [...new Set(steps.map(({ link }) => link.id))],
      titles: cardIds.map((id) => cards.get(id)?.title ?? ''),
      sign,
      hasDelay: steps.some(({ link }) => link.delayed),
      isMarked: steps.some(({ link }) => link.feedback),
    };
  });
  return { loops: named, hasMore: found.hasMore };
}

function signOf(steps: readonly Step[]): LoopSign | null {
  let sign: LoopSign = '+';
  for (const { link } of steps) {
    if (link.polarity === null) return null;
    if (link.polarity === '-') sign = sign === '+' ? '-' : '+';
  }
  return sign;
}
