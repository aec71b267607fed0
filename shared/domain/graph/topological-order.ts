// Causes before effects (Kahn, 1962). Where cards stand in a circle, the one that is read first begins.
import type { CausalGraph } from './causal-graph.ts';

/** Id -> place in the order, from 0. It begins with what has no cause, in reading order, and goes on step by step. */
export function topologicalOrder(graph: CausalGraph): Map<string, number> {
  const order = new Map<string, number>();
  const waitsFor = new Map(graph.ids.map((id) => [id, graph.causes(id).length]));
  const ready = graph.ids.filter((id) => waitsFor.get(id) === 0);
  let unseen = 0;
  for (let next = 0; order.size < graph.ids.length; next++) {
    while (next >= ready.length) {
      const first = graph.ids[unseen++];
      if (first === undefined) return order;
      if (!order.has(first)) ready.push(first);
    }
    const id = ready[next];
    if (id === undefined || order.has(id)) continue;
    order.set(id, order.size);
    for (const { to } of graph.effects(id)) {
      const left = (waitsFor.get(to) ?? 0) - 1;
      waitsFor.set(to, left);
      if (left === 0) ready.push(to);
    }
  }
  return order;
}
