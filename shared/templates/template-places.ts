// Where a template's notes and cards stand in their zones: at the place they name, where their values put them, or at the
// first free place of their part.
import { cellSpans, innerArea, placeFor, type Area } from '../domain/placement.ts';
import { zoneHeaderHeight } from '../domain/zones.ts';
import type { Place, Template, TemplateCard, TemplateNote, TemplateZone } from './format.ts';
import { placesIn, planOf, regionsOf, type Region } from './template-plan.ts';

export const noteSize = { w: 200, h: 200 };
/** The height of a card follows from what it says; this is a full one. */
export const cardSize = { w: 240, h: 180 };

type Item = (TemplateNote | TemplateCard) & { values: Readonly<Record<string, unknown>>; w: number; h: number };

/** Id of each note and card -> its place in its zone. What finds no room stands at its part's corner, in sight. */
export function templatePlaces(template: Template): Map<string, Place> {
  const places = new Map<string, Place>();
  for (const zone of template.zones) {
    const items = itemsIn(template, zone.id);
    for (const [id, place] of placesInZone(zone, items)) places.set(id, place);
  }
  return places;
}

/** First free places for more notes or cards, part by part in turn. Fewer where there is no more room. */
export function freePlaces(zone: TemplateZone, taken: readonly Area[], count: number): Place[] {
  const parts = regionsOf(planOf(zone)).map((region) => freeIn(region, taken));
  const inTurn: Place[] = [];
  let found = parts.length;
  while (inTurn.length < count && found > 0) {
    const next = parts.flatMap((part) => part.next().value ?? []);
    inTurn.push(...next);
    found = next.length;
  }
  return inTurn.slice(0, count);
}

/** Notes and cards of a zone as areas in it. */
export function takenIn(template: Template, zoneId: string, places = templatePlaces(template)): Area[] {
  return itemsIn(template, zoneId).flatMap(({ id, w, h }) => {
    const place = places.get(id);
    return place ? [{ ...place, w, h }] : [];
  });
}

/** Values that lying in this part of the zone gives. */
export function partValues(zone: TemplateZone, item: { cell?: string; row?: string }): Record<string, unknown> {
  const cell = zone.cells?.find(({ id }) => id === item.cell);
  const row = zone.rows?.find(({ id }) => id === item.row);
  return { ...zone.sets, ...cell?.sets, ...row?.sets };
}

/** How many notes and cards stand in each part, in the order of the parts. Where a place says a value, they stand in no row. */
export function standingIn(template: Template, zone: TemplateZone, regions: readonly Region[]): number[] {
  const counts = regions.map(() => 0);
  if (zone.layout === 'quadrant' || zone.layout === 'rings' || zone.layout === 'sectors') return counts;
  for (const item of itemsIn(template, zone.id)) {
    const part = regions.indexOf(item.at ? regionAround(item.at, regions) : regionFor(zone, regions, item));
    counts[part] = (counts[part] ?? 0) + 1;
  }
  return counts;
}

function itemsIn(template: Template, zoneId: string): Item[] {
  const here = <T extends { zone: string }>(list: readonly T[]): T[] => list.filter(({ zone }) => zone === zoneId);
  return [
    ...here(template.notes).map((note) => ({ ...note, ...noteSize, values: {} })),
    ...here(template.cards).map((card) => ({ ...card, ...cardSize, values: { ...card.fields, kind: card.kind } })),
  ];
}

function placesInZone(zone: TemplateZone, items: readonly Item[]): Map<string, Place> {
  const places = new Map<string, Place>();
  const fixed = sectorNames(zone);
  for (const item of items) {
    const place = item.at ?? valuedPlace(zone, item, fixed);
    if (!place) continue;
    places.set(item.id, place);
    fixed.push({ ...place, w: item.w, h: item.h });
  }
  const regions = regionsOf(planOf(zone));
  const free = new Map(regions.map((region) => [region, freeIn(region, fixed)]));
  for (const item of items) {
    if (places.has(item.id)) continue;
    const region = regionFor(zone, regions, item);
    places.set(item.id, free.get(region)?.next().value ?? { x: region.x, y: region.y });
  }
  return places;
}

/** Places in rows that nothing else takes; each is given once. */
function* freeIn(region: Region, taken: readonly Area[]): Generator<Place, undefined> {
  for (const place of placesIn(region)) {
    const size = { ...place, w: region.step - 24, h: noteSize.h };
    if (taken.every((other) => !overlaps(size, other))) yield place;
  }
}

function regionAround(at: Place, regions: readonly Region[]): Region {
  const middle = { x: at.x + noteSize.w / 2, y: at.y + noteSize.h / 2, w: 0, h: 0 };
  return (
    regions.find((region) => overlaps(middle, { ...region, w: region.w + 1, h: region.h + 1 })) ?? firstOf(regions)
  );
}

function firstOf(regions: readonly Region[]): Region {
  const [region] = regions;
  if (!region) throw new Error('Every zone has at least one part.');
  return region;
}

/** The part it names, else the one that its kind and its values speak of, else the first. */
function regionFor(zone: TemplateZone, regions: readonly Region[], item: Item): Region {
  const holds = (id: string | null, parts: TemplateZone['cells'], wanted: string | undefined): boolean => {
    if (id === null) return true;
    if (wanted !== undefined) return wanted === id;
    const { kind, sets } = parts?.find((part) => part.id === id) ?? {};
    const said = Object.entries({ ...sets, ...(kind !== undefined && { kind }) });
    return said.length > 0 && said.every(([name, value]) => item.values[name] === value);
  };
  const found = regions.find(({ cell, row }) => holds(cell, zone.cells, item.cell) && holds(row, zone.rows, item.row));
  return found ?? firstOf(regions);
}

/** Where values say the place: on axes exactly there, in a disc near the middle of its part, beside what stands there. */
function valuedPlace(zone: TemplateZone, item: Item, taken: readonly Area[]): Place | null {
  if (zone.layout !== 'quadrant' && zone.layout !== 'rings' && zone.layout !== 'sectors') return null;
  const plan = planOf(zone);
  const middle = placeFor(plan, item.values);
  if (!middle) return null;
  const corner = (x: number, y: number): Place => ({
    x: within(x - item.w / 2, 0, zone.w - item.w),
    y: within(y - item.h / 2, zoneHeaderHeight, zone.h - item.h),
  });
  if (zone.layout === 'quadrant') return corner(middle.x, middle.y);
  const disc = innerArea(plan);
  const [cx, cy] = [disc.x + disc.w / 2, disc.y + disc.h / 2];
  const [angle, radius] = [Math.atan2(middle.y - cy, middle.x - cx), Math.hypot(middle.x - cx, middle.y - cy)];
  for (const out of [1, 0.86, 1.14, 0.74, 1.24]) {
    for (const turn of turnsTried) {
      const at = angle + turn;
      const place = corner(cx + Math.cos(at) * radius * out, cy + Math.sin(at) * radius * out);
      if (taken.every((other) => !overlaps({ ...place, w: item.w + 16, h: item.h + 16 }, other))) return place;
    }
  }
  return corner(middle.x, middle.y);
}

/** Where the canvas writes the names of sectors: nothing stands on them. */
function sectorNames(zone: TemplateZone): Area[] {
  if (zone.layout !== 'sectors') return [];
  const plan = planOf(zone);
  const disc = innerArea(plan);
  return cellSpans(plan.cells).map(({ from, to }) => {
    const angle = (from + to) * Math.PI;
    const x = disc.x + (disc.w / 2) * (1 + Math.sin(angle) * 0.88);
    const y = disc.y + (disc.h / 2) * (1 - Math.cos(angle) * 0.93);
    return { x: x - 100, y: y - 20, w: 200, h: 48 };
  });
}

/** Radians to either side of the middle of a sector of a fifth. */
const turnsTried = [0, 0.14, -0.14, 0.28, -0.28, 0.42, -0.42, 0.52, -0.52];

export function overlaps(a: Area, b: Area): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

function within(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}
