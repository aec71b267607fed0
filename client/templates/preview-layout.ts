// The measures of a template's preview, in the template's own page units.
import type { TemplateZone } from '@commonboard/shared/templates/format.ts';

export interface Bounds {
  x: number;
  y: number;
  w: number;
  h: number;
}

/** The side of a note on the canvas. */
export const noteSide = 200;

/** The box around all zones, with a hair of room for their rules. */
export function boundsOf(zones: readonly TemplateZone[]): Bounds {
  const left = Math.min(...zones.map((zone) => zone.x));
  const top = Math.min(...zones.map((zone) => zone.y));
  const right = Math.max(...zones.map((zone) => zone.x + zone.w));
  const bottom = Math.max(...zones.map((zone) => zone.y + zone.h));
  const room = (right - left) / 200;
  return { x: left - room, y: top - room, w: right - left + 2 * room, h: bottom - top + 2 * room };
}

/** Lettering that is about 9 px high in a card: by width, or by height where the template is tall. */
export function titleSize({ w, h }: Bounds): number {
  return Math.max(w / 36, h / 22);
}
