// What groups made -> into the zone they began from, each with the number of its group. Where the groups' zones stay, they keep their
// own and what goes is copied; where they go, everything in them moves. Rule R174.
import { createShapeId, type TLRecord, type TLShape, type TLShapeId } from '@tldraw/tlschema';
import type { IndexKey } from '@tldraw/utils';
import { withOrigin, type WrittenShape } from '../board/group-origin.ts';
import { indicesAbove } from '../board/next-index.ts';
import { type GridSize, gridPlaces } from '../drafts/grid-places.ts';
import { roundZone } from '../drafts/reveal-notes.ts';
import { isCard } from '../schema/card-shape.ts';
import { isZone, type ZoneShape } from '../schema/zone-shape.ts';
import type { GroupSet } from './group-set.ts';
import { isWritten, printedIn } from './group-zones.ts';

export interface Together {
  /** New, or changed. */
  puts: TLShape[];
  /** Ids of what goes. */
  going: string[];
  /** Whose copy is whose: id of the copy -> id of the group's own. */
  sources: Map<string, string>;
}

/** The id of a copy, the same whenever it is asked for. */
export type CopyOf = (source: TLShapeId) => TLShapeId;

const noteSide = 200;
const cardHeight = 140;

export function bringTogether(
  records: readonly TLRecord[],
  { groups, zone, ends }: Pick<GroupSet, 'groups' | 'zone' | 'ends'>,
  copyOf: CopyOf = copyId,
): Together {
  const zones = groupZonesOn(records, groups);
  const made = zones.flatMap(({ group, shape }) => writtenIn(records, shape, ends).map((thing) => ({ group, thing })));
  const places = gridPlaces(
    records,
    roundZone(records, zone),
    made.map(({ thing }) => sizeOf(thing)),
  );
  const indices = indicesFor(records, places);
  const sources = new Map<string, string>();
  const placed = made.flatMap(({ group, thing }, i) => {
    const place = places[i];
    const index = indices[i];
    if (!place || !index) return [];
    const { scale, ...at } = place;
    const own = withOrigin(thing, String(group), ends === 'remove' ? null : thing.id);
    const shown = own.type === 'note' ? { ...own, props: { ...own.props, scale } } : own;
    const here = { ...shown, ...at, index, rotation: 0, isLocked: false };
    if (ends === 'remove') return [here];
    const id = copyOf(thing.id);
    sources.set(id, thing.id);
    return [{ ...here, id }];
  });
  const shapes = zones.map(({ shape }) => shape);
  if (ends === 'remove') {
    const going = shapes.flatMap((shape) => [shape.id, ...printedIn(records, shape).map(({ id }) => id)]);
    return { puts: placed, going, sources };
  }
  const kept = made.map(({ thing }): TLShape => ({ ...thing, isLocked: true }));
  const closed = shapes.map((shape): TLShape => ({ ...shape, props: { ...shape.props, locked: true } }));
  return { puts: [...placed, ...kept, ...closed], going: [], sources };
}

function groupZonesOn(records: readonly TLRecord[], groups: GroupSet['groups']) {
  const byId = new Map<string, TLRecord>(records.map((record) => [record.id, record]));
  return groups.flatMap(({ number, zone }): { group: number; shape: ZoneShape }[] => {
    const record = zone === null ? undefined : byId.get(zone);
    return record?.typeName === 'shape' && isZone(record) ? [{ group: number, shape: record }] : [];
  });
}

/** `tries`: how many such ids are taken. */
export function copyId(id: TLShapeId, tries = 0): TLShapeId {
  return createShapeId(`of${tries || ''}-${id.slice('shape:'.length)}`.slice(0, 100));
}

/** Notes and cards, from top to bottom as they are read. Where the zone stays, those that were copied before are locked. */
function writtenIn(records: readonly TLRecord[], { id }: ZoneShape, ends: GroupSet['ends']) {
  return records
    .flatMap((record) => (record.typeName === 'shape' && record.parentId === id && isWritten(record) ? [record] : []))
    .filter(({ isLocked }) => !isLocked || ends === 'remove')
    .toSorted((a, b) => a.y - b.y || a.x - b.x || (a.id < b.id ? -1 : 1));
}

function sizeOf(shape: WrittenShape): GridSize {
  if (isCard(shape)) return { height: cardHeight, scalable: false };
  return { height: noteSide + shape.props.growY, scalable: true };
}

/** Above what stands there, in their order. */
function indicesFor(records: readonly TLRecord[], places: readonly { parentId: string }[]): (IndexKey | undefined)[] {
  const rows = new Map(
    [...Map.groupBy(places, ({ parentId }) => parentId)].map(([parent, of]) => [
      parent,
      indicesAbove(records, parent, of.length),
    ]),
  );
  return places.map(({ parentId }) => rows.get(parentId)?.shift());
}
