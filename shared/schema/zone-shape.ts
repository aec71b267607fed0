// The zone: a frame-like shape of ours with a title and a prompt. Only its data; the canvas draws it.
import type { RecordProps, TLBaseShape, TLShape } from '@tldraw/tlschema';
import { T } from '@tldraw/validate';

/** Page units kept free at the top of a zone for its title and prompt. */
export const zoneHeaderHeight = 120;
/** Page units between a zone's edge and what stands in it. */
export const zoneInset = 28;

export interface ZoneProps {
  /** Page units. */
  w: number;
  h: number;
  title: string;
  /** The question this zone asks; may be empty. */
  prompt: string;
}

declare module '@tldraw/tlschema' {
  interface TLGlobalShapePropsMap {
    zone: ZoneProps;
  }
}

export type ZoneShape = TLBaseShape<'zone', ZoneProps>;

export const zoneProps: RecordProps<ZoneShape> = {
  w: T.nonZeroNumber,
  h: T.nonZeroNumber,
  title: T.string,
  prompt: T.string,
};

export function isZone(shape: TLShape): shape is Extract<TLShape, { type: 'zone' }> {
  return shape.type === 'zone';
}
