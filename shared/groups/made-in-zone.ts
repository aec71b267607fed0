// What a group has made in its zone: notes and cards, also those that were put together there or stand in a frame, and how much else.
import type { TLRecord, TLShape } from '@tldraw/tlschema';
import { isWritten, type WrittenShape } from '../board/notes/written-shape.ts';
import { isGiven } from './group-zones.ts';

export interface MadeInZone {
  /** Where they stand in the zone, from top to bottom as they are read. */
  things: WrittenShape[];
  /** Ids of what holds nothing when they are gone. */
  emptied: string[];
  /** Drawings, words beside notes, pictures: whoever reads what is brought back does not see them there. */
  others: number;
}

type Spot = Pick<TLShape, 'x' | 'y' | 'rotation'>;

export function madeInZone(records: readonly TLRecord[], zone: string): MadeInZone {
  const inside = Map.groupBy(
    records.filter((record): record is TLShape => record.typeName === 'shape'),
    ({ parentId }): string => parentId,
  );
  const joined = new Set<string>(records.flatMap((one) => (one.typeName === 'binding' ? [one.fromId] : [])));
  const made: MadeInZone = { things: [], emptied: [], others: 0 };
  lookInto(zone, { x: 0, y: 0, rotation: 0 });
  made.things.sort((a, b) => a.y - b.y || a.x - b.x || (a.id < b.id ? -1 : 1));
  return made;

  /** Whether nothing but notes and cards lies in it. Repaired records have no loops. */
  function lookInto(parent: string, at: Spot): boolean {
    const { things } = made;
    let hasOthers = false;
    for (const shape of inside.get(parent) ?? []) {
      const spot = within(at, shape);
      if (isWritten(shape) && !isGiven(shape)) things.push({ ...shape, x: spot.x, y: spot.y });
      else if (shape.type === 'group' && lookInto(shape.id, spot)) made.emptied.push(shape.id);
      else {
        hasOthers = true;
        if (shape.type === 'frame') lookInto(shape.id, spot);
        // Links are brought along with what they join.
        if (shape.type !== 'group' && !isGiven(shape) && !joined.has(shape.id)) made.others += 1;
      }
    }
    return !hasOthers;
  }
}

function within({ x, y, rotation }: Spot, shape: TLShape): Spot {
  const [cos, sin] = [Math.cos(rotation), Math.sin(rotation)];
  return {
    x: x + shape.x * cos - shape.y * sin,
    y: y + shape.x * sin + shape.y * cos,
    rotation: rotation + shape.rotation,
  };
}
