// A card's place on the canvas and what its zone says about it, both ways.
import { filledFields } from '@commonboard/shared/board/board-model.ts';
import { cellsAt, fieldsAt, placeFor, type Point, type Written } from '@commonboard/shared/domain/placement.ts';
import type { ZonePlan } from '@commonboard/shared/domain/zones.ts';
import { isCard, type CardShape } from '@commonboard/shared/schema/card-shape.ts';
import { isZone, zonePlan, type ZoneShape } from '@commonboard/shared/schema/zone-shape.ts';
import type { Editor, TLShape, TLShapeId } from 'tldraw';

/** The nearest zone around a shape, through groups and frames. */
export function zoneAround(editor: Editor, shape: TLShape): ZoneShape | null {
  const zone = editor.findShapeAncestor(shape, isZone);
  return zone && isZone(zone) ? zone : null;
}

/** The middle of a shape, from the zone's corner. */
export function middleIn(editor: Editor, zone: ZoneShape, id: TLShapeId): Point | null {
  const bounds = editor.getShapePageBounds(id);
  return bounds ? editor.getPointInShapeSpace(zone, bounds.center) : null;
}

/** Moves a card to where its values belong; where only some of them changed, if one of these decides that. */
export function moveToItsValues(editor: Editor, card: CardShape, changed?: readonly string[]): void {
  const zone = zoneAround(editor, card);
  if (!zone) return;
  const plan = zonePlan(zone.props);
  if (changed && !changed.some((name) => placingFields(plan).has(name))) return;
  const middle = middleIn(editor, zone, card.id);
  const target = middle && targetIn(plan, card, middle);
  const bounds = editor.getShapePageBounds(card);
  if (!target || !bounds) return;
  const to = editor.getShapePageTransform(zone).applyToPoint(target);
  const point = editor.getPointInParentSpace(card, { x: to.x - bounds.w / 2, y: to.y - bounds.h / 2 });
  editor.updateShape({ id: card.id, type: 'card', x: point.x, y: point.y });
}

/** What the place says and the card does not, yet. `null` empties. */
export function unwrittenFields(plan: ZonePlan, card: CardShape, middle: Point): Written {
  const props: Readonly<Record<string, unknown>> = { ...card.props };
  return Object.fromEntries(
    Object.entries(fieldsAt(plan, middle)).filter(([name, value]) => !isSame(props[name] ?? null, value)),
  );
}

function targetIn(plan: ZonePlan, card: CardShape, middle: Point): Point | null {
  const fields = filledFields({ ...card.props });
  const target = placeFor(plan, fields);
  if (!target) return null;
  const [now, then] = [cellsAt(plan, middle), cellsAt(plan, target)];
  // Already in the right part: there it may lie anywhere.
  if (plan.layout !== 'quadrant' && now.cell === then.cell && now.row === then.row) return null;
  if (plan.layout === 'columns') return { x: target.x, y: middle.y };
  if (plan.layout === 'rows' || plan.layout === 'bands') return { x: middle.x, y: target.y };
  return target;
}

function placingFields(plan: ZonePlan): Set<string> {
  const inCells = [...plan.cells, ...plan.rows].flatMap(({ sets }) => Object.keys(sets ?? {}));
  return new Set([...inCells, ...[plan.across, plan.up].flatMap((axis) => (axis ? [axis.field] : []))]);
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

export function selectedCards(editor: Editor): CardShape[] {
  return editor.getSelectedShapes().filter(isCard);
}
