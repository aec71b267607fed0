// The measures of a template's preview, in the template's own page units.
import type { GalleryEntry } from '@commonboard/shared/templates/gallery-entry.ts';

export interface Bounds {
  x: number;
  y: number;
  w: number;
  h: number;
}

/** A card's picture, in px, at its usual size. */
const picture = { w: 340, h: 184, letteringPx: 9 };
/** Width of an average letter for its size; the lettering is bold. */
const letterWidth = 0.6;

/** The box around all zones, with a hair of room for their rules. */
export function boundsOf(zones: readonly Bounds[]): Bounds {
  const left = Math.min(...zones.map((zone) => zone.x));
  const top = Math.min(...zones.map((zone) => zone.y));
  const right = Math.max(...zones.map((zone) => zone.x + zone.w));
  const bottom = Math.max(...zones.map((zone) => zone.y + zone.h));
  const room = (right - left) / 200;
  return { x: left - room, y: top - room, w: right - left + 2 * room, h: bottom - top + 2 * room };
}

/** Where a title stands under its zone's upper rule, for its size. */
export const titleBaseline = 1.05;
/** From the rule to the feet of a title's letters, and a little air. */
const titleRoom = 1.35;

/** Lettering that looks equally large in all cards, as long as it stays above what lies in its zone. */
export function titleSize({ w, h }: Bounds, { zones, marks }: GalleryEntry): number {
  const wished = Math.max(w / picture.w, h / picture.h) * picture.letteringPx;
  const below = marks.map((mark) => {
    const zone = zones.find((one) => isInside(mark, one));
    return zone ? (mark.y - zone.y) / titleRoom : wished;
  });
  return Math.min(wished, ...below);
}

function isInside(mark: Bounds, zone: Bounds): boolean {
  return mark.x >= zone.x && mark.x < zone.x + zone.w && mark.y >= zone.y && mark.y < zone.y + zone.h;
}

/** The title as far as it fits into its zone. */
export function shortened(title: string, zoneWidth: number, size: number): string {
  const fitting = Math.floor((zoneWidth - size) / (size * letterWidth));
  const letters = Array.from(title);
  return letters.length <= fitting
    ? title
    : `${letters
        .slice(0, Math.max(1, fitting - 1))
        .join('')
        .trimEnd()}…`;
}
