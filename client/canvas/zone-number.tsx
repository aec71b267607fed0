// The number of the group that a zone belongs to: large and quiet in its lower corner, so that people find theirs from far.
import type { ZoneProps } from '@commonboard/shared/schema/zone-shape.ts';
import { zoneFontFamily, type ZonePalette } from './zone-palette.ts';

/** Page units; in a small zone less. */
const sizeMax = 240;
const margin = 32;

export function ZoneNumber({ props: { group, w, h }, palette }: { props: ZoneProps; palette: ZonePalette }) {
  if (group === undefined) return null;
  return (
    <text
      x={w - margin}
      y={h - margin}
      textAnchor="end"
      fontFamily={zoneFontFamily}
      fontSize={Math.min(sizeMax, h / 3, w / 3)}
      fontWeight={700}
      fill={palette.line}
      opacity={0.55}
    >
      {group}
    </text>
  );
}
