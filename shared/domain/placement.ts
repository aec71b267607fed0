// Where something lies in a zone <-> what that says of it. One function each way, over the same areas. Points are page units
// from the zone's upper left corner; of a card, its middle.
import type { FieldValue } from './fields.ts';
import { zoneHeaderHeight, zoneInset, type Sets, type ZoneAxis, type ZoneCell, type ZonePlan } from './zones.ts';

export interface Point {
  x: number;
  y: number;
}

export interface Area extends Point {
  w: number;
  h: number;
}

/** Page units beside the axes of a quadrant for their names, and beside cells for theirs. */
export const axisGutter = 80;
export const cellTitleHeight = 48;
export const rowTitleWidth = 200;
/** Nearer to the middle than this, a value is "on the line": the group is asked. */
const onTheLine = 3;

/** What dropping writes. Null: the field is emptied, as of a card that is pulled out of the grid it was placed on. */
export type Written = Record<string, FieldValue | null>;

/** The part of the zone that its layout divides. */
export function innerArea(plan: ZonePlan): Area {
  const top = zoneHeaderHeight;
  const bottom = zoneInset;
  if (plan.layout === 'quadrant')
    return area(axisGutter, top, plan.w - axisGutter - zoneInset, plan.h - top - axisGutter);
  if (plan.layout === 'rings' || plan.layout === 'sectors') {
    const side = Math.max(1, Math.min(plan.w - 2 * zoneInset, plan.h - top - bottom));
    return area((plan.w - side) / 2, top + (plan.h - top - bottom - side) / 2, side, side);
  }
  if (plan.layout === 'table' || plan.layout === 'time-room') {
    const left = plan.rows.length > 0 ? rowTitleWidth : 0;
    return area(left, top + cellTitleHeight, plan.w - left, plan.h - top - cellTitleHeight);
  }
  if (plan.layout === 'columns') return area(0, top + cellTitleHeight, plan.w, plan.h - top - cellTitleHeight);
  if (plan.layout === 'rows' || plan.layout === 'bands')
    return area(rowTitleWidth, top, plan.w - rowTitleWidth, plan.h - top);
  return area(zoneInset, top, plan.w - 2 * zoneInset, plan.h - top - bottom);
}

/** The cell and the row a point lies in. Outside the divided part there is none. */
export function cellsAt(plan: ZonePlan, point: Point): { cell: ZoneCell | null; row: ZoneCell | null } {
  const inner = innerArea(plan);
  const [u, v] = [(point.x - inner.x) / inner.w, (point.y - inner.y) / inner.h];
  switch (plan.layout) {
    case 'columns':
      return { cell: partAt(plan.cells, u), row: null };
    case 'rows':
    case 'bands':
      return { cell: partAt(plan.cells, v), row: null };
    case 'table':
    case 'time-room':
      return { cell: partAt(plan.cells, u), row: partAt(plan.rows, v) };
    case 'rings':
      return { cell: partAt(plan.cells, radius(u, v)), row: null };
    case 'sectors':
      if (radius(u, v) > 1) return { cell: null, row: null };
      return { cell: partAt(plan.cells, turn(u, v)), row: partAt(plan.rows, radius(u, v)) };
    case 'free':
    case 'grid':
    case 'quadrant':
      return { cell: null, row: null };
  }
}

/** What lying at this point says, beside the kind. */
export function fieldsAt(plan: ZonePlan, point: Point): Written {
  const { cell, row } = cellsAt(plan, point);
  const emptied = Object.fromEntries(
    [...plan.cells, ...plan.rows].flatMap(({ sets }) => Object.keys(sets ?? {})).map((name) => [name, null]),
  );
  return { ...emptied, ...plan.sets, ...cell?.sets, ...row?.sets, ...axesAt(plan, point) };
}

/** The kind that a note takes on there; null: it stays a note. */
export function kindAt(plan: ZonePlan, point: Point): string | null {
  return cellsAt(plan, point).cell?.kind ?? plan.kind;
}

/** The middle of where a card with these values belongs; null where they do not say. */
export function placeFor(plan: ZonePlan, fields: Readonly<Record<string, unknown>>): Point | null {
  const inner = innerArea(plan);
  if (plan.layout === 'quadrant' && plan.across && plan.up) {
    const [x, y] = [score(fields[plan.across.field]), score(fields[plan.up.field])];
    if (x === null || y === null) return null;
    return { x: inner.x + (inner.w * x) / 100, y: inner.y + inner.h * (1 - y / 100) };
  }
  const across = middleOf(plan.cells, fields);
  const down = middleOf(plan.rows, fields);
  switch (plan.layout) {
    case 'columns':
      return across === null ? null : { x: inner.x + inner.w * across, y: inner.y + inner.h / 2 };
    case 'rows':
    case 'bands':
      return across === null ? null : { x: inner.x + inner.w / 2, y: inner.y + inner.h * across };
    case 'table':
    case 'time-room':
      if (across === null || (down === null && plan.rows.length > 0)) return null;
      return { x: inner.x + inner.w * across, y: inner.y + inner.h * (down ?? 0.5) };
    case 'rings':
      return across === null ? null : onDisc(inner, 0, across);
    case 'sectors':
      return across === null ? null : onDisc(inner, across, down ?? 0.6);
    default:
      return null;
  }
}

/** Whether a value from 0 to 100 is too near to the middle to say on which side it is. */
export function isOnTheLine(value: number): boolean {
  return Math.abs(value - 50) < onTheLine;
}

/** Where each cell begins and ends, as shares of the whole from 0 to 1. */
export function cellSpans(cells: readonly ZoneCell[]): { cell: ZoneCell; from: number; to: number }[] {
  const total = cells.reduce((sum, { size }) => sum + (size ?? 1), 0);
  let from = 0;
  return cells.map((cell) => {
    const to = from + (cell.size ?? 1) / total;
    const span = { cell, from, to };
    from = to;
    return span;
  });
}

function axesAt(plan: ZonePlan, point: Point): Written {
  if (plan.layout !== 'quadrant') return {};
  const inner = innerArea(plan);
  const [u, v] = [(point.x - inner.x) / inner.w, 1 - (point.y - inner.y) / inner.h];
  const isInside = [u, v].every((part) => part >= 0 && part <= 1);
  const write = (axis: ZoneAxis | null, part: number): Written =>
    axis ? { [axis.field]: isInside ? Math.round(part * 100) : null } : {};
  return { ...write(plan.across, u), ...write(plan.up, v) };
}

function partAt(cells: readonly ZoneCell[], part: number): ZoneCell | null {
  if (part < 0 || part > 1) return null;
  return cellSpans(cells).find(({ to }) => part < to)?.cell ?? cells.at(-1) ?? null;
}

/** Share of the way from the middle of a disc to its edge. */
function radius(u: number, v: number): number {
  return Math.hypot(u - 0.5, v - 0.5) * 2;
}

/** Share of a turn, clockwise from the top. */
function turn(u: number, v: number): number {
  const angle = Math.atan2(u - 0.5, 0.5 - v) / (2 * Math.PI);
  return angle < 0 ? angle + 1 : angle;
}

function onDisc(inner: Area, turned: number, out: number): Point {
  const angle = turned * 2 * Math.PI;
  const [rx, ry] = [inner.w / 2, inner.h / 2];
  return { x: inner.x + rx + Math.sin(angle) * out * rx, y: inner.y + ry - Math.cos(angle) * out * ry };
}

function middleOf(cells: readonly ZoneCell[], fields: Readonly<Record<string, unknown>>): number | null {
  const span = cellSpans(cells).find(({ cell }) => holds(cell.sets ?? {}, fields));
  return span ? (span.from + span.to) / 2 : null;
}

function holds(sets: Sets, fields: Readonly<Record<string, unknown>>): boolean {
  const entries = Object.entries(sets);
  return entries.length > 0 && entries.every(([name, value]) => JSON.stringify(fields[name]) === JSON.stringify(value));
}

function score(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? Math.min(100, Math.max(0, value)) : null;
}

function area(x: number, y: number, w: number, h: number): Area {
  return { x, y, w: Math.max(1, w), h: Math.max(1, h) };
}
