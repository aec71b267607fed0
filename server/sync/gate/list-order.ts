// Whether a new part stands between two others as it says: the one to its left must come before the one to its right. Where it
// does not, Yjs puts it in another place for each reader, and their texts differ from then on. Rule R40.
import * as Y from 'yjs';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { lastKnown, partAt, type UpdateParts } from './update-parts.ts';

export class ListOrder {
  readonly #parts: UpdateParts;
  #stepsLeft: number = limits.orderStepsMax;

  constructor(parts: UpdateParts) {
    this.#parts = parts;
  }

  /** True also where one of the two comes with the update: it was judged by what it stands between itself. */
  isKept(item: Y.Item): boolean {
    const { rightOrigin } = item;
    const origin = lastKnown(this.#parts, item) ?? item.origin;
    if (!origin || !rightOrigin) return true;
    const [left, right] = [this.#stored(origin), this.#stored(rightOrigin)];
    if (!left || !right) return origin.client !== rightOrigin.client || origin.clock !== rightOrigin.clock;
    return left === right ? origin.clock < rightOrigin.clock : this.#isBefore(left, right);
  }

  /** Looks to the right of both at once: what honest clients write between stood side by side for them. */
  #isBefore(left: Y.Item, right: Y.Item): boolean {
    let [fromLeft, fromRight]: [Y.Item | null, Y.Item | null] = [left.right, right.right];
    while (this.#stepsLeft-- > 0) {
      if (fromLeft === right) return true;
      // To the end of the list from the right one: the left one is not behind it.
      if (fromLeft === null || fromRight === left) return false;
      if (fromRight === null) return true;
      fromLeft = fromLeft.right;
      fromRight = fromRight.right;
    }
    return false;
  }

  #stored(id: Y.ID): Y.Item | null {
    if (id.clock >= Y.getState(this.#parts.doc.store, id.client)) return null;
    const part = partAt(this.#parts, id);
    return part instanceof Y.Item ? part : null;
  }
}
