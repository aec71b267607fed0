// Where the parts of an update stand: below which root, in which record, how deep. A part says it only where it stands first;
// of the others it is found from what they stand beside or in.
import * as Y from 'yjs';
import { recordsRoot } from '@commonboard/shared/board/layout/layout.ts';
import { lastKnown, type Part, partAt, type UpdateParts } from './update-parts.ts';

export interface Place {
  /** Below the records; all else is the server's. */
  isRecords: boolean;
  /** Key in the root. */
  record: string | null;
  /** 0: the record itself. */
  depth: number;
  /** The type that it stands in; one that comes with the update is known by its part. */
  holder: unknown;
  /** In that type; null in a list. */
  key: string | null;
}

type Below = Pick<Place, 'isRecords' | 'record' | 'depth'>;

/** Null: nowhere any more, such as beside garbage. Nothing can be written there. */
type Found = Place | null;

/** What stands beside others as nothing does that Yjs wrote. */
export class Torn extends Error {}

export class Places {
  readonly #parts: UpdateParts;
  readonly #records: unknown;
  readonly #ofParts = new Map<Part, Found>();
  /** What stands directly in this type of the document. */
  readonly #inTypes = new Map<object, Below | null>();

  constructor(parts: UpdateParts) {
    this.#parts = parts;
    this.#records = parts.doc.share.get(recordsRoot);
  }

  /** Of a part of the update. Throws `Torn`. */
  of(part: Part): Found {
    const open: Part[] = [part];
    for (let top = open.at(-1); top; top = open.at(-1)) {
      const next = this.#unknownBelow(top);
      if (next) open.push(next);
      else {
        open.pop();
        this.#ofParts.set(top, this.#placed(top));
        this.#checkJoint(top);
      }
    }
    return this.#ofParts.get(part) ?? null;
  }

  /** Of a part of the document. */
  inDocument(part: Y.Item | Y.GC): Found {
    if (!(part instanceof Y.Item) || !(part.parent instanceof Y.AbstractType)) return null;
    const { parent } = part;
    const key = part.parentSub;
    if (parent._item === null)
      return { isRecords: parent === this.#records, record: key, depth: 0, holder: parent, key };
    let known = this.#inTypes.get(parent);
    if (known === undefined) {
      known = this.#inType(parent._item);
      this.#inTypes.set(parent, known);
    }
    return known && { ...known, holder: parent, key };
  }

  #inType(holder: Y.Item): Below | null {
    let depth = 1;
    for (let item = holder; ; depth++) {
      const { parent } = item;
      if (!(parent instanceof Y.AbstractType)) return null;
      if (parent._item === null) return { isRecords: parent === this.#records, record: item.parentSub, depth };
      item = parent._item;
    }
  }

  /** Another part of the update that has to be placed first. */
  #unknownBelow(part: Part): Part | null {
    if (!(part instanceof Y.Item)) return null;
    const { origin, rightOrigin, parent } = part;
    for (const id of [origin, rightOrigin, parent]) {
      if (!(id instanceof Y.ID) || this.#isStored(id)) continue;
      const below = partAt(this.#parts, id);
      if (below && below !== part && !this.#ofParts.has(below)) return below;
    }
    return null;
  }

  #placed(part: Part): Found {
    if (!(part instanceof Y.Item)) return null;
    const { origin, rightOrigin, parent, parentSub } = part;
    if (typeof parent === 'string')
      return {
        isRecords: parent === recordsRoot,
        record: parentSub,
        depth: 0,
        holder: this.#parts.doc.share.get(parent) ?? parent,
        key: parentSub,
      };
    if (parent instanceof Y.ID) {
      const around = this.#at(parent);
      return around && { ...around, depth: around.depth + 1, holder: this.#holder(parent), key: parentSub };
    }
    const [left, right] = [origin && this.#at(origin), rightOrigin && this.#at(rightOrigin)];
    if (left && right && !(left.holder === right.holder && left.key === right.key))
      throw new Torn('A part stands in two places.');
    if (right && right.key !== null) throw new Torn('A value of a map stands before another.');
    return left ?? right;
  }

  /** What goes on from a part of the document must stand where that stands. */
  #checkJoint(part: Part): void {
    const known = part instanceof Y.Item ? lastKnown(this.#parts, part) : null;
    const place = this.#ofParts.get(part);
    if (!known || !place) return;
    const before = this.#at(known);
    if (!before || before.holder !== place.holder || before.key !== place.key)
      throw new Torn('A part goes on elsewhere.');
  }

  #holder(id: Y.ID): unknown {
    const part = partAt(this.#parts, id);
    return this.#isStored(id) && part instanceof Y.Item && part.content instanceof Y.ContentType
      ? part.content.type
      : part;
  }

  #at(id: Y.ID): Found {
    const part = partAt(this.#parts, id);
    if (!part || part instanceof Y.Skip) return null;
    return this.#isStored(id) ? this.inDocument(part) : (this.#ofParts.get(part) ?? null);
  }

  #isStored({ client, clock }: Y.ID): boolean {
    return clock < Y.getState(this.#parts.doc.store, client);
  }
}
