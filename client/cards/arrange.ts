// Puts selected notes and cards in order, or makes one of several. Each is one step for undo. Where a place in a zone says
// something, things stay in their part of it, and on a grid or a disc they stay where they are.
import { filledFields, metaKeys } from '@commonboard/shared/board/board-model.ts';
import { allowedContent } from '@commonboard/shared/board/repair/content-rules.ts';
import { fieldNames, fieldOf } from '@commonboard/shared/domain/fields.ts';
import { groupOrigin } from '@commonboard/shared/board/notes/group-origin.ts';
import { plainFromRichText, richTextFromPlain } from '@commonboard/shared/board/text/rich-text.ts';
import type { WrittenShape } from '@commonboard/shared/board/notes/written-shape.ts';
import { grouped, type Facts, type Grouping, type Thing } from '@commonboard/shared/domain/arrange/grouping.ts';
import { mergedCard } from '@commonboard/shared/domain/arrange/merged-card.ts';
import {
  inRowOrder,
  tidyGap,
  tidyRows,
  tidySize,
  type Box,
  type Place,
} from '@commonboard/shared/domain/arrange/tidy.ts';
import { cellsAt, type Area } from '@commonboard/shared/domain/placement.ts';
import { isCard } from '@commonboard/shared/schema/card-shape.ts';
import { zonePlan, type ZoneShape } from '@commonboard/shared/schema/zone-shape.ts';
import { regionsOf } from '@commonboard/shared/templates/template-plan.ts';
import { createShapeId, type Editor, type TLShape, type TLShapeId } from 'tldraw';
import { locale } from '../ui/messages/locale.ts';
import { t } from '../ui/messages/t.ts';
import { cardOf } from './card-changes.ts';
import { kindOfCard } from './card-content.ts';
import { defaultKind } from './default-kind.ts';
import { middleIn } from './place-of-card.ts';

/** Whether any of them may be moved at all. */
export function canTidy(editor: Editor, shapes: readonly WrittenShape[]): boolean {
  return shapes.length > 1 && shapes.some((shape) => isFree(zoneOf(editor, shape)));
}

/** In rows, in the order in which they are read. */
export function tidy(editor: Editor, shapes: readonly WrittenShape[]): void {
  editor.markHistoryStoppingPoint('tidy');
  editor.run(() => {
    for (const { boxes, from, width } of sameGrounds(editor, shapes)) move(editor, tidyRows(boxes, from, width));
  });
}

/** Side by side, in a zone in as many lines as it needs; each group with its name over it. */
export function groupBy(editor: Editor, shapes: readonly WrittenShape[], by: Grouping, facts: Facts): void {
  const groups = grouped(shapes.map(thingOf), by, facts, locale);
  const all = new Map(shapes.map((shape) => [String(shape.id), boxOf(editor, shape)]));
  const ground = sameGrounds(editor, shapes)[0];
  if (!ground) return;
  editor.markHistoryStoppingPoint('group');
  editor.run(() => {
    let { x, y } = ground.from;
    let lineHeight = 0;
    for (const { label, ids } of groups) {
      const boxes = ids.flatMap((id) => all.get(id) ?? []);
      const size = groupSize(boxes, ground.width);
      const w = Math.max(size.w, labelWidthMin);
      if (ground.width !== undefined && x > ground.from.x && x + w > ground.from.x + ground.width) {
        x = ground.from.x;
        y += lineHeight + 2 * tidyGap;
        lineHeight = 0;
      }
      addLabel(editor, ground.parentId, { x, y }, label, w);
      move(editor, tidyRows(boxes, { x, y: y + labelHeight }, size.w));
      lineHeight = Math.max(lineHeight, labelHeight + size.h);
      x += w + 2 * tidyGap;
    }
  });
}

/**
 * The first in reading order stays; arrows of the others lead to it, and cards that name them name it. False where one card could
 * not hold it all: then nothing is changed.
 */
export function mergeIntoOne(editor: Editor, shapes: readonly WrittenShape[]): boolean {
  const order = inRowOrder(shapes.map((shape) => boxOf(editor, shape)));
  const sorted = order.flatMap(({ id }) => shapes.find((shape) => shape.id === id) ?? []);
  const [first, ...others] = sorted;
  if (!first || others.length === 0) return true;
  const merged = mergedCard(sorted.map(mergingOf));
  const props = { ...merged.fields, sources: merged.sources, ...(!sorted.every(isExample) && { example: undefined }) };
  const kind = kindOf(editor, sorted);
  const asCard = isCard(first) ? first : cardOf(first, kind);
  if (!allowedContent({ ...asCard, props: { ...asCard.props, ...props } })) return false;
  editor.markHistoryStoppingPoint('merge');
  editor.run(() => {
    if (first.type === 'note') editor.store.put([asCard]);
    editor.updateShape({ id: first.id, type: 'card', props });
    leadTo(editor, first.id, new Set(others.map(({ id }) => id)));
    editor.deleteShapes(others.map(({ id }) => id));
    editor.select(first.id);
  });
  return true;
}

/** What an example says is no fact of the group. */
function mergingOf(shape: WrittenShape): Parameters<typeof mergedCard>[0][number] {
  return {
    id: shape.id,
    title: plainFromRichText(shape.props.richText),
    fields: isCard(shape) && !isExample(shape) ? filledFields({ ...shape.props }) : {},
    sources: isCard(shape) ? (shape.props.sources ?? []) : [],
  };
}

function isExample(shape: WrittenShape): boolean {
  return isCard(shape) ? shape.props.example === true : shape.meta[metaKeys.example] === true;
}

/** Arrows and fields that lead to cards which go. An arrow from one to the other would lead nowhere. */
function leadTo(editor: Editor, stays: TLShapeId, gone: ReadonlySet<string>): void {
  for (const id of gone) {
    for (const binding of editor.getBindingsToShape(id as TLShapeId, 'arrow')) {
      const otherEnd = editor.getBindingsFromShape(binding.fromId, 'arrow').find((other) => other.id !== binding.id);
      if (otherEnd && (otherEnd.toId === stays || gone.has(otherEnd.toId))) editor.deleteShapes([binding.fromId]);
      else editor.updateBinding({ ...binding, toId: stays });
    }
  }
  for (const card of editor.getCurrentPageShapes().filter(isCard)) {
    const props: Readonly<Record<string, unknown>> = { ...card.props };
    const named = fieldNames.filter((name) => fieldOf(name).type === 'card' && gone.has(String(props[name])));
    if (named.length === 0) continue;
    const changes = Object.fromEntries(named.map((name) => [name, card.id === stays ? undefined : stays]));
    editor.updateShape({ id: card.id, type: 'card', props: changes });
  }
}

/** About as wide as high, and no wider than there is room. */
function groupSize(boxes: readonly Box[], width = Number.POSITIVE_INFINITY): { w: number; h: number } {
  const square = tidySize(boxes, tidyRows(boxes, { x: 0, y: 0 }));
  return square.w <= width ? square : tidySize(boxes, tidyRows(boxes, { x: 0, y: 0 }, width));
}

const labelHeight = 56;
const labelWidthMin = 160;

/** The kind that one of them has already. */
function kindOf(editor: Editor, shapes: readonly WrittenShape[]): string {
  const card = shapes.find(isCard);
  return card ? kindOfCard(card) : defaultKind(editor, shapes[0]);
}

interface Ground {
  parentId: TLShape['parentId'];
  boxes: Box[];
  from: Place;
  /** Of a zone's part; without it there is all the room of the page. */
  width?: number;
}

/** Those that lie in the same zone, and in the same part of it. */
function sameGrounds(editor: Editor, shapes: readonly WrittenShape[]): Ground[] {
  const grounds = new Map<string, Ground>();
  for (const shape of shapes) {
    const zone = zoneOf(editor, shape);
    if (!isFree(zone)) continue;
    const box = boxOf(editor, shape);
    const region = zone && regionAround(editor, zone, shape.id);
    const key = `${shape.parentId} ${region ? `${region.x} ${region.y}` : ''}`;
    const ground = grounds.get(key) ?? groundFor(shape.parentId, region);
    ground.boxes.push(box);
    if (!region) ground.from = { x: Math.min(ground.from.x, box.x), y: Math.min(ground.from.y, box.y) };
    grounds.set(key, ground);
  }
  return [...grounds.values()];
}

function groundFor(parentId: TLShape['parentId'], region: Area | null): Ground {
  if (!region) return { parentId, boxes: [], from: { x: Number.POSITIVE_INFINITY, y: Number.POSITIVE_INFINITY } };
  return { parentId, boxes: [], from: { x: region.x, y: region.y }, width: region.w };
}

/** The part of the zone that a thing lies in. */
function regionAround(editor: Editor, zone: ZoneShape, id: TLShapeId): Area | null {
  const plan = zonePlan(zone.props);
  const middle = middleIn(editor, zone, id);
  const { cell, row } = middle ? cellsAt(plan, middle) : { cell: null, row: null };
  const regions = regionsOf(plan);
  return (
    regions.find((region) => region.cell === (cell?.id ?? null) && region.row === (row?.id ?? null)) ??
    regions[0] ??
    null
  );
}

function isFree(zone: ZoneShape | null): boolean {
  return !['quadrant', 'rings', 'sectors'].includes(zone?.props.layout ?? 'free');
}

/** Only where it lies in the zone itself: inside a group, the group is what lies there. */
function zoneOf(editor: Editor, shape: TLShape): ZoneShape | null {
  const parent = editor.getShape(shape.parentId);
  return parent?.type === 'zone' ? parent : null;
}

/** From the corner of what it lies in. */
function boxOf(editor: Editor, { id, x, y }: TLShape): Box {
  const { w, h } = editor.getShapeGeometry(id).bounds;
  return { id, x, y, w, h };
}

function move(editor: Editor, places: ReadonlyMap<string, Place>): void {
  const changes = [...places].flatMap(([id, place]) => {
    const shape = editor.getShape(id as TLShapeId);
    return shape ? [{ id: shape.id, type: shape.type, ...place }] : [];
  });
  editor.updateShapes(changes);
}

function addLabel(editor: Editor, parentId: TLShape['parentId'], { x, y }: Place, label: string, w: number): void {
  const richText = richTextFromPlain(label === '' ? t('cards.untitled') : label);
  editor.createShape({
    id: createShapeId(),
    type: 'text',
    parentId,
    x,
    y,
    props: { richText, w, autoSize: false, font: 'sans', size: 'm', color: 'black' },
  });
}

export function thingOf(shape: WrittenShape): Thing {
  if (!isCard(shape))
    return { id: shape.id, kind: null, colour: shape.props.color, fields: {}, group: groupOrigin(shape) };
  return {
    id: shape.id,
    kind: kindOfCard(shape),
    colour: shape.props.noteColor ?? null,
    fields: filledFields({ ...shape.props }),
    group: groupOrigin(shape),
  };
}
