// A tidy grid for many notes at once: in the zone where it is free, together or between what is there, smaller where that is the
// only way to fit, and under the zone where not even that is enough; without a zone near what most of the page's shapes are near.
// Who puts something far out moves none of that.
import type { TLPage, TLRecord, TLShape } from '@tldraw/tlschema';
import { noteSide } from '../board/notes/new-note.ts';
import { pagePlace } from '../board/layout/page-place.ts';
import { zoneHeaderHeight, zoneInset } from '../domain/zones.ts';
import { cardWidth } from '../schema/card-shape.ts';
import { limits } from '../protocol/limits.ts';
import type { ZoneShape } from '../schema/zone-shape.ts';

export interface GridSize {
  height: number;
  /** Notes can be drawn smaller, cards cannot. */
  scalable: boolean;
}

export interface GridPlace {
  parentId: TLShape['parentId'];
  x: number;
  y: number;
  scale: number;
}

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

interface Area {
  parentId: TLShape['parentId'];
  x: number;
  /** Where it may begin. */
  y: number;
  width: number;
  /** Where it ends; none: as far as it takes. */
  bottom: number | null;
  /** What stands there. */
  taken: readonly Box[];
}

const gap = 24;
const scales = [1, 0.8, 0.6, 0.5, 0.4, 0.3, 0.25];
/** What is higher lies behind everything. */
const highest = 20_000;
const cellsTriedMax = 2_000;
/** On a page without a zone. */
const pageWidth = 10 * (noteSide + gap);

export function gridPlaces(
  records: readonly TLRecord[],
  zone: ZoneShape | null,
  sizes: readonly GridSize[],
): GridPlace[] {
  if (sizes.length === 0) return [];
  const under = areaUnder(records, zone, sizes);
  const inside = zone && isUndivided(zone) ? areaIn(zone, records) : null;
  if (inside)
    for (const scale of sizes.every(({ scalable }) => scalable) ? scales : [1]) {
      const places = laidOut(inside, sizes, scale) ?? inFreeCells(inside, sizes, scale);
      if (places) return places;
    }
  return inReach(laidOut(under, sizes, 1) ?? []);
}

/** Who stands far out must not push them to where nothing is drawn: then they stand before that, over what is there. */
function inReach(places: readonly GridPlace[]): GridPlace[] {
  const right = places.reduce((most, { x }) => Math.max(most, x), -Infinity);
  const bottom = places.reduce((most, { y }) => Math.max(most, y), -Infinity);
  const most = limits.coordinateMax;
  const [left, up] = [Math.max(0, right - most), Math.max(0, bottom - most)];
  return places.map((place) => ({
    ...place,
    x: Math.max(-most, place.x - left),
    y: Math.max(-most, place.y - up),
  }));
}

/** In rows, each as high as its highest, in the first free stretch that takes all of them. Null where there is none. */
function laidOut(area: Area, sizes: readonly GridSize[], scale: number): GridPlace[] | null {
  const { parentId, x, bottom } = area;
  const { side, between, columns } = columnsOf(area, sizes, scale);
  const places: GridPlace[] = [];
  let height = 0;
  for (let first = 0; first < sizes.length; first += columns) {
    const row = sizes.slice(first, first + columns);
    const top = first === 0 ? 0 : height + between;
    for (const column of row.keys()) places.push({ parentId, x: x + column * (side + between), y: top, scale });
    height = top + row.reduce((most, size) => Math.max(most, size.height * scale), 0);
  }
  const top = freeTop(area, height);
  if (bottom !== null && top + height > bottom) return null;
  return places.map((place) => ({ ...place, y: top + place.y }));
}

/** Between what is there, in the cells of the grid that are free. Null where they are too few. */
function inFreeCells(area: Area, sizes: readonly GridSize[], scale: number): GridPlace[] | null {
  const { parentId, x, y, bottom, taken } = area;
  const { side, between, columns } = columnsOf(area, sizes, scale);
  const height = sizes.reduce((most, size) => Math.max(most, size.height), 0) * scale;
  const inTheWay = taken.filter((box) => box.height <= highest);
  const free: GridPlace[] = [];
  for (let cell = 0; cell < cellsTriedMax && free.length < sizes.length; cell++) {
    const left = x + (cell % columns) * (side + between);
    const top = y + Math.floor(cell / columns) * (height + between);
    if (bottom === null || top + height > bottom) break;
    const isFree = inTheWay.every(
      (box) => box.x >= left + side || box.x + box.width <= left || box.y >= top + height || box.y + box.height <= top,
    );
    if (isFree) free.push({ parentId, x: left, y: top, scale });
  }
  return free.length === sizes.length ? free : null;
}

function columnsOf({ width }: Area, sizes: readonly GridSize[], scale: number) {
  const isAllNotes = sizes.every(({ scalable }) => scalable);
  const side = (isAllNotes ? noteSide : cardWidth) * scale;
  const between = gap * scale;
  return { side, between, columns: Math.max(1, Math.floor((width + between) / (side + between))) };
}

/** Where so much height is free across the whole width, the first such place from the top. */
function freeTop({ x, y, width, taken }: Area, height: number): number {
  const inTheWay = taken
    .filter((box) => box.x < x + width && box.x + box.width > x && box.height <= highest)
    .toSorted((one, other) => one.y - other.y);
  let top = y;
  for (const box of inTheWay) {
    if (box.y >= top + height + gap) break;
    top = Math.max(top, box.y + box.height + gap);
  }
  return top;
}

/** Where a place in a zone says something, nobody has said it. */
function isUndivided({ props: { layout = 'free' } }: ZoneShape): boolean {
  return layout === 'free' || layout === 'grid';
}

function areaIn(zone: ZoneShape, records: readonly TLRecord[]): Area {
  // Lines that are printed in the zone take no room.
  const inside = shapesIn(records, zone.id).filter(({ type }) => type !== 'line');
  const { w, h } = zone.props;
  return {
    parentId: zone.id,
    x: zoneInset,
    y: Math.max(zoneHeaderHeight, gap),
    width: w - 2 * zoneInset,
    bottom: h - zoneInset / 2,
    taken: inside.map(boxOf),
  };
}

/** Under the zone, or on the first page. */
function areaUnder(records: readonly TLRecord[], zone: ZoneShape | null, sizes: readonly GridSize[]): Area {
  const byId = new Map<string, TLRecord>(records.map((record) => [record.id, record]));
  const at = zone && pagePlace(zone, (id) => byId.get(id));
  if (!zone || !at) return areaOnPage(records, sizes);
  return {
    parentId: at.pageId as TLPage['id'],
    x: at.x + zoneInset,
    y: at.y + zone.props.h + gap,
    width: zone.props.w - 2 * zoneInset,
    bottom: null,
    taken: shapesIn(records, at.pageId).map(boxOf),
  };
}

/** From the middle of what is there downwards, as wide as it takes. */
function areaOnPage(records: readonly TLRecord[], sizes: readonly GridSize[]): Area {
  const pages = records.filter((record): record is TLPage => record.typeName === 'page');
  const page = pages.toSorted((a, b) => (a.index < b.index ? -1 : 1))[0]?.id ?? ('page:page' as TLPage['id']);
  const taken = shapesIn(records, page).map(boxOf);
  const side = sizes.every(({ scalable }) => scalable) ? noteSide : cardWidth;
  const width = Math.min(pageWidth, sizes.length * (side + gap) - gap);
  const left = taken.length === 0 ? 0 : median(taken.map((box) => box.x + box.width / 2)) - width / 2;
  const top = taken.length === 0 ? 0 : median(taken.map(({ y, height }) => y + height / 2));
  return { parentId: page, x: left, y: top, width, bottom: null, taken };
}

/** Of at least one number. A few that are far out do not change it much. */
function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}

function boxOf(shape: TLShape): Box {
  return { x: shape.x, y: shape.y, width: widthOf(shape), height: heightOf(shape) };
}

function shapesIn(records: readonly TLRecord[], parent: string): TLShape[] {
  return records.flatMap((record) => (record.typeName === 'shape' && record.parentId === parent ? record : []));
}

export function widthOf({ props }: TLShape): number {
  return 'w' in props && typeof props.w === 'number' ? props.w : noteSide * scaleOf(props);
}

function heightOf({ props }: TLShape): number {
  if ('h' in props && typeof props.h === 'number') return props.h;
  const grown = 'growY' in props && typeof props.growY === 'number' ? props.growY : 0;
  return (noteSide + grown) * scaleOf(props);
}

function scaleOf(props: TLShape['props']): number {
  return 'scale' in props && typeof props.scale === 'number' ? props.scale : 1;
}
