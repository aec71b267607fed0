// Which shape is inside which, as the document says it, and which ones repair must take out: of a circle of parents one, and
// whatever is nested deeper than anybody can draw. Knows ids only.
import { limits } from '../../protocol/limits.ts';
import { breakerOf } from './repair-rules.ts';

export class ShapeTree {
  readonly #parents = new Map<string, string>();
  readonly #children = new Map<string, Set<string>>();
  /** How many shapes deep, from the page or from where it was cut off. */
  readonly #depths = new Map<string, number>();
  readonly #cutOff = new Set<string>();

  /** `undefined`: the shape is gone. What is inside it stays known as being inside it. */
  setParent(id: string, parent: string | undefined): void {
    const before = this.#parents.get(id);
    if (before !== undefined) {
      const siblings = this.#children.get(before);
      siblings?.delete(id);
      if (siblings?.size === 0) this.#children.delete(before);
    }
    if (parent === undefined) {
      this.#parents.delete(id);
      return;
    }
    this.#parents.set(id, parent);
    const siblings = this.#children.get(parent) ?? new Set<string>();
    this.#children.set(parent, siblings.add(id));
  }

  /** Decides anew for these and everything inside them, and returns all of those. */
  settle(ids: ReadonlySet<string>): Set<string> {
    const all = this.#within(ids);
    for (const id of all) {
      this.#depths.delete(id);
      this.#cutOff.delete(id);
    }
    for (const id of all) this.#settleFrom(id);
    return all;
  }

  isCutOff(id: string): boolean {
    return this.#cutOff.has(id);
  }

  /** These and everything inside them, all the way down. */
  #within(ids: Iterable<string>): Set<string> {
    const found = new Set(ids);
    const open = [...found];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      for (const child of this.#children.get(next) ?? []) {
        if (found.has(child)) continue;
        found.add(child);
        open.push(child);
      }
    }
    return found;
  }

  #settleFrom(start: string): void {
    const path = this.#wayUp(start);
    const top = path.at(-1);
    const above = top === undefined ? undefined : this.#parents.get(top);
    let depth = (above !== undefined && this.#depths.get(above)) || 0;
    for (const id of path.toReversed()) {
      depth++;
      if (depth > limits.nestingMax) {
        this.#cutOff.add(id);
        depth = 1;
      }
      this.#depths.set(id, depth);
    }
  }

  /** The undecided shapes from this one up. A circle on the way is cut, and then the way ends below its cut. */
  #wayUp(start: string): string[] {
    const path: string[] = [];
    const onPath = new Set<string>();
    let id: string | undefined = start;
    while (id !== undefined && this.#parents.has(id) && !this.#depths.has(id)) {
      if (onPath.has(id)) {
        const breaker = breakerOf(path.slice(path.indexOf(id)));
        this.#cutOff.add(breaker);
        this.#depths.set(breaker, 1);
        return this.#wayUp(start);
      }
      path.push(id);
      onPath.add(id);
      id = this.#parents.get(id);
    }
    return path;
  }
}
