// A tidy grid for many notes at once: in the zone below what stands there, smaller where that is the only way to fit, and under the
// zone where not even that is enough.
import type { TLPage, TLRecord, TLShape } from '@tldraw/tlschema';
import { pagePlace } from '../board/page-place.ts';
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

interface Area {
  parentId: TLShape['parentId'];
  x: number;
  y: number;
  width: number;
  /** Where it ends; none: as far as it takes. */
  bottom: number | null;
}

const noteSide = 200;
const gap = 24;
const scales = [1, 0.8, 0.6, 0.5, 0.4, 0.3, 0.25];
/** On a page without a zone. */
const pageWidth = 10 * (noteSide + gap);

export function gridPlaces(
  records: readonly TLRecord[],
  zone: ZoneShape | null,
  sizes: readonly GridSize[],
): GridPlace[] {
  if (sizes.length === 0) return [];
  const under = areaUnder(records, zone);
  const inside = zone && isUndivided(zone) ? areaIn(zone, records) : null;
  if (inside)
    for (const scale of sizes.every(({ scalable }) => scalable) ? scales : [1]) {
      const places = laidOut(inside, sizes, scale);
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

/** In rows, each as high as its highest. Null where they do not fit. */
function laidOut({ parentId, x, y, width, bottom }: Area, sizes: readonly GridSize[], scale: number) {
  const isAllNotes = sizes.every(({ scalable }) => scalable);
  const side = (isAllNotes ? noteSide : cardWidth) * scale;
  const between = gap * scale;
  const columns = Math.max(1, Math.floor((width + between) / (side + between)));
  const places: GridPlace[] = [];
  let top = y;
  for (let first = 0; first < sizes.length; first += columns) {
    const row = sizes.slice(first, first + columns);
    const height = Math.max(...row.map((size) => size.height * scale));
    if (bottom !== null && top + height > bottom) return null;
    for (const column of row.keys()) places.push({ parentId, x: x + column * (side + between), y: top, scale });
    top += height + between;
  }
  return places;
}

/** Where a place in a zone says something, nobody has said it. */
function isUndivided({ props: { layout = 'free' } }: ZoneShape): boolean {
  return layout === 'free' || layout === 'grid';
}

/** Below what stands in it. */
function areaIn(zone: ZoneShape, records: readonly TLRecord[]): Area {
  // Lines that are printed in the zone take no room.
  const inside = shapesIn(records, zone.id).filter(({ type }) => type !== 'line');
  const from = Math.max(zoneHeaderHeight, lowest(inside) + gap);
  const { w, h } = zone.props;
  return { parentId: zone.id, x: zoneInset, y: from, width: w - 2 * zoneInset, bottom: h - zoneInset / 2 };
}

/** Under the zone and under what stands there, or under everything on the first page. */
function areaUnder(records: readonly TLRecord[], zone: ZoneShape | null): Area {
  const byId = new Map<string, TLRecord>(records.map((record) => [record.id, record]));
  const at = zone && pagePlace(zone, (id) => byId.get(id));
  if (!zone || !at) {
    const pages = records.filter((record): record is TLPage => record.typeName === 'page');
    const page = pages.toSorted((a, b) => (a.index < b.index ? -1 : 1))[0]?.id ?? ('page:page' as TLPage['id']);
    const there = shapesIn(records, page);
    if (there.length === 0) return { parentId: page, x: 0, y: 0, width: pageWidth, bottom: null };
    const left = there.reduce((least, { x }) => Math.min(least, x), Infinity);
    return { parentId: page, x: left, y: lowest(there) + gap, width: pageWidth, bottom: null };
  }
  const width = zone.props.w - 2 * zoneInset;
  const x = at.x + zoneInset;
  const edge = at.y + zone.props.h;
  const there = shapesIn(records, at.pageId).filter(
    (shape) => shape.y >= edge && shape.x < x + width && shape.x + widthOf(shape) > x,
  );
  const y = Math.max(edge, lowest(there)) + gap;
  return { parentId: at.pageId as TLPage['id'], x, y, width, bottom: null };
}

function shapesIn(records: readonly TLRecord[], parent: string): TLShape[] {
  return records.flatMap((record) => (record.typeName === 'shape' && record.parentId === parent ? record : []));
}

/** Where the lowest of them ends. A loop: a call takes no more than some ten thousand arguments. */
function lowest(shapes: readonly TLShape[]): number {
  return shapes.reduce((most, shape) => Math.max(most, shape.y + heightOf(shape)), -Infinity);
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
