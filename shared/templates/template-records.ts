// Template data -> tldraw records. The server seeds boards with them; the same data draws the gallery's previews.
import { createShapeId, type TLRecord, type TLShape, type TLShapeId } from '@tldraw/tlschema';
import { getIndices, type IndexKey } from '@tldraw/utils';
import { defaultDocument, defaultPage } from '../board/default-records.ts';
import { noteProps } from '../board/note-props.ts';
import { richTextFromPlain } from '../board/rich-text.ts';
import { boardSchema } from '../schema/board-schema.ts';
import { textIn } from '../domain/text.ts';
import { type Template, type TemplateLabel, type TemplateLine, type TemplateNote } from './format.ts';

export function templateTitle(template: Template, locale: string): string {
  return textIn(template.title, locale);
}

export function blankBoardRecords(): TLRecord[] {
  return [defaultDocument, defaultPage];
}

export function templateRecords(template: Template, locale: string): TLRecord[] {
  const zoneIndexes = getIndices(template.zones.length);
  const zones = template.zones.map((zone, i) =>
    shapeRecord({
      id: zoneId(zone.id),
      type: 'zone',
      parentId: defaultPage.id,
      index: zoneIndexes[i],
      x: zone.x,
      y: zone.y,
      props: { w: zone.w, h: zone.h, title: textIn(zone.title, locale), prompt: textIn(zone.prompt, locale) },
    }),
  );
  const inZones = [
    ...(template.lines ?? []).map(lineShape),
    ...(template.labels ?? []).map((label) => labelShape(label, locale)),
    ...template.notes.map((note) => noteShape(note, locale)),
  ];
  const indexes = getIndices(inZones.length);
  return [...blankBoardRecords(), ...zones, ...inZones.map((shape, i) => shapeRecord({ ...shape, index: indexes[i] }))];
}

interface ShapeData {
  id: TLShapeId;
  type: TLShape['type'];
  parentId: TLShape['parentId'];
  index?: IndexKey | undefined;
  x: number;
  y: number;
  props: Record<string, unknown>;
}

function shapeRecord(data: ShapeData): TLShape {
  const record = boardSchema.types.shape.validate({
    typeName: 'shape',
    rotation: 0,
    isLocked: false,
    opacity: 1,
    meta: {},
    ...data,
  });
  if (record.typeName !== 'shape') throw new Error(`${data.id} is no shape.`);
  return record;
}

function zoneId(id: string): TLShapeId {
  return createShapeId(`zone-${id}`);
}

function noteShape(note: TemplateNote, locale: string): ShapeData {
  const { x, y } = note;
  return {
    id: createShapeId(`note-${note.id}`),
    type: 'note',
    parentId: zoneId(note.zone),
    x,
    y,
    props: noteProps(textIn(note.text, locale), note.color),
  };
}

function labelShape(label: TemplateLabel, locale: string): ShapeData {
  const props = {
    color: 'grey',
    size: 'm',
    font: 'sans',
    textAlign: 'start',
    w: 600,
    richText: richTextFromPlain(textIn(label.text, locale)),
    scale: 1,
    autoSize: false,
  };
  return {
    id: createShapeId(`label-${label.id}`),
    type: 'text',
    parentId: zoneId(label.zone),
    x: label.x,
    y: label.y,
    props,
  };
}

function lineShape(line: TemplateLine): ShapeData {
  const [first, second] = getIndices(2);
  const points = {
    a: { id: 'a', index: first, x: 0, y: 0 },
    b: { id: 'b', index: second, x: line.to.x - line.from.x, y: line.to.y - line.from.y },
  };
  const props = { color: 'grey', dash: 'solid', size: 's', spline: 'line', points, scale: 1 };
  return {
    id: createShapeId(`line-${line.id}`),
    type: 'line',
    parentId: zoneId(line.zone),
    x: line.from.x,
    y: line.from.y,
    props,
  };
}
