// Loops in which no card comes twice, short ones first. There can be more of them than there are cards in the world, so that
// their number and the work are bounded, and it is said when there are more.
import type { CausalGraph, Step } from './causal-graph.ts';
import { strongComponents } from './strong-components.ts';

export interface FoundLoops {
  /** Each as its steps, beginning at its first card in reading order: the first step leads away from that card. */
  loops: Step[][];
  /** There are more, or the search ended before all was seen. */
  hasMore: boolean;
}

const stepsMax = 60_000;
const shortLoop = 4;

interface Search {
  graph: CausalGraph;
  loops: Step[][];
  most: number;
  steps: number;
  hasMore: boolean;
}

/** At most `most` loops. All up to four cards first, then up to eight, and so on. */
export function elementaryLoops(graph: CausalGraph, most: number): FoundLoops {
  const search: Search = { graph, loops: [], most, steps: 0, hasMore: false };
  const components = strongComponents(graph);
  const longest = Math.max(0, ...components.map(({ length }) => length));
  for (let [above, upTo] = [0, shortLoop]; above < longest && !search.hasMore; [above, upTo] = [upTo, upTo * 2]) {
    for (const component of components) {
      if (component.length > above && !search.hasMore) searchComponent(search, component, above, upTo);
    }
  }
  return { loops: search.loops.toSorted((a, b) => a.length - b.length), hasMore: search.hasMore };
}

/** Each loop is found once, from its first card: from a later one, the earlier are not entered. */
function searchComponent(search: Search, component: readonly string[], above: number, upTo: number): void {
  const allowed = new Set(component);
  for (const root of component) {
    if (search.hasMore) return;
    searchFrom(search, root, allowed, above, upTo);
    allowed.delete(root);
  }
}

function searchFrom(search: Search, root: string, allowed: ReadonlySet<string>, above: number, upTo: number): void {
  const home = distancesTo(search, root, allowed, upTo);
  const onPath = new Set([root]);
  const steps: Step[] = [];
  const visits = [{ id: root, next: 0 }];
  for (let at = visits.at(-1); at && !search.hasMore; at = visits.at(-1)) {
    const step = search.graph.effects(at.id)[at.next++];
    if (++search.steps > stepsMax) search.hasMore = true;
    else if (!step) {
      onPath.delete(at.id);
      visits.pop();
      steps.pop();
    } else if (step.to === root) {
      if (steps.length + 1 > above) found(search, [...steps, step]);
    } else if (!onPath.has(step.to) && steps.length + 1 + (home.get(step.to) ?? upTo) <= upTo) {
      onPath.add(step.to);
      steps.push(step);
      visits.push({ id: step.to, next: 0 });
    }
  }
}

function found(search: Search, loop: Step[]): void {
  if (search.loops.length < search.most) search.loops.push(loop);
  else search.hasMore = true;
}

/** Steps back to the root, of cards from which it can be reached in fewer than `upTo`. */
function distancesTo(search: Search, root: string, allowed: ReadonlySet<string>, upTo: number): Map<string, number> {
  const distances = new Map([[root, 0]]);
  for (const [id, distance] of distances) {
    if (distance + 1 >= upTo) break;
    for (const { to } of search.graph.causes(id)) {
      search.steps += 1;
      if (allowed.has(to) && !distances.has(to)) distances.set(to, distance + 1);
    }
  }
  return distances;
}
