// A note written from outside the canvas: which zone it goes to and the first free place in it.
import { createShapeId, type TLPage, type TLRecord, type TLShape, type TLShapePartial } from '@tldraw/tlschema';
import { boardSchema } from '../../schema/board-schema.ts';
import { zoneHeaderHeight, zoneInset } from '../../domain/zones.ts';
import { cardWidth } from '../../schema/card-shape.ts';
import { limits } from '../../protocol/limits.ts';
import { isZone, type ZoneShape } from '../../schema/zone-shape.ts';
import { isKind } from '../../domain/kinds.ts';
import { nextIndex } from './next-index.ts';
import { pagePlace } from '../layout/page-place.ts';
import { growthOf } from './note-growth.ts';
import { noteProps } from './note-props.ts';
import { richTextFromPlain } from '../text/rich-text.ts';
import { saidFields } from './said-fields.ts';

export const noteSide = 200;
const gap = 24;
const cellsTriedMax = 500;

interface Spot {
  parentId: TLShape['parentId'];
  x: number;
  y: number;
}

export interface NewNote {
  /** Of the record; a new one where it is left out. */
  id?: string | undefined;
  text: string;
  /** Id of a zone, under which the note goes when it is full; without it the note goes onto the first page, below what is there. */
  zone?: string | undefined;
}

/** Null where there is no such zone. */
export function newNoteRecord(records: readonly TLRecord[], note: NewNote): TLRecord | null {
  const shapes = records.filter((record): record is TLShape => record.typeName === 'shape');
  if (note.zone === undefined) {
    const pages = records.filter((record): record is TLPage => record.typeName === 'page');
    const page = pages.sort((a, b) => (a.index < b.index ? -1 : 1))[0];
    return page ? noteRecord({ parentId: page.id, ...placeBelow(shapes, page.id) }, shapes, note) : null;
  }
  const zone = shapes.find((shape) => shape.id === note.zone);
  if (!zone || !isZone(zone)) return null;
  // Where a place in the zone says something, nobody has said it: the note waits under the zone. Of a group it waits in its zone:
  // what lies outside is not brought back with what it made.
  const isIn = isUndivided(zone) || zone.props.group !== undefined;
  const card = cardFor(zone, note.text);
  // What a card says is in smaller letters.
  const size = card ? { w: cardWidth, h: noteSide } : { w: noteSide, h: noteSide + growthOf(note.text) };
  // Rather hung over the edge than outside.
  const inside = isIn ? (freePlace(zone, shapes, size) ?? freePlace(zone, shapes, { ...size, h: noteSide })) : null;
  const spot = inside ? { parentId: zone.id, ...inside } : placeUnder(zone, records, shapes, size);
  return spot && noteRecord(spot, shapes, note, card);
}

function isUndivided({ props: { layout = 'free' } }: ZoneShape): boolean {
  return layout === 'free' || layout === 'grid';
}

interface Size {
  w: number;
  h: number;
}

interface Drawn {
  type: 'note' | 'card';
  props: object;
}

/** What the zone makes of a note that is for it; null where it stays one. */
function cardFor({ props: { kind, sets } }: ZoneShape, text: string): Drawn | null {
  if (kind === undefined || !isKind(kind)) return null;
  return { type: 'card', props: { ...saidFields(sets), kind, w: cardWidth, richText: richTextFromPlain(text) } };
}

function noteRecord(
  { parentId, x, y }: Spot,
  shapes: TLShape[],
  { id, text }: NewNote,
  card: Drawn | null = null,
): TLRecord {
  const record = {
    id: id ?? createShapeId(),
    typeName: 'shape',
    ...(card ?? { type: 'note', props: { ...noteProps(text), growY: growthOf(text) } }),
    parentId,
    x: within(x),
    y: within(y),
    rotation: 0,
    index: nextIndex(shapes, parentId),
    isLocked: false,
    opacity: 1,
    meta: {},
  };
  return boardSchema.types.shape.validate(record);
}

/** Who stands far out must not push others to where nothing is drawn. */
function within(coordinate: number): number {
  const most = limits.coordinateMax - noteSide;
  return Math.min(Math.max(coordinate, -most), most);
}

/** Null where the zone is full. */
function freePlace(zone: ZoneShape, shapes: TLShape[], { w, h }: Size): { x: number; y: number } | null {
  // Lines that are printed in the zone take no room.
  const taken = shapes.filter((shape) => shape.parentId === zone.id && shape.type !== 'line');
  const columns = columnsOf(zone, w);
  for (let cell = 0; ; cell++) {
    const x = zoneInset + (cell % columns) * (w + gap);
    const y = zoneHeaderHeight + Math.floor(cell / columns) * (noteSide + gap);
    if (y + h > zone.props.h) return null;
    // What else lies in a zone, such as its prompts, may be wider than what is written in it.
    const widthIn = (shape: TLShape): number => (shape.type === 'card' ? widthOf(shape) : noteSide);
    if (taken.every(isBeside({ x, y, w, h }, widthIn))) return { x, y };
  }
}

function isBeside({ x, y, w, h }: Size & { x: number; y: number }, width = widthOf): (shape: TLShape) => boolean {
  return (shape) =>
    shape.x >= x + w || shape.x + width(shape) <= x || shape.y >= y + h || shape.y + heightOf(shape) <= y;
}

/** On the page, the first free place under the zone, or under everything. */
function placeUnder(
  zone: ZoneShape & TLShape,
  records: readonly TLRecord[],
  shapes: TLShape[],
  { w, h }: Size,
): Spot | null {
  const byId = new Map<string, TLRecord>(records.map((record) => [record.id, record]));
  const at = pagePlace(zone, (id) => byId.get(id));
  if (!at) return null;
  const pageId = at.pageId as TLPage['id'];
  const onPage = shapes.filter((shape) => shape.parentId === pageId);
  const columns = columnsOf(zone, w);
  for (let cell = 0; cell < cellsTriedMax; cell++) {
    const x = at.x + zoneInset + (cell % columns) * (w + gap);
    const y = at.y + zone.props.h + gap + Math.floor(cell / columns) * (noteSide + gap);
    if (onPage.every(isBeside({ x, y, w, h }))) return { parentId: pageId, x, y };
  }
  return { parentId: pageId, ...placeBelow(shapes, pageId) };
}

function columnsOf(zone: ZoneShape, width: number): number {
  return Math.max(1, Math.floor((zone.props.w - zoneInset) / (width + gap)));
}

function placeBelow(shapes: TLShape[], pageId: string): { x: number; y: number } {
  let left = Number.POSITIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  // A loop: a call takes no more than some ten thousand arguments.
  for (const shape of shapes) {
    if (shape.parentId !== pageId) continue;
    left = Math.min(left, shape.x);
    bottom = Math.max(bottom, shape.y + heightOf(shape));
  }
  return Number.isFinite(bottom) ? { x: left, y: bottom + gap } : { x: 0, y: 0 };
}

function widthOf(shape: TLShape): number {
  const props: TLShapePartial['props'] = shape.props;
  return props && 'w' in props && typeof props.w === 'number' ? props.w : noteSide;
}

function heightOf(shape: TLShape): number {
  const props: TLShapePartial['props'] = shape.props;
  if (!props) return noteSide;
  const height = 'h' in props && typeof props.h === 'number' ? props.h : noteSide;
  return 'growY' in props && typeof props.growY === 'number' ? height + props.growY : height;
}
