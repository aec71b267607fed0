// In what records stand after an update that writes or takes away what says so: a key that is gone, or holds no place, lets
// the one below it count again, and what that says was perhaps written long ago. Part of R214.
import * as Y from 'yjs';
import { isPlace, recordKeys, recordsRoot } from '@commonboard/shared/board/layout/layout.ts';
import type { Place } from './places.ts';
import type { UpdateParts } from './update-parts.ts';

/** As tldraw names it. */
export const parentKey = 'parentId';

/** Which key of a record counts before which. The first is of the map in the record, the others are of the record itself. */
const levels = ['drag', recordKeys.place, parentKey, recordKeys.base] as const;
type Level = (typeof levels)[number];

export class PlacesLeft {
  readonly #parts: UpdateParts;
  /** Of each record where that changes, what the update writes at each level. */
  readonly #written = new Map<string, Map<Level, Y.Item[]>>();
  /** Records whose map of a drag it puts another in the place of. */
  readonly #draggedAnew = new Set<string>();

  constructor(parts: UpdateParts) {
    this.#parts = parts;
  }

  /** A part of the update is put there, or one of the document is deleted. */
  note(place: Place & { record: string }, written: Y.Item | null): void {
    const level = levelOf(place);
    if (level === null) return;
    const levelsOf = this.#written.get(place.record) ?? new Map<Level, Y.Item[]>();
    this.#written.set(place.record, levelsOf);
    if (written && level === 'map') this.#draggedAnew.add(place.record);
    // What stands in a new type is all the update's own.
    if (!written || level === 'map' || place.holder !== this.#holder(place.record, level)) return;
    const parts = levelsOf.get(level);
    if (parts) parts.push(written);
    else levelsOf.set(level, [written]);
  }

  /** What the document has of it. What the update writes itself is not looked at. */
  *parents(): Iterable<string> {
    for (const [record, written] of this.#written) {
      for (const level of levels) {
        const there = this.#holder(record, level)?._map.get(keyOf(level)) ?? null;
        const parent = there && this.#stays(there) ? parentIn(level, valueOf(there)) : null;
        const writes = written.get(level) ?? [];
        if (parent !== null) yield parent;
        if (writes.length === 0 ? parent !== null : this.#counts(level, writes, there)) break;
      }
    }
  }

  /** The last that is written on this key says a place, and stands behind all that the document has there. */
  #counts(level: Level, writes: readonly Y.Item[], there: Y.Item | null): boolean {
    const byLast = new Map(writes.map((part) => [idOf(part.lastId), part]));
    const followed = new Set(writes.map(({ origin }) => idOf(origin)));
    const first = idOf(there?.lastId ?? null);
    return writes.every((part) => {
      if (followed.has(idOf(part.lastId))) return true;
      if (part.deleted || Y.isDeleted(this.#parts.deleted, part.id)) return false;
      if (parentIn(level, valueOf(part)) === null) return false;
      let before = idOf(part.origin);
      for (let step = byLast.get(before); step; step = byLast.get(before)) {
        byLast.delete(before);
        before = idOf(step.origin);
      }
      return before === first;
    });
  }

  #stays(part: Y.Item): boolean {
    return !part.deleted && !Y.isDeleted(this.#parts.deleted, part.id);
  }

  /** The type of the document in which the key of this level is. */
  #holder(record: string, level: Level): Y.Map<unknown> | null {
    const map = typeIn(this.#parts.doc.share.get(recordsRoot)?._map.get(record));
    if (level !== 'drag') return map;
    const drag = map?._map.get(recordKeys.drag);
    return drag && this.#stays(drag) && !this.#draggedAnew.has(record) ? typeIn(drag) : null;
  }
}

/** map: the map of a drag itself. Null: it says nothing of where the record stands. */
function levelOf({ depth, key }: Place): Level | 'map' | null {
  if (depth === 2) return key === recordKeys.place ? 'drag' : null;
  if (depth !== 1) return null;
  if (key === recordKeys.drag) return 'map';
  return key === recordKeys.place || key === parentKey || key === recordKeys.base ? key : null;
}

function keyOf(level: Level): string {
  return level === 'drag' ? recordKeys.place : level;
}

/** Null: whoever reads the record looks at the next level. */
function parentIn(level: Level, value: unknown): string | null {
  if (level === 'drag' || level === recordKeys.place) return isPlace(value) ? value[0] : null;
  const parent: unknown = level === parentKey ? value : isObject(value) ? value[parentKey] : null;
  return typeof parent === 'string' ? parent : null;
}

function valueOf(part: Y.Item): unknown {
  return (part.content.getContent() as unknown[]).at(-1);
}

/** Null where it is of another type: whoever reads the record takes maps only. */
function typeIn(part: Y.Item | undefined): Y.Map<unknown> | null {
  return part && !part.deleted && part.content instanceof Y.ContentType && part.content.type instanceof Y.Map
    ? part.content.type
    : null;
}

function idOf(id: Y.ID | null): string {
  return id ? `${id.client}:${id.clock}` : '';
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
