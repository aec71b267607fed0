// Where new cards go on this board: in the zone that was chosen, or below everything on the page.
import { kindOf } from '@commonboard/shared/domain/kinds.ts';
import type { IntakeCard } from '@commonboard/shared/domain/intake/intake.ts';
import { placeCards, type CardPlace, type ZoneTarget } from '@commonboard/shared/domain/intake/card-places.ts';
import type { Area } from '@commonboard/shared/domain/placement.ts';
import { cardWidth } from '@commonboard/shared/schema/card-shape.ts';
import { isZone, zonePlan } from '@commonboard/shared/schema/zone-shape.ts';
import type { Editor, TLShapeId } from 'tldraw';
import { cardHeight } from './card-height.ts';

export interface Into {
  /** Null: the page. */
  zoneId: TLShapeId | null;
}

export function newPlaces(editor: Editor, cards: readonly IntakeCard[], into: Into): Map<string, CardPlace> {
  const zone = into.zoneId === null ? null : zoneTarget(editor, into.zoneId);
  const shown = cards.map(({ key, kind, title, fields }) => {
    const shows = zone?.plan.shows ?? kindOf(kind).shows;
    const count = shows.filter((name) => Object.hasOwn(fields, name)).length;
    return { key, fields, h: cardHeight(title, count) };
  });
  const bounds = editor.getCurrentPageBounds();
  const board: Area | null = bounds ? { x: bounds.x, y: bounds.y, w: bounds.w, h: bounds.h } : null;
  return placeCards(shown, { cardWidth, zone, board });
}

function zoneTarget(editor: Editor, id: TLShapeId): ZoneTarget | null {
  const zone = editor.getShape(id);
  if (!zone || !isZone(zone)) return null;
  const taken = editor.getSortedChildIdsForParent(zone).flatMap((childId): Area[] => {
    const bounds = editor.getShapePageBounds(childId);
    if (!bounds) return [];
    const { x, y } = editor.getPointInShapeSpace(zone, bounds.point);
    return [{ x, y, w: bounds.w, h: bounds.h }];
  });
  return { plan: zonePlan(zone.props), taken };
}
