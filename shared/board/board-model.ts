// The repaired records of a board -> what the domain reads: cards, links, zones, notes. Everything else on the canvas says
// nothing there.
import type { TLArrowBinding, TLArrowShape, TLRecord, TLShape } from '@tldraw/tlschema';
import { isDay } from '../domain/day.ts';
import { fieldNames, fieldOf, type CardFields, type FieldName } from '../domain/fields.ts';
import { isKind } from '../domain/kinds.ts';
import { defaultLinkType } from '../domain/link-types.ts';
import type { BoardModel, Card, Ceiling, Link, Note, Zone } from '../domain/model.ts';
import { inReadingOrder, type Placed } from '../domain/reading-order.ts';
import { isCard, type CardProps, type CardShape } from '../schema/card-shape.ts';
import { linkSaid } from '../schema/link-meta.ts';
import { isZone, zonePlan, type ZoneShape } from '../schema/zone-shape.ts';
import { copiedFrom, groupOrigin } from './notes/group-origin.ts';
import { pagePlace, type RecordLookup } from './layout/page-place.ts';
import { plainFromRichText } from './text/rich-text.ts';

/** Key of a shape's meta: it belongs to the example, is the line below which the group answers for results, or the prompt it came as. */
export const metaKeys = { example: 'example', ceiling: 'ceiling', prompt: 'prompt' } as const;

export interface BoardFacts {
  title: string;
  template: string | null;
}

export function boardModel(records: readonly TLRecord[], facts: BoardFacts): BoardModel {
  const byId = new Map<string, TLRecord>(records.map((record) => [record.id, record]));
  const lookup: RecordLookup = (id) => byId.get(id);
  const shapes = records.filter((record): record is TLShape => record.typeName === 'shape');
  const zones = byPage(shapes.filter(isZone).flatMap((shape) => zoneOf(shape, lookup)));
  const order = new Map(zones.map(({ id }, i) => [id, i]));
  const byZone = <T extends { zoneId: string | null }>(placed: T[]): T[] =>
    placed.toSorted(
      (a, b) => (order.get(a.zoneId ?? '') ?? zones.length) - (order.get(b.zoneId ?? '') ?? zones.length),
    );
  // Of what a group made and what has been brought together since, the copy counts and the group's own does not.
  const broughtBack = new Set(shapes.flatMap(copiedFrom));
  const counted = shapes.filter(({ id }) => !broughtBack.has(id));
  const cards = byZone(byPage(counted.filter(isCard).flatMap((shape) => cardOf(shape, lookup))));
  return {
    ...facts,
    cards,
    zones,
    notes: byZone(byPage(counted.flatMap((shape) => (shape.type === 'note' ? noteOf(shape, lookup) : [])))),
    links: linksOf(records, new Map(cards.map((card) => [card.id, card]))),
    ceilings: shapes.flatMap((shape) => ceilingOf(shape, lookup)),
  };
}

/** The fields that are filled, each of the type it should have. */
export function filledFields(props: Readonly<Record<string, unknown>>): CardFields {
  return Object.fromEntries(
    fieldNames.flatMap((name) => {
      const value = readable(name, props[name]);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

function readable(name: FieldName, value: unknown): unknown {
  if (value === undefined || value === null) return undefined;
  const definition = fieldOf(name);
  if (typeof value === 'string') {
    if (value.trim() === '') return undefined;
    if (definition.type === 'choice') return Object.hasOwn(definition.choices, value) ? value : undefined;
    if (definition.type === 'date') return isDay(value) ? value : undefined;
    return value;
  }
  if (Array.isArray(value)) return value.length === 0 ? undefined : value;
  if (typeof value === 'number') {
    if (definition.type === 'scale') return Object.hasOwn(definition.steps, value) ? value : undefined;
    if (definition.type !== 'number') return value;
    const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = definition;
    return value >= min && value <= max ? value : undefined;
  }
  return value;
}

function cardOf(shape: CardShape, lookup: RecordLookup): Card[] {
  const at = pagePlace(shape, lookup);
  if (!at) return [];
  const props: CardProps = shape.props;
  const kind = isKind(props.kind) ? props.kind : 'idea';
  return [
    {
      id: shape.id,
      pageId: at.pageId,
      x: at.x,
      y: at.y,
      w: props.w,
      zoneId: zoneAround(shape, lookup),
      kind,
      title: plainFromRichText(props.richText),
      fields: filledFields({ ...props }),
      example: props.example === true,
      sources: props.sources ?? [],
      group: groupOrigin(shape),
    },
  ];
}

function noteOf(shape: Extract<TLShape, { type: 'note' }>, lookup: RecordLookup): Note[] {
  const at = pagePlace(shape, lookup);
  if (!at) return [];
  const text = plainFromRichText(shape.props.richText);
  return [
    {
      id: shape.id,
      pageId: at.pageId,
      x: at.x,
      y: at.y,
      zoneId: zoneAround(shape, lookup),
      text,
      // Written over, it is somebody's note.
      ...(shape.meta[metaKeys.prompt] === text && { isPrompt: true }),
      color: shape.props.color,
      example: shape.meta[metaKeys.example] === true,
      group: groupOrigin(shape),
    },
  ];
}

function zoneOf(shape: ZoneShape, lookup: RecordLookup): Zone[] {
  const at = pagePlace(shape, lookup);
  if (!at) return [];
  const { title, prompt, part, group } = shape.props;
  return [
    {
      ...zonePlan(shape.props),
      id: shape.id,
      pageId: at.pageId,
      x: at.x,
      y: at.y,
      title,
      prompt,
      part: part ?? null,
      group: group ?? null,
    },
  ];
}

function ceilingOf(shape: TLShape, lookup: RecordLookup): Ceiling[] {
  if (shape.meta[metaKeys.ceiling] !== true) return [];
  const at = pagePlace(shape, lookup);
  return at ? [{ id: shape.id, pageId: at.pageId, y: at.y }] : [];
}

/** The nearest zone above it. */
function zoneAround(shape: TLShape, lookup: RecordLookup): string | null {
  let parent = lookup(shape.parentId);
  while (parent?.typeName === 'shape') {
    if (isZone(parent)) return parent.id;
    parent = lookup(parent.parentId);
  }
  return null;
}

function linksOf(records: readonly TLRecord[], cards: ReadonlyMap<string, Card>): Link[] {
  const ends = new Map<string, Partial<Record<'start' | 'end', string>>>();
  for (const record of records) {
    if (record.typeName !== 'binding' || record.type !== 'arrow') continue;
    const binding: TLArrowBinding = record;
    ends.set(binding.fromId, { ...ends.get(binding.fromId), [binding.props.terminal]: binding.toId });
  }
  return records.flatMap((record) => {
    if (record.typeName !== 'shape' || record.type !== 'arrow') return [];
    const { start, end } = ends.get(record.id) ?? {};
    const [from, to] = [cards.get(start ?? ''), cards.get(end ?? '')];
    return from && to ? [linkOf(record, from, to)] : [];
  });
}

/** An arrow whose head is at its start only points the other way. */
function linkOf(arrow: TLArrowShape, start: Card, end: Card): Link {
  const { arrowheadStart, arrowheadEnd, richText } = arrow.props;
  const isBackwards = arrowheadStart !== 'none' && arrowheadEnd === 'none';
  const [from, to] = isBackwards ? [end, start] : [start, end];
  const said = linkSaid(arrow.meta);
  return {
    id: arrow.id,
    from: from.id,
    to: to.id,
    type: said.type ?? defaultLinkType(from.kind, to.kind),
    isTypeAssumed: said.type === undefined,
    direction: said.direction ?? drawnDirection(arrowheadStart !== 'none', arrowheadEnd !== 'none'),
    polarity: said.polarity ?? null,
    delayed: said.delayed ?? false,
    feedback: said.feedback ?? false,
    strength: said.strength ?? null,
    confidence: said.confidence ?? null,
    rationale: said.rationale ?? '',
    label: plainFromRichText(richText),
  };
}

function drawnDirection(hasStart: boolean, hasEnd: boolean): Link['direction'] {
  if (hasStart && hasEnd) return 'mutual';
  return hasStart || hasEnd ? 'directed' : 'undirected';
}

function byPage<T extends Placed & { pageId: string }>(placed: readonly T[]): T[] {
  const pages = Map.groupBy(placed, ({ pageId }) => pageId);
  return [...pages.keys()].toSorted().flatMap((page) => inReadingOrder(pages.get(page) ?? []));
}
