// Parallel groups' copies -> one merged map: which cards and notes go where in which merged zone, and which links go along. Where
// each came from stays with it. Pure data: whoever calls makes the shapes.
import { cellsAt } from '../domain/placement.ts';
import type { BoardModel, Card, Link, Note, Zone } from '../domain/model.ts';
import type { ZonePlan } from '../domain/zones.ts';
import { moved } from './moving-aside.ts';
import { placesIn, regionsOf, roomIn, type Region } from './template-plan.ts';

/** Between what is there and the merged map. */
const mergeGap = 240;
const growthStep = 224;
const growthStepsMax = 2_000;
const noteSide = 200;

export interface MergedZone extends ZonePlan {
  /** The template's zone that all its copies stand for. */
  part: string;
  /** On the page. */
  x: number;
  y: number;
  title: string;
  prompt: string;
}

/** A card or note of a group, as it goes into the merged zone. */
export interface MergedThing {
  /** Id of the group's own, which stays; to be kept as `sources` of the new one. */
  source: string;
  group: string;
  part: string;
  /** In the merged zone. */
  x: number;
  y: number;
}

export interface MergedGroups {
  zones: MergedZone[];
  cards: MergedThing[];
  notes: MergedThing[];
  /** A group's link whose two cards both go along. Its ends are the groups' cards, to be looked up by `source`. */
  links: { source: string; from: string; to: string }[];
}

/** Null where no zone has more than one group's copy on its page. */
export function mergeGroups(board: Pick<BoardModel, 'zones' | 'cards' | 'notes' | 'links'>): MergedGroups | null {
  const copies = copiesByPart(board.zones);
  if (copies.size === 0) return null;
  const merged = [...copies].map(([part, zones]) => mergedPart(part, zones, board));
  const cards = merged.flatMap((one) => one.cards);
  const isMerged = new Set(cards.map(({ source }) => source));
  return {
    zones: besideAll(
      merged.map(({ first, size }) => ({ first, size })),
      board.zones,
    ),
    cards,
    notes: merged.flatMap(({ notes }) => notes),
    links: board.links.flatMap(({ id, from, to }: Link) =>
      isMerged.has(from) && isMerged.has(to) ? [{ source: id, from, to }] : [],
    ),
  };
}

function copiesByPart(zones: readonly Zone[]): Map<string, Zone[]> {
  const byPart = new Map<string, Zone[]>();
  for (const zone of zones) {
    if (zone.part === null || zone.group === null) continue;
    byPart.set(zone.part, [...(byPart.get(zone.part) ?? []), zone]);
  }
  const several = [...byPart].filter(([, copies]) => new Set(copies.map(({ group }) => group)).size > 1);
  return new Map(several.map(([part, copies]) => [part, copies.toSorted(byGroup)]));
}

function byGroup(a: Zone, b: Zone): number {
  return Number(a.group) - Number(b.group) || a.x - b.x || (a.id < b.id ? -1 : 1);
}

interface MergedPart {
  first: Zone;
  size: { w: number; h: number };
  cards: MergedThing[];
  notes: MergedThing[];
}

function mergedPart(part: string, copies: readonly Zone[], board: Pick<BoardModel, 'cards' | 'notes'>): MergedPart {
  const [first] = copies;
  if (!first) throw new Error(`${part} has no copies.`);
  const things = copies.flatMap((zone) => [...inZone(board.cards, zone), ...inZone(board.notes, zone)]);
  const size = { w: Math.max(...copies.map(({ w }) => w)), h: Math.max(...copies.map(({ h }) => h)) };
  const placed = isValued(first) ? things.map(whereItWas) : inRows({ ...first, ...size }, things, size);
  const cardIds = new Set(board.cards.map(({ id }) => id));
  const of = (isCard: boolean): MergedThing[] =>
    placed
      .filter(({ thing }) => cardIds.has(thing.id) === isCard)
      .map(({ thing, x, y }) => ({ source: thing.id, group: thing.zone.group ?? '', part, x, y }));
  return { first, size, cards: of(true), notes: of(false) };
}

interface Thing {
  id: string;
  zone: Zone;
  /** In its group's zone. */
  x: number;
  y: number;
  w: number;
}

function inZone(things: readonly (Card | Note)[], zone: Zone): Thing[] {
  return things.flatMap((thing) =>
    thing.zoneId === zone.id
      ? [{ id: thing.id, zone, x: thing.x - zone.x, y: thing.y - zone.y, w: 'w' in thing ? thing.w : noteSide }]
      : [],
  );
}

/** Where the place says a value, it stays: two groups' cards beside each other are what the groups compare. */
function isValued({ layout }: Zone): boolean {
  return layout === 'quadrant' || layout === 'rings' || layout === 'sectors';
}

function whereItWas(thing: Thing): { thing: Thing; x: number; y: number } {
  return { thing, x: thing.x, y: thing.y };
}

/** Group after group, each thing in the part it was in. The zone grows (`size` is changed) until all have room. */
function inRows(
  zone: Zone,
  things: readonly Thing[],
  size: { w: number; h: number },
): { thing: Thing; x: number; y: number }[] {
  const partOf = things.map((thing) => partAt(thing, regionsOf(thing.zone)));
  const needed = regionsOf(zone).map((_, i) => partOf.filter((part) => part === i).length);
  let regions = regionsOf(zone);
  for (let step = 0; step < growthStepsMax && !isRoom(regions, needed); step++) {
    size.h += growthStep;
    regions = regionsOf({ ...zone, ...size });
  }
  const free = regions.map((region) => placesIn(region));
  return things.map((thing, i) => {
    const place = free[partOf[i] ?? 0]?.next().value ?? { x: thing.x, y: thing.y };
    return { thing, ...place };
  });
}

function partAt(thing: Thing, regions: readonly Region[]): number {
  const { cell, row } = cellsAt(thing.zone, { x: thing.x + thing.w / 2, y: thing.y + noteSide / 2 });
  const at = regions.findIndex((region) => region.cell === (cell?.id ?? null) && region.row === (row?.id ?? null));
  return Math.max(0, at);
}

function isRoom(regions: readonly Region[], needed: readonly number[]): boolean {
  return regions.every((region, i) => roomIn(region) >= (needed[i] ?? 0));
}

/** To the right of everything on their page, laid out as the first group's zones are. */
function besideAll(parts: readonly Pick<MergedPart, 'first' | 'size'>[], zones: readonly Zone[]): MergedZone[] {
  const pageId = parts[0]?.first.pageId;
  const right = Math.max(...zones.filter((zone) => zone.pageId === pageId).map(({ x, w }) => x + w));
  const left = Math.min(...parts.map(({ first }) => first.x));
  const x = moved(parts.map(({ first, size }) => ({ from: first.x, to: first.x + first.w, length: size.w })));
  const y = moved(parts.map(({ first, size }) => ({ from: first.y, to: first.y + first.h, length: size.h })));
  return parts.map(({ first }) => {
    const { part, title, prompt, id: _id, pageId: _page, group: _group, ...plan } = first;
    return {
      ...plan,
      part: part ?? '',
      title: title.replace(/^\d+ · /, ''),
      prompt,
      x: right + mergeGap + x(first.x) - x(left),
      y: y(first.y),
      w: x(first.x + first.w) - x(first.x),
      h: y(first.y + first.h) - y(first.y),
    };
  });
}
