// A template's zone -> the plan that the domain reads, in a language; and where in it notes and cards have room.
import { cellSpans, innerArea, type Area } from '../domain/placement.ts';
import { textIn } from '../domain/text.ts';
import { zoneHeaderHeight, zoneInset, type ZoneCell, type ZonePlan } from '../domain/zones.ts';
import type { TemplateAxis, TemplateCell, TemplateZone } from './format.ts';

/** Page units from one note to the next, and from one card to the next. */
const noteStep = 224;
const cardStep = 264;
/** From the line around a part of a zone to what stands in it. */
const partInset = 12;

/** A part of a zone in which notes and cards stand in rows. */
export interface Region extends Area {
  cell: string | null;
  row: string | null;
  /** From the left edge of one thing to that of the next. */
  step: number;
}

export function planOf(zone: TemplateZone, locale = 'en'): ZonePlan {
  const cell = ({ title, ...rest }: TemplateCell): ZoneCell => ({ ...rest, title: textIn(title, locale) });
  const axis = ({ field, title, low, high }: TemplateAxis) => ({
    field,
    title: textIn(title, locale),
    low: textIn(low, locale),
    high: textIn(high, locale),
  });
  return {
    w: zone.w,
    h: zone.h,
    layout: zone.layout ?? 'free',
    cells: (zone.cells ?? []).map(cell),
    rows: (zone.rows ?? []).map(cell),
    across: zone.across ? axis(zone.across) : null,
    up: zone.up ? axis(zone.up) : null,
    accepts: zone.accepts ?? [],
    kind: zone.kind ?? null,
    sets: zone.sets ?? {},
    shows: zone.shows ?? null,
    locked: zone.locked ?? false,
  };
}

/** In reading order. Everything in one lies inside the zone and below its heading. */
export function regionsOf(plan: ZonePlan): Region[] {
  const step = holdsCards(plan) ? cardStep : noteStep;
  const inner = innerArea(plan);
  const whole = (area: Area): Region[] => [{ ...area, cell: null, row: null, step }];
  switch (plan.layout) {
    case 'free':
    case 'grid':
      return whole({ x: zoneInset, y: zoneHeaderHeight, w: plan.w - zoneInset, h: plan.h - zoneHeaderHeight });
    case 'quadrant':
      return whole(inset(inner));
    case 'rings':
    case 'sectors': {
      // The largest square in the disc: nothing in it is outside the disc.
      const side = inner.w / Math.SQRT2;
      const edge = (inner.w - side) / 2;
      return whole({ x: inner.x + edge, y: inner.y + edge, w: side, h: side });
    }
    case 'columns':
    case 'rows':
    case 'bands':
    case 'table':
    case 'time-room':
      return parts(plan, inner, step);
  }
}

/** How many notes or cards it holds. */
export function roomIn(region: Region): number {
  const { columns, rows } = gridOf(region);
  return columns * rows;
}

/** Upper left corners, row by row. One after the other: a zone from a file may be very large. */
export function* placesIn(region: Region): Generator<{ x: number; y: number }> {
  const { columns, rows } = gridOf(region);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      yield { x: region.x + column * region.step, y: region.y + row * noteStep };
}

function gridOf({ w, h, step }: Region): { columns: number; rows: number } {
  return { columns: Math.max(0, Math.floor(w / step)), rows: Math.max(0, Math.floor(h / noteStep)) };
}

function parts(plan: ZonePlan, inner: Area, step: number): Region[] {
  const isStacked = plan.layout === 'rows' || plan.layout === 'bands';
  const [across, down] = isStacked ? [[], plan.cells] : [plan.cells, plan.rows];
  const whole = [{ cell: null, from: 0, to: 1 }];
  const columns = across.length > 0 ? cellSpans(across) : whole;
  const rows = down.length > 0 ? cellSpans(down) : whole;
  return rows.flatMap((row) =>
    columns.map((column) => ({
      ...inset({
        x: inner.x + inner.w * column.from,
        y: inner.y + inner.h * row.from,
        w: inner.w * (column.to - column.from),
        h: inner.h * (row.to - row.from),
      }),
      cell: (isStacked ? row.cell?.id : column.cell?.id) ?? null,
      row: isStacked ? null : (row.cell?.id ?? null),
      step,
    })),
  );
}

/** Free at the left and at the top; the step of the last thing leaves room at the other sides. */
function inset({ x, y, w, h }: Area): Area {
  return { x: x + partInset, y: y + partInset, w: w - partInset, h: h - partInset };
}

function holdsCards({ kind, cells, rows }: ZonePlan): boolean {
  return kind !== null || [...cells, ...rows].some((part) => part.kind !== undefined);
}
