// How a zone is divided, and what lying in a part of it means. The same data lays out the zone's lines, tells what dropping a
// card there writes, and where a card with these values belongs.
import type { FieldValue } from './fields.ts';

/** Page units kept free at the top of a zone for its title and prompt. */
export const zoneHeaderHeight = 120;
/** Page units between a zone's edge and what stands in it. */
export const zoneInset = 28;

export const zoneLayouts = [
  'free',
  'grid',
  'columns',
  'rows',
  'quadrant',
  'rings',
  'sectors',
  'bands',
  'table',
  'time-room',
] as const;
export type ZoneLayout = (typeof zoneLayouts)[number];

/** What dropping something writes: field -> value. */
export type Sets = Readonly<Record<string, FieldValue>>;

export interface ZoneCell {
  id: string;
  title: string;
  /** Share of the width or height beside the others; 1 where it is not said. */
  size?: number;
  /** What a note becomes here, before what the zone says. */
  kind?: string;
  sets?: Sets;
}

/** An axis from 0 to 100. */
export interface ZoneAxis {
  /** A field with numbers from 0 to 100. */
  field: string;
  title: string;
  low: string;
  high: string;
}

export interface ZonePlan {
  w: number;
  h: number;
  layout: ZoneLayout;
  /** Columns from the left, rows and bands from the top, rings from the middle, sectors clockwise from the top. */
  cells: readonly ZoneCell[];
  /** The other way: rows of a table or of times, rings (from the middle) of sectors. */
  rows: readonly ZoneCell[];
  across: ZoneAxis | null;
  /** From the bottom. */
  up: ZoneAxis | null;
  /** Kinds that stay what they are here; none: all do. */
  accepts: readonly string[];
  /** What a note that is dropped here becomes; null: it stays a note. */
  kind: string | null;
  sets: Sets;
  /** Fields that its cards show, instead of those of their kind; null: those of their kind. */
  shows: readonly string[] | null;
  /** Only a facilitator changes the zone itself. */
  locked: boolean;
}
