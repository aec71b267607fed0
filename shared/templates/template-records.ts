// Template data -> tldraw records. The server seeds boards with them; the same data draws the gallery's previews.
import { createBindingId, createShapeId, type TLRecord, type TLShape, type TLShapeId } from '@tldraw/tlschema';
import { getIndices, type IndexKey } from '@tldraw/utils';
import { metaKeys } from '../board/board-model.ts';
import { defaultDocument, defaultPage } from '../board/repair/default-records.ts';
import { noteProps } from '../board/notes/note-props.ts';
import { emptyRichText, richTextFromPlain } from '../board/text/rich-text.ts';
import { fieldOf, isFieldName } from '../domain/fields.ts';
import { textIn, type Text } from '../domain/text.ts';
import { boardSchema } from '../schema/board-schema.ts';
import { cardWidth } from '../schema/card-shape.ts';
import { linkMetaChange } from '../schema/link-meta.ts';
import type {
  Place,
  Template,
  TemplateCard,
  TemplateCeiling,
  TemplateLabel,
  TemplateLine,
  TemplateLink,
  TemplateNote,
  TemplateValue,
  TemplateZone,
} from './format.ts';
import { sizedTemplate } from './sized-template.ts';
import { partValues, templatePlaces } from './template-places.ts';
import { planOf } from './template-plan.ts';

export interface TemplateOptions {
  /** How many are expected; the zones are made for them. Without it they are made for the smallest group. */
  people?: number;
  /** Small groups with zones of their own; without it as many as so many people need. */
  groups?: number;
  /** With the cards of its example board. */
  withExamples?: boolean;
}

export function templateTitle(template: Template, locale: string): string {
  return textIn(template.title, locale);
}

export function blankBoardRecords(): TLRecord[] {
  return [defaultDocument, defaultPage];
}

export function templateRecords(template: Template, locale: string, options: TemplateOptions = {}): TLRecord[] {
  // Zones have room for the example whether it is shown or not: it may be wished for later.
  const whole = sizedTemplate(template, options.people ?? template.group[0], options.groups);
  const sized = options.withExamples ? whole : withoutExamples(whole);
  const places = templatePlaces(sized);
  const zones = sized.zones.map((zone) => zoneShape(zone, locale));
  const inZones = [
    ...sized.lines.map(lineShape),
    ...sized.labels.map((label) => labelShape(label, locale)),
    ...sized.notes.map((note) => noteShape(note, placeOf(note, places), locale)),
    ...sized.cards.map((card) => cardShape(sized, card, placeOf(card, places), locale)),
    ...sized.ceilings.map(ceilingShape),
  ];
  const arrows = sized.links.map((link) => arrowShape(sized, link, places, locale));
  const indexes = getIndices(zones.length + inZones.length + arrows.length);
  const shapes = [...zones, ...inZones, ...arrows].map((shape, i) => shapeRecord({ ...shape, index: indexes[i] }));
  return [...blankBoardRecords(), ...shapes, ...sized.links.flatMap(bindingRecords)];
}

/** The example as the content of a board of its own, where checks, views and files are about it. */
export function exampleAsContent(template: Template): Template {
  const own = <Item extends { example?: boolean }>({ example: _example, ...item }: Item): Omit<Item, 'example'> => item;
  return {
    ...template,
    cards: template.cards.map(own),
    notes: template.notes.map((note) => (note.example ? { ...own(note), isContent: true } : note)),
  };
}

export function withoutExamples(template: Template): Template {
  const cards = template.cards.filter(({ example }) => !example);
  const left = new Set(cards.map(({ id }) => id));
  return {
    ...template,
    cards,
    notes: template.notes.filter(({ example }) => !example),
    links: template.links.filter(({ from, to }) => left.has(from) && left.has(to)),
  };
}

interface ShapeData {
  id: TLShapeId;
  type: TLShape['type'];
  parentId: TLShape['parentId'];
  index?: IndexKey | undefined;
  x: number;
  y: number;
  meta?: Record<string, string | number | boolean>;
  /** Printed, as it were: it is not picked up with what lies on it. */
  isLocked?: true;
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

function cardId(id: string): TLShapeId {
  return createShapeId(`card-${id}`);
}

function linkId(id: string): TLShapeId {
  return createShapeId(`link-${id}`);
}

function placeOf({ id, zone }: { id: string; zone: string }, places: ReadonlyMap<string, Place>): Place {
  const place = places.get(id);
  if (!place) throw new Error(`${id} stands in "${zone}", which is no zone.`);
  return place;
}

function zoneShape(zone: TemplateZone, locale: string): ShapeData {
  const { across, up, kind, shows, ...plan } = planOf(zone, locale);
  const said = {
    ...plan,
    ...(across && { across }),
    ...(up && { up }),
    ...(kind !== null && { kind }),
    ...(shows && { shows }),
    ...(zone.group !== undefined && { group: zone.group }),
  };
  const props = {
    ...said,
    title: textIn(zone.title, locale),
    prompt: textIn(zone.prompt, locale),
    part: zone.part ?? zone.id,
  };
  return { id: zoneId(zone.id), type: 'zone', parentId: defaultPage.id, x: zone.x, y: zone.y, props };
}

function noteShape(note: TemplateNote, { x, y }: Place, locale: string): ShapeData {
  const text = textIn(note.text, locale);
  return {
    id: createShapeId(`note-${note.id}`),
    type: 'note',
    parentId: zoneId(note.zone),
    x,
    y,
    meta: note.example ? { [metaKeys.example]: true } : note.isContent ? {} : { [metaKeys.prompt]: text },
    props: noteProps(text, note.color),
  };
}

function cardShape(template: Template, card: TemplateCard, { x, y }: Place, locale: string): ShapeData {
  const zone = template.zones.find(({ id }) => id === card.zone);
  const values = Object.entries(card.fields ?? {}).map(([name, value]) => [
    name,
    valueIn(name, value, template, locale),
  ]);
  const props = {
    ...(zone && partValues(zone, card)),
    ...Object.fromEntries(values),
    kind: card.kind,
    w: cardWidth,
    richText: richTextFromPlain(textIn(card.title, locale)),
    ...(card.example && { example: true }),
    ...(zone?.group !== undefined && { group: zone.group }),
  };
  return { id: cardId(card.id), type: 'card', parentId: zoneId(card.zone), x, y, props };
}

/** Words in the language; a card or link by the id that it has on the board. */
function valueIn(name: string, value: TemplateValue, template: Template, locale: string): unknown {
  if (isText(value)) return textIn(value, locale);
  if (typeof value !== 'string' || !isFieldName(name) || fieldOf(name).type !== 'card') return value;
  return template.links.some(({ id }) => id === value) ? linkId(value) : cardId(value);
}

function isText(value: TemplateValue): value is Text {
  return typeof value === 'object' && !Array.isArray(value);
}

function labelShape(label: TemplateLabel, locale: string): ShapeData {
  const props = {
    color: 'black',
    size: label.size ?? 'm',
    font: 'sans',
    textAlign: 'start',
    w: label.w ?? 600,
    richText: richTextFromPlain(textIn(label.text, locale)),
    scale: 1,
    autoSize: false,
  };
  return {
    id: createShapeId(`label-${label.id}`),
    type: 'text',
    parentId: label.zone === undefined ? defaultPage.id : zoneId(label.zone),
    x: label.x,
    y: label.y,
    isLocked: true,
    props,
  };
}

function lineShape({ id, zone, from, to }: TemplateLine): ShapeData {
  const props = { ...straight({ x: to.x - from.x, y: to.y - from.y }), dash: 'solid', size: 's' };
  return { id: createShapeId(`line-${id}`), type: 'line', parentId: zoneId(zone), ...from, isLocked: true, props };
}

function ceilingShape({ id, x, y, w }: TemplateCeiling): ShapeData {
  const props = { ...straight({ x: w, y: 0 }), dash: 'dashed', size: 'm' };
  const meta = { [metaKeys.ceiling]: true };
  return { id: createShapeId(`ceiling-${id}`), type: 'line', parentId: defaultPage.id, x, y, meta, props };
}

function straight(end: Place): Record<string, unknown> {
  const [first, second] = getIndices(2);
  const points = { a: { id: 'a', index: first, x: 0, y: 0 }, b: { id: 'b', index: second, ...end } };
  return { color: 'grey', spline: 'line', points, scale: 1 };
}

function arrowShape(
  template: Template,
  link: TemplateLink,
  places: ReadonlyMap<string, Place>,
  locale: string,
): ShapeData {
  const middle = (id: string): Place => {
    const card = template.cards.find((one) => one.id === id);
    const zone = template.zones.find((one) => one.id === card?.zone);
    const place = places.get(id) ?? { x: 0, y: 0 };
    return { x: (zone?.x ?? 0) + place.x + cardWidth / 2, y: (zone?.y ?? 0) + place.y + cardWidth / 3 };
  };
  const [start, end] = [middle(link.from), middle(link.to)];
  const { type, polarity, delayed, feedback, strength, confidence, rationale } = link;
  const direction = link.direction ?? 'directed';
  const props = {
    kind: 'arc',
    labelColor: 'black',
    color: 'grey',
    fill: 'none',
    dash: 'solid',
    size: 's',
    arrowheadStart: direction === 'mutual' ? 'arrow' : 'none',
    arrowheadEnd: direction === 'undirected' ? 'none' : 'arrow',
    font: 'sans',
    start: { x: 0, y: 0 },
    end: { x: end.x - start.x, y: end.y - start.y },
    bend: 0,
    richText: emptyRichText(),
    labelPosition: 0.5,
    scale: 1,
    elbowMidPoint: 0.5,
  };
  const said = linkMetaChange({
    type,
    polarity,
    delayed,
    feedback,
    strength,
    confidence,
    direction: link.direction,
    rationale: rationale && textIn(rationale, locale),
  });
  const meta = Object.fromEntries(
    Object.entries(said).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
  return { id: linkId(link.id), type: 'arrow', parentId: defaultPage.id, ...start, meta, props };
}

function bindingRecords(link: TemplateLink): TLRecord[] {
  const binding = (terminal: 'start' | 'end', to: string): TLRecord =>
    boardSchema.types.binding.validate({
      id: createBindingId(`${link.id}-${terminal}`),
      typeName: 'binding',
      type: 'arrow',
      fromId: linkId(link.id),
      toId: cardId(to),
      meta: {},
      props: { terminal, normalizedAnchor: { x: 0.5, y: 0.5 }, isExact: false, isPrecise: false, snap: 'none' },
    });
  return [binding('start', link.from), binding('end', link.to)];
}
