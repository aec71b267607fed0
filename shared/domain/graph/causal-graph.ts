// What leads to what: the causal links of a board as a graph. Of several links between the same two cards the first counts.
import type { BoardModel, Link } from '../model.ts';

export interface Step {
  link: Link;
  /** The card at the other end. */
  to: string;
}

export interface CausalGraph {
  /** All cards, in reading order. */
  ids: readonly string[];
  effects: (id: string) => readonly Step[];
  causes: (id: string) => readonly Step[];
}

/** A mutual link leads both ways; one without heads leads the way it was drawn. Links from a card to itself are left out. */
export function causalGraph(model: BoardModel): CausalGraph {
  return graphOf(model, () => true);
}

/** Without the links that close a loop on purpose. */
export function forwardGraph(model: BoardModel): CausalGraph {
  return graphOf(model, ({ feedback }) => !feedback);
}

function graphOf(model: BoardModel, counts: (link: Link) => boolean): CausalGraph {
  const effects = new Map<string, Step[]>();
  const causes = new Map<string, Step[]>();
  for (const { id } of model.cards) {
    effects.set(id, []);
    causes.set(id, []);
  }
  const add = (link: Link, from: string, to: string): void => {
    const steps = effects.get(from);
    if (!steps || steps.some((step) => step.to === to)) return;
    steps.push({ link, to });
    causes.get(to)?.push({ link, to: from });
  };
  for (const link of model.links) {
    const { type, from, to, direction } = link;
    if (type !== 'causal' || from === to || !counts(link) || !effects.has(from) || !effects.has(to)) continue;
    add(link, from, to);
    if (direction === 'mutual') add(link, to, from);
  }
  const none: Step[] = [];
  return {
    ids: [...effects.keys()],
    effects: (id) => effects.get(id) ?? none,
    causes: (id) => causes.get(id) ?? none,
  };
}
