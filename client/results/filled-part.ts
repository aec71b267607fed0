// What of a zone goes into a document: without the room that nobody has used, so that its letters can be read on paper.
import { zoneHeaderHeight, zoneInset, type ZoneLayout } from '@commonboard/shared/domain/zones.ts';
import { isZone } from '@commonboard/shared/schema/zone-shape.ts';
import { Box, type Editor, type TLShapeId } from 'tldraw';

/** Page units for a zone's title and prompt. */
const headingWidth = 760;

/** Which ways a zone can be cut without losing what a place in it means. */
const cuts: Readonly<Record<ZoneLayout, { right: boolean; below: boolean }>> = {
  free: { right: true, below: true },
  grid: { right: true, below: true },
  columns: { right: false, below: true },
  table: { right: false, below: false },
  'time-room': { right: false, below: false },
  rows: { right: true, below: false },
  bands: { right: true, below: false },
  quadrant: { right: false, below: false },
  rings: { right: false, below: false },
  sectors: { right: false, below: false },
};

/** On the page; null where there is no such zone. */
export function filledPart(editor: Editor, id: TLShapeId): Box | null {
  const zone = editor.getShape(id);
  const bounds = editor.getShapePageBounds(id);
  if (!zone || !isZone(zone) || !bounds) return null;
  const inside = editor.getSortedChildIdsForParent(id).flatMap((child) => editor.getShapePageBounds(child) ?? []);
  const filled = Box.Common([new Box(bounds.x, bounds.y, headingWidth, zoneHeaderHeight), ...inside]);
  const { right, below } = cuts[zone.props.layout ?? 'free'];
  // What reaches over the edge is cut off there, as in a picture of the zone.
  const w = right ? Math.min(bounds.w, filled.maxX - bounds.x + zoneInset) : bounds.w;
  const h = below ? Math.min(bounds.h, filled.maxY - bounds.y + zoneInset) : bounds.h;
  return new Box(bounds.x, bounds.y, w, h);
}
