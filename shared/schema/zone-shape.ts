// The zone: a frame-like shape of ours with a title, a prompt, and a plan of what lying in its parts means. Only its data; the
// canvas draws it.
import type { RecordProps, TLBaseShape, TLShape } from '@tldraw/tlschema';
import { T } from '@tldraw/validate';
import { zoneLayouts, type ZoneAxis, type ZoneCell, type ZoneLayout, type ZonePlan } from '../domain/zones.ts';

/** What is not said is as in `zonePlan`. */
export interface ZoneProps {
  /** Page units. */
  w: number;
  h: number;
  title: string;
  /** The question this zone asks; may be empty. */
  prompt: string;
  layout?: ZoneLayout;
  cells?: ZoneCell[];
  rows?: ZoneCell[];
  across?: ZoneAxis;
  up?: ZoneAxis;
  accepts?: string[];
  kind?: string;
  sets?: Record<string, string | number | boolean | string[]>;
  shows?: string[];
  locked?: boolean;
  /** Id of the template's zone that it was made from. */
  part?: string;
  /** Which of several parallel copies of a template's part it is. */
  group?: string;
}

declare module '@tldraw/tlschema' {
  interface TLGlobalShapePropsMap {
    zone: ZoneProps;
  }
}

export type ZoneShape = TLBaseShape<'zone', ZoneProps>;

const sets = T.dict(T.string, T.or(T.string, T.or(T.number, T.or(T.boolean, T.arrayOf(T.string)))));
const cell: T.Validator<ZoneCell> = T.object<ZoneCell>({
  id: T.string,
  title: T.string,
  size: T.optional(T.nonZeroNumber),
  kind: T.optional(T.string),
  sets: T.optional(sets),
});
const axis: T.Validator<ZoneAxis> = T.object<ZoneAxis>({
  field: T.string,
  title: T.string,
  low: T.string,
  high: T.string,
});

// What came later is optional, so that a zone written before it needs no migration and none is lost.
export const zoneProps: RecordProps<ZoneShape> = {
  w: T.nonZeroNumber,
  h: T.nonZeroNumber,
  title: T.string,
  prompt: T.string,
  layout: T.optional(T.literalEnum(...zoneLayouts)),
  cells: T.optional(T.arrayOf(cell)),
  rows: T.optional(T.arrayOf(cell)),
  across: T.optional(axis),
  up: T.optional(axis),
  accepts: T.optional(T.arrayOf(T.string)),
  kind: T.optional(T.string),
  sets: T.optional(sets),
  shows: T.optional(T.arrayOf(T.string)),
  locked: T.optional(T.boolean),
  part: T.optional(T.string),
  group: T.optional(T.string),
};

export function zonePlan(props: ZoneProps): ZonePlan {
  return {
    w: props.w,
    h: props.h,
    layout: props.layout ?? 'free',
    cells: props.cells ?? [],
    rows: props.rows ?? [],
    across: props.across ?? null,
    up: props.up ?? null,
    accepts: props.accepts ?? [],
    kind: props.kind ?? null,
    sets: props.sets ?? {},
    shows: props.shows ?? null,
    locked: props.locked ?? false,
  };
}

export function isZone(shape: TLShape): shape is Extract<TLShape, { type: 'zone' }> {
  return shape.type === 'zone';
}
