// Ways through the map: what leads to a card, what it leads to, the shortest way between two.
import { causalGraph, type Step } from '../graph/causal-graph.ts';
import { reach } from '../graph/reach.ts';
import type { BoardModel, Card } from '../model.ts';
import { withoutExamples } from '../without-examples.ts';

export interface CausalPath {
  /** From the first to the last. */
  cardIds: string[];
  linkIds: string[];
}

export interface Paths {
  /** All that lead to the card, nearest first, without itself. */
  ancestors: (id: string) => string[];
  /** All that it leads to, nearest first, without itself. */
  descendants: (id: string) => string[];
  /** With the fewest arrows; null where there is no way. From a card to itself it is empty of arrows. */
  shortest: (from: string, to: string) => CausalPath | null;
  /** It is an impact, or leads to one. */
  reachesImpact: (id: string) => boolean;
}

/** Over all causal links, feedback included. */
export function paths(model: BoardModel): Paths {
  const board = withoutExamples(model);
  const graph = causalGraph(board);
  const cards = new Map<string, Card>(board.cards.map((card) => [card.id, card]));
  const impacts = board.cards.filter(({ kind }) => kind === 'impact').map(({ id }) => id);
  const leading = reach(impacts, graph.causes);
  const others = (id: string, next: (id: string) => readonly Step[]): string[] =>
    cards.has(id) ? [...reach([id], next).keys()].slice(1) : [];
  return {
    ancestors: (id) => others(id, graph.causes),
    descendants: (id) => others(id, graph.effects),
    reachesImpact: (id) => leading.has(id),
    shortest: (from, to) => {
      if (!cards.has(from)) return null;
      const reached = reach([from], graph.effects);
      if (!reached.has(to)) return null;
      const path: CausalPath = { cardIds: [to], linkIds: [] };
      for (let by = reached.get(to)?.by; by; by = reached.get(by.from)?.by) {
        path.cardIds.push(by.from);
        path.linkIds.push(by.step.link.id);
      }
      return { cardIds: path.cardIds.toReversed(), linkIds: path.linkIds.toReversed() };
    },
  };
}
