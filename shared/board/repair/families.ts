// Shapes by the parent they are shown in, and their order: R5 is looked at only where two siblings have the same index.
import type { TLShape } from '@tldraw/tlschema';
import { spreadEqualIndexes } from './repair-rules.ts';

interface Family {
  members: Map<string, TLShape>;
  /** How often each index is taken. */
  indexes: Map<string, number>;
}

export class Families {
  readonly #families = new Map<string, Family>();
  readonly #placed = new Map<string, TLShape>();

  /** Takes in where these shapes stand now (`undefined`: gone) and returns how each is shown, with all siblings that this touches. */
  update(placed: ReadonlyMap<string, TLShape | undefined>): Map<string, TLShape | undefined> {
    const crowded = new Set<string>();
    for (const [id, shape] of placed) {
      if (shape && this.#stays(shape, crowded)) continue;
      this.#leave(id, crowded);
      if (shape) this.#join(shape, crowded);
    }
    const shown = new Map(placed);
    for (const parent of crowded) {
      const members = this.#families.get(parent)?.members ?? new Map<string, TLShape>();
      for (const [id, shape] of members) shown.set(id, shape);
      for (const shape of spreadEqualIndexes([...members.values()])) shown.set(shape.id, shape as TLShape);
    }
    return shown;
  }

  /** True where it is among the same siblings as before, at the same index: a drag, mostly. */
  #stays(shape: TLShape, crowded: Set<string>): boolean {
    const before = this.#placed.get(shape.id);
    const family = this.#families.get(shape.parentId);
    if (before?.parentId !== shape.parentId || before.index !== shape.index || !family) return false;
    this.#placed.set(shape.id, shape);
    family.members.set(shape.id, shape);
    if (family.indexes.size < family.members.size) crowded.add(shape.parentId);
    return true;
  }

  #leave(id: string, crowded: Set<string>): void {
    const shape = this.#placed.get(id);
    if (!shape) return;
    this.#placed.delete(id);
    const family = this.#families.get(shape.parentId);
    if (!family) return;
    if (family.indexes.size < family.members.size) crowded.add(shape.parentId);
    family.members.delete(id);
    const left = (family.indexes.get(shape.index) ?? 1) - 1;
    if (left > 0) family.indexes.set(shape.index, left);
    else family.indexes.delete(shape.index);
    if (family.members.size === 0) this.#families.delete(shape.parentId);
  }

  #join(shape: TLShape, crowded: Set<string>): void {
    this.#placed.set(shape.id, shape);
    const family = this.#families.get(shape.parentId) ?? { members: new Map(), indexes: new Map() };
    this.#families.set(shape.parentId, family);
    family.members.set(shape.id, shape);
    family.indexes.set(shape.index, (family.indexes.get(shape.index) ?? 0) + 1);
    if (family.indexes.size < family.members.size) crowded.add(shape.parentId);
  }
}
