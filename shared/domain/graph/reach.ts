// How far one comes from some cards, step by step (breadth first).
import type { Step } from './causal-graph.ts';

export interface Reached {
  /** Steps from the nearest start. */
  distance: number;
  /** The step it was reached by; null for a start. */
  by: { from: string; step: Step } | null;
}

/** Everything that is reached, the starts included, nearest first. `next` is the graph's `effects` or `causes`. */
export function reach(starts: Iterable<string>, next: (id: string) => readonly Step[]): Map<string, Reached> {
  const reached = new Map<string, Reached>();
  for (const start of starts) reached.set(start, { distance: 0, by: null });
  // A map gives what is added to it while it is read: it is the queue as well.
  for (const [id, { distance }] of reached) {
    for (const step of next(id)) {
      if (!reached.has(step.to)) reached.set(step.to, { distance: distance + 1, by: { from: id, step } });
    }
  }
  return reached;
}
