// What groups made -> into the zones they began from, each with the number of its group. Where the groups' zones stay, they keep their
// own and what goes is copied; where they go, everything in them moves. Rules R174 and R213.
import { createBindingId, createShapeId, type TLRecord, type TLShape, type TLShapeId } from '@tldraw/tlschema';
import type { IndexKey } from '@tldraw/utils';
import { withOrigin } from '../board/notes/group-origin.ts';
import { indicesAbove } from '../board/notes/next-index.ts';
import type { WrittenShape } from '../board/notes/written-shape.ts';
import { roundZone } from '../drafts/reveal-notes.ts';
import { isZone, type ZoneShape } from '../schema/zone-shape.ts';
import { type GroupSet, zonesOfGroup } from './group-set.ts';
import { givenIn, isGiven } from './group-zones.ts';
import { type MadeInZone, madeInZone } from './made-in-zone.ts';
import { placesBack } from './places-back.ts';

export interface Together {
  /** New, or changed. */
  puts: TLRecord[];
  /** Ids of what goes. */
  going: string[];
  /** Whose copy is whose: id of the copy -> id of the group's own. */
  sources: Map<string, string>;
  /** How many drawings, texts and pictures stay where they are. */
  stayed: number;
}

/** The id of a copy, the same whenever it is asked for. */
export type CopyOf = (source: TLShapeId) => TLShapeId;

/** A group's copy of a zone. */
interface Copy {
  group: number;
  /** Id or part of the one it is of. */
  of: string | null;
  shape: ZoneShape;
}

type Bringing = Pick<GroupSet, 'id' | 'groups' | 'zone' | 'more' | 'ends'>;

export function bringTogether(records: readonly TLRecord[], set: Bringing, copyOf: CopyOf = copyId): Together {
  const zones = copiesOn(records, set);
  const inZone = new Map(zones.map(({ shape }) => [shape.id, madeInZone(records, shape.id)]));
  const moves = set.ends === 'remove';
  const made = [set.zone, ...set.more].map((of) => {
    const things = zones
      .filter((copy) => copy.of === of)
      .flatMap(({ group, shape }) => thingsIn(inZone, shape, set.ends).map((thing) => ({ group, thing })));
    return { target: roundZone(records, of), things };
  });
  const places = placesBack(
    records,
    made.map(({ target, things }) => ({ target, things: things.map(({ thing }) => thing) })),
  );
  const indices = indicesFor(records, places);
  const sources = new Map<string, string>();
  const placed = made
    .flatMap(({ things }) => things)
    .flatMap(({ group, thing }, i): TLShape[] => {
      const place = places[i];
      const index = indices[i];
      if (!place || !index) return [];
      const { scale, ...at } = place;
      const own = withOrigin(thing, String(group), moves ? null : thing.id);
      const shown = own.type === 'note' ? { ...own, props: { ...own.props, scale } } : own;
      const here = { ...shown, ...at, index, rotation: 0, isLocked: false };
      if (moves) return [here];
      const id = copyOf(thing.id);
      sources.set(id, thing.id);
      return [{ ...here, id }];
    });
  const shapes = zones.map(({ shape }) => shape);
  const stayed = [...inZone.values()].reduce((sum, { others }) => sum + others, 0);
  if (moves) {
    const emptied = [...inZone.values()].flatMap((one) => one.emptied);
    return { puts: placed, going: [...goingWith(records, shapes), ...emptied], sources, stayed };
  }
  const links = linksBetween(records, sources, copyOf);
  const brought = new Set(made.flatMap(({ things }) => things.map(({ thing }): string => thing.id)));
  const kept = records.flatMap((record): TLShape[] =>
    record.typeName === 'shape' && brought.has(record.id) ? [{ ...record, isLocked: true }] : [],
  );
  const closed = shapes.map((shape): TLShape => ({ ...shape, props: { ...shape.props, locked: true } }));
  return { puts: [...placed, ...links, ...kept, ...closed], going: [], sources, stayed };
}

/** Ids of the zones of groups that have written nothing, with what was given in them. */
export function emptyZones(
  records: readonly TLRecord[],
  set: Pick<GroupSet, 'id' | 'groups' | 'more' | 'zone'>,
): string[] {
  const copies = [...Map.groupBy(copiesOn(records, set), ({ group }) => group).values()];
  const isEmpty = ({ shape }: Copy): boolean =>
    records.every((record) => record.typeName !== 'shape' || record.parentId !== shape.id || isGiven(record));
  return copies
    .filter((of) => of.every(isEmpty))
    .flatMap((of) =>
      goingWith(
        records,
        of.map(({ shape }) => shape),
      ),
    );
}

function goingWith(records: readonly TLRecord[], zones: readonly ZoneShape[]): string[] {
  return zones.flatMap((zone) => [zone.id, ...givenIn(records, zone).map(({ id }) => id)]);
}

function copiesOn(records: readonly TLRecord[], set: Pick<GroupSet, 'id' | 'groups' | 'more' | 'zone'>): Copy[] {
  const byId = new Map<string, TLRecord>(records.map((record) => [record.id, record]));
  return set.groups.flatMap(({ number, zone }) =>
    zone === null
      ? []
      : zonesOfGroup(set, number).flatMap(({ of, copy }, i): Copy[] => {
          const record = byId.get(i === 0 ? zone : copy);
          return record?.typeName === 'shape' && isZone(record) ? [{ group: number, of, shape: record }] : [];
        }),
  );
}

/** Where the zone stays, those that were copied before are locked. */
function thingsIn(inZone: ReadonlyMap<string, MadeInZone>, { id }: ZoneShape, ends: GroupSet['ends']): WrittenShape[] {
  return (inZone.get(id)?.things ?? []).filter(({ isLocked }) => !isLocked || ends === 'remove');
}

/** `tries`: how many such ids are taken. */
export function copyId(id: TLShapeId, tries = 0): TLShapeId {
  return createShapeId(`of${tries || ''}-${id.slice('shape:'.length)}`.slice(0, 100));
}

/** Copies of the arrows whose two ends are copied. `sources` learns of them. */
function linksBetween(records: readonly TLRecord[], sources: Map<string, string>, copyOf: CopyOf): TLRecord[] {
  const copies = new Map([...sources].map(([copy, own]) => [own, copy as TLShapeId]));
  const bindings = records.flatMap((record) =>
    record.typeName === 'binding' && record.type === 'arrow' ? record : [],
  );
  const ends = Map.groupBy(bindings, ({ fromId }) => fromId);
  return records.flatMap((record): TLRecord[] => {
    const joined = record.typeName === 'shape' && record.type === 'arrow' ? (ends.get(record.id) ?? []) : [];
    if (record.typeName !== 'shape' || joined.length !== 2 || !joined.every(({ toId }) => copies.has(toId))) return [];
    const id = copyOf(record.id);
    sources.set(id, record.id);
    const bound = joined.map((binding) => {
      const bindingId = createBindingId(`${id.slice('shape:'.length)}-${binding.props.terminal}`);
      sources.set(bindingId, binding.id);
      return { ...binding, id: bindingId, fromId: id, toId: copies.get(binding.toId) ?? binding.toId };
    });
    return [{ ...record, id, isLocked: false }, ...bound];
  });
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
