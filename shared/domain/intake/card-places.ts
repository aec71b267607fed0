// Where cards that come in are put: in tidy rows, in a zone as far as there is room, the rest below the board. Pure geometry;
// all lengths are page units.
import { innerArea, placeFor, cellSpans, type Area, type Point } from '../placement.ts';
import type { CardFields } from '../fields.ts';
import type { ZonePlan } from '../zones.ts';

export interface CardToPlace {
  key: string;
  fields: CardFields;
  /** A little more than it will be. */
  h: number;
}

export interface CardPlace extends Point {
  key: string;
  /** In the zone, from its corner; else on the page. */
  isInZone: boolean;
}

export interface ZoneTarget {
  plan: ZonePlan;
  /** What lies in it, from its corner. */
  taken: readonly Area[];
}

const cardGap = 24;
/** What stands lower than this is a row of its own for whoever reads the board in order. */
const rowPitchMin = 112;
const columnsMin = 6;

interface PlacingOptions {
  cardWidth: number;
  zone: ZoneTarget | null;
  /** What lies on the page; null where nothing does. */
  board: Area | null;
}

/** In the order of `cards`. */
export function placeCards(
  cards: readonly CardToPlace[],
  { cardWidth, zone, board }: PlacingOptions,
): Map<string, CardPlace> {
  const places = zone ? inZone(cards, zone, cardWidth) : new Map<string, CardPlace>();
  const rest = cards.filter(({ key }) => !places.has(key));
  for (const [key, place] of belowBoard(rest, board, cardWidth)) places.set(key, place);
  return places;
}

function belowBoard(cards: readonly CardToPlace[], board: Area | null, cardWidth: number): Map<string, CardPlace> {
  const step = cardWidth + cardGap;
  const wide = Math.floor(((board?.w ?? 0) + cardGap) / step);
  const square = Math.ceil(Math.sqrt(cards.length / 1.6));
  const columns = Math.max(columnsMin, Math.min(wide, square * 2), square);
  const area = {
    x: board?.x ?? 0,
    y: board ? board.y + board.h + 80 : 0,
    w: columns * step,
    h: Number.POSITIVE_INFINITY,
  };
  return new Map(inRows(cards, area, cardWidth).map((place) => [place.key, { ...place, isInZone: false }]));
}

function inZone(cards: readonly CardToPlace[], { plan, taken }: ZoneTarget, cardWidth: number): Map<string, CardPlace> {
  const places = new Map<string, CardPlace>();
  if (plan.layout === 'quadrant') {
    for (const card of cards) {
      const middle = placeFor(plan, card.fields);
      if (!middle) continue;
      // What its middle says is what counts, so it may reach over the edge.
      places.set(card.key, { key: card.key, x: middle.x - cardWidth / 2, y: middle.y - card.h / 2, isInZone: true });
    }
    return places;
  }
  for (const { area, belongs } of partsOf(plan)) {
    const own = cards.filter((card) => !places.has(card.key) && belongs(card));
    const lowest = taken
      .filter((one) => overlaps(one, area))
      .reduce((y, one) => Math.max(y, one.y + one.h + cardGap), area.y);
    const free = { ...area, y: lowest, h: area.y + area.h - lowest };
    for (const place of inRows(own, free, cardWidth)) places.set(place.key, { ...place, isInZone: true });
  }
  return places;
}

interface Part {
  area: Area;
  belongs: (card: CardToPlace) => boolean;
}

/** The parts of a zone that rows fit in. What lies on a disc has a place of its own, which only people know. */
function partsOf(plan: ZonePlan): Part[] {
  const inner = innerArea(plan);
  const sits = (part: Point & { w: number; h: number }): Area => ({
    x: part.x + cardGap / 2,
    y: part.y + cardGap / 2,
    w: part.w - cardGap,
    h: part.h - cardGap,
  });
  const isSame = ({ fields }: CardToPlace, [name, value]: [string, unknown]): boolean => {
    const own: Readonly<Record<string, unknown>> = { ...fields };
    return JSON.stringify(own[name]) === JSON.stringify(value);
  };
  // The zone as a whole fills in what nobody has said; a part of it is chosen by what has been.
  const fits = (card: CardToPlace): boolean =>
    Object.entries(plan.sets).every((one) => !Object.hasOwn(card.fields, one[0]) || isSame(card, one));
  const says =
    (sets: Readonly<Record<string, unknown>> = {}) =>
    (card: CardToPlace): boolean =>
      fits(card) && Object.entries(sets).every((one) => isSame(card, one));
  switch (plan.layout) {
    case 'free':
    case 'grid':
      return [{ area: sits(inner), belongs: fits }];
    case 'columns':
      return cellSpans(plan.cells).map(({ cell, from, to }) => ({
        area: sits({ ...inner, x: inner.x + inner.w * from, w: inner.w * (to - from) }),
        belongs: says(cell.sets),
      }));
    case 'rows':
    case 'bands':
      return cellSpans(plan.cells).map(({ cell, from, to }) => ({
        area: sits({ ...inner, y: inner.y + inner.h * from, h: inner.h * (to - from) }),
        belongs: says(cell.sets),
      }));
    case 'quadrant':
    case 'rings':
    case 'sectors':
    case 'table':
    case 'time-room':
      return [];
  }
}

/** From left to right, row by row, as many as there is room for. */
function inRows(cards: readonly CardToPlace[], area: Area, cardWidth: number): (Point & { key: string })[] {
  const columns = Math.floor((area.w + cardGap) / (cardWidth + cardGap));
  if (columns < 1) return [];
  const places: (Point & { key: string })[] = [];
  let y = area.y;
  for (let start = 0; start < cards.length; start += columns) {
    const row = cards.slice(start, start + columns);
    const h = Math.max(...row.map((card) => card.h));
    if (y + h > area.y + area.h) break;
    for (const [i, { key }] of row.entries()) places.push({ key, x: area.x + i * (cardWidth + cardGap), y });
    y += Math.max(rowPitchMin, h + cardGap);
  }
  return places;
}

function overlaps(a: Area, b: Area): boolean {
  return a.x < b.x + b.w && a.x + a.w > b.x && a.y < b.y + b.h && a.y + a.h > b.y;
}
