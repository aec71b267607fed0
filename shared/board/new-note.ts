// A note written from outside the canvas: which zone it goes to and the first free place in it.
import { createShapeId, type TLPage, type TLRecord, type TLShape, type TLShapePartial } from '@tldraw/tlschema';
import { boardSchema } from '../schema/board-schema.ts';
import { isZone, zoneHeaderHeight, zoneInset, type ZoneShape } from '../schema/zone-shape.ts';
import { nextIndex } from './next-index.ts';
import { richTextFromPlain } from './rich-text.ts';

export const noteSide = 200;
const gap = 24;

export interface NewNote {
  text: string;
  /** Id of a zone; without it the note goes onto the first page, below what is there. */
  zone?: string | undefined;
}

/** Null where there is no such zone. */
export function newNoteRecord(records: readonly TLRecord[], note: NewNote): TLRecord | null {
  const shapes = records.filter((record): record is TLShape => record.typeName === 'shape');
  if (note.zone === undefined) {
    const pages = records.filter((record): record is TLPage => record.typeName === 'page');
    const page = pages.sort((a, b) => (a.index < b.index ? -1 : 1))[0];
    return page ? noteRecord({ parentId: page.id, ...placeBelow(shapes, page.id) }, shapes, note.text) : null;
  }
  const zone = shapes.find((shape) => shape.id === note.zone);
  if (!zone || !isZone(zone)) return null;
  return noteRecord({ parentId: zone.id, ...freePlace(zone, shapes) }, shapes, note.text);
}

/** tldraw's own defaults for a note. */
export function noteProps(text: string, color = 'yellow'): Record<string, unknown> {
  return {
    color,
    labelColor: 'black',
    size: 'm',
    font: 'sans',
    fontSizeAdjustment: 1,
    align: 'middle',
    verticalAlign: 'middle',
    growY: 0,
    url: '',
    richText: richTextFromPlain(text),
    scale: 1,
    textLastEditedBy: null,
  };
}

function noteRecord(
  place: { parentId: TLShape['parentId']; x: number; y: number },
  shapes: TLShape[],
  text: string,
): TLRecord {
  const record = {
    id: createShapeId(),
    typeName: 'shape',
    type: 'note',
    ...place,
    rotation: 0,
    index: nextIndex(shapes, place.parentId),
    isLocked: false,
    opacity: 1,
    meta: {},
    props: noteProps(text),
  };
  return boardSchema.types.shape.validate(record);
}

function freePlace(zone: ZoneShape, shapes: TLShape[]): { x: number; y: number } {
  const taken = shapes.filter((shape) => shape.parentId === zone.id);
  const step = noteSide + gap;
  const columns = Math.max(1, Math.floor((zone.props.w - zoneInset) / step));
  for (let cell = 0; ; cell++) {
    const x = zoneInset + (cell % columns) * step;
    const y = zoneHeaderHeight + Math.floor(cell / columns) * step;
    const free = taken.every((shape) => Math.abs(shape.x - x) >= noteSide || Math.abs(shape.y - y) >= noteSide);
    if (free || y + noteSide > zone.props.h) return free ? { x, y } : { x: zoneInset, y: zoneHeaderHeight };
  }
}

function placeBelow(shapes: TLShape[], pageId: string): { x: number; y: number } {
  const onPage = shapes.filter((shape) => shape.parentId === pageId);
  if (onPage.length === 0) return { x: 0, y: 0 };
  const bottom = Math.max(...onPage.map((shape) => shape.y + heightOf(shape)));
  return { x: Math.min(...onPage.map((shape) => shape.x)), y: bottom + gap };
}

function heightOf(shape: TLShape): number {
  const props: TLShapePartial['props'] = shape.props;
  return props && 'h' in props && typeof props.h === 'number' ? props.h : noteSide;
}
