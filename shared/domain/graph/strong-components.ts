// Groups of cards that all lead to each other (Tarjan, 1972), without recursion: a chain may be as long as a board is large.
import type { CausalGraph } from './causal-graph.ts';

interface Visit {
  id: string;
  /** Which of its effects is looked at next. */
  next: number;
}

/** Only groups of two and more, each in reading order. Without loops there are none. */
export function strongComponents(graph: CausalGraph): string[][] {
  const place = new Map(graph.ids.map((id, i) => [id, i]));
  const found: string[][] = [];
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const open = new Set<string>();
  const waiting: string[] = [];
  const enter = (id: string): Visit => {
    index.set(id, index.size);
    low.set(id, index.size - 1);
    waiting.push(id);
    open.add(id);
    return { id, next: 0 };
  };
  const lower = (id: string, to: number): void => {
    low.set(id, Math.min(low.get(id) ?? to, to));
  };
  const leave = (id: string): void => {
    if (low.get(id) !== index.get(id)) return;
    const component = waiting.splice(waiting.lastIndexOf(id));
    for (const member of component) open.delete(member);
    if (component.length > 1) found.push(component.toSorted((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0)));
  };
  for (const start of graph.ids) {
    if (index.has(start)) continue;
    const path = [enter(start)];
    for (let at = path.at(-1); at; at = path.at(-1)) {
      const step = graph.effects(at.id)[at.next++];
      if (!step) {
        leave(at.id);
        path.pop();
        const above = path.at(-1);
        if (above) lower(above.id, low.get(at.id) ?? 0);
      } else if (!index.has(step.to)) path.push(enter(step.to));
      else if (open.has(step.to)) lower(at.id, index.get(step.to) ?? 0);
    }
  }
  return found;
}
