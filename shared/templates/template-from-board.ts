// Save as template: a board's zones, prompts, cards and links as a template, with or without what people wrote. The agenda comes
// from the template that the board was made from.
import type { TLRecord } from '@tldraw/tlschema';
import { boardModel } from '../board/board-model.ts';
import { plainFromRichText } from '../board/text/rich-text.ts';
import { fieldOf, type CardFields, type FieldName } from '../domain/fields.ts';
import type { BoardModel, Card, Link, Note, Zone } from '../domain/model.ts';
import type { Text } from '../domain/text.ts';
import type { ZoneAxis, ZoneCell } from '../domain/zones.ts';
import {
  noteColors,
  type Template,
  type TemplateAxis,
  type TemplateCard,
  type TemplateCeiling,
  type TemplateCell,
  type TemplateLabel,
  type TemplateLink,
  type TemplateNote,
  type TemplateValue,
  type TemplateZone,
} from './format.ts';
import { templateProblems, type TemplateProblem } from './template-rules.ts';

export interface SavingAsTemplate {
  /** Letters, digits, - and _. */
  id: string;
  title: string;
  purpose: string;
  leaveWith: string;
  credits: string;
  licence: string;
  /** Of the texts on the board. */
  locale: string;
  /** What people wrote: left out, kept as prompts and cards, or kept as an example. */
  content: 'left-out' | 'kept' | 'example';
  /** The template that the board was made from. */
  base?: Template | undefined;
}

export interface SavedTemplate {
  template: Template;
  /** Cards and notes that lie in no zone, and are not in it. */
  outside: number;
  /** Rule X01: what somebody has to change before others can open the file. */
  problems: TemplateProblem[];
}

/** What all parts of the board are read with. */
interface Reading extends SavingAsTemplate {
  zones: ReadonlyMap<string, Zone>;
  /** Id on the board -> id in the template. */
  ids: ReadonlyMap<string, string>;
}

/** Of the first page that has zones, and of parallel groups the first. */
export function templateFromBoard(records: readonly TLRecord[], saving: SavingAsTemplate): SavedTemplate {
  const { base } = saving;
  const board = boardModel(records, { title: saving.title, template: base?.id ?? null });
  const reading = readingOf(board, saving);
  const { ids } = reading;
  const known = new Set(ids.values());
  const template: Template = {
    ...headOf(saving),
    phases: (base?.phases ?? []).map((phase) => ({ ...phase, zoneIds: phase.zoneIds.filter((id) => known.has(id)) })),
    zones: [...reading.zones.values()].map((zone) => zoneOf(zone, reading)),
    cards: board.cards.filter(({ id }) => ids.has(id)).map((card) => cardOf(card, reading)),
    links: board.links.filter(({ id }) => ids.has(id)).map((link) => linkOf(link, reading)),
    notes: board.notes.filter(({ id }) => ids.has(id)).map((note) => noteOf(note, reading)),
    labels: labelsOf(records, reading),
    lines: [],
    ceilings: ceilingsOf(records, board),
    checks: base?.checks ?? [],
    results: base?.results ?? ['report.md'],
  };
  const outside = [...board.cards, ...board.notes].filter(({ zoneId }) => !reading.zones.has(zoneId ?? '')).length;
  return { template, outside, problems: templateProblems(template) };
}

function headOf(saving: SavingAsTemplate) {
  const { id, title, purpose, leaveWith, credits, licence, locale, base } = saving;
  const text = (words: string): Text => ({ en: words, [locale]: words });
  return {
    format: 'commonboard-template' as const,
    version: 1 as const,
    id,
    title: text(title),
    purpose: text(purpose),
    leaveWith: text(leaveWith),
    moment: base?.moment ?? ('plan' as const),
    group: base?.group ?? ([2, 30] as const),
    ...(base?.groupOf && { groupOf: base.groupOf }),
    minutes: base?.minutes ?? 60,
    credits: text(credits),
    licence,
    locales: [...new Set(['en', locale])],
  };
}

/** What goes along, and the ids that it gets. */
function readingOf(board: BoardModel, saving: SavingAsTemplate): Reading {
  const first = board.zones[0];
  const zones = board.zones.filter(
    (zone) => zone.pageId === first?.pageId && (zone.group === null || zone.group === firstGroup(board.zones)),
  );
  const byId = new Map(zones.map((zone) => [zone.id, zone]));
  const keeps = saving.content !== 'left-out';
  const cards = board.cards.filter(({ zoneId, example }) => byId.has(zoneId ?? '') && (keeps || example));
  const notes = board.notes.filter(
    (note) => byId.has(note.zoneId ?? '') && (keeps || note.example || isPrompt(note, saving.base)),
  );
  const going = new Set(cards.map(({ id }) => id));
  const links = board.links.filter(({ from, to }) => going.has(from) && going.has(to));
  const ids = new Map([
    ...named(zones.map((zone) => [zone.id, zone.part ?? 'zone'])),
    ...named(cards.map(({ id }) => [id, 'card'])),
    ...named(notes.map(({ id }) => [id, 'note'])),
    ...named(links.map(({ id }) => [id, 'link'])),
  ]);
  return { ...saving, zones: byId, ids };
}

function firstGroup(zones: readonly Zone[]): string | undefined {
  return zones.flatMap(({ group }) => group ?? []).toSorted((a, b) => Number(a) - Number(b))[0];
}

/** The wished name where it is free; else, and for things without a name, counted. */
function named(wished: readonly (readonly [id: string, name: string])[]): Map<string, string> {
  const taken = new Set<string>();
  const counted = new Set(['zone', 'card', 'note', 'link']);
  return new Map(
    wished.map(([id, name]) => {
      const plain = name.replaceAll(/[^\w-]/g, '-');
      let free = plain;
      for (
        let i = counted.has(plain) ? 1 : 2;
        free === plain ? taken.has(free) || counted.has(free) : taken.has(free);
        i++
      )
        free = `${plain}-${i}`;
      taken.add(free);
      return [id, free];
    }),
  );
}

function isPrompt({ id }: Note, base: Template | undefined): boolean {
  const name = id.replace(/^shape:note-/, '');
  return (base?.notes ?? []).some((note) => name === note.id || name.replace(/-\d+$/, '') === note.id);
}

function textOf(words: string, { locale }: Reading): Text {
  return { en: words, [locale]: words };
}

function zoneOf(zone: Zone, reading: Reading): TemplateZone {
  const cell = ({ title, ...rest }: ZoneCell): TemplateCell => ({ ...rest, title: textOf(title, reading) });
  const axis = ({ field, title, low, high }: ZoneAxis): TemplateAxis => ({
    field,
    title: textOf(title, reading),
    low: textOf(low, reading),
    high: textOf(high, reading),
  });
  const { capacity, grows } = reading.base?.zones.find(({ id }) => id === zone.part) ?? {};
  const { layout, cells, rows, across, up, accepts, kind, sets, shows, locked } = zone;
  return {
    id: reading.ids.get(zone.id) ?? zone.id,
    title: textOf(zone.group === null ? zone.title : zone.title.replace(/^\d+ · /, ''), reading),
    prompt: textOf(zone.prompt, reading),
    x: Math.round(zone.x),
    y: Math.round(zone.y),
    w: zone.w,
    h: zone.h,
    ...(layout !== 'free' && { layout }),
    ...(cells.length > 0 && { cells: cells.map(cell) }),
    ...(rows.length > 0 && { rows: rows.map(cell) }),
    ...(across && { across: axis(across) }),
    ...(up && { up: axis(up) }),
    ...(accepts.length > 0 && { accepts }),
    ...(kind !== null && { kind }),
    ...(Object.keys(sets).length > 0 && { sets }),
    ...(shows && { shows }),
    ...(locked && { locked }),
    ...(capacity && { capacity }),
    ...(grows && { grows }),
    ...(zone.group !== null && { perGroup: true }),
  };
}

function placed(thing: Card | Note, { zones, ids }: Reading): Pick<TemplateCard, 'id' | 'zone' | 'at'> {
  const zone = zones.get(thing.zoneId ?? '');
  return {
    id: ids.get(thing.id) ?? thing.id,
    zone: ids.get(thing.zoneId ?? '') ?? '',
    at: { x: Math.round(thing.x - (zone?.x ?? 0)), y: Math.round(thing.y - (zone?.y ?? 0)) },
  };
}

function cardOf(card: Card, reading: Reading): TemplateCard {
  const fields = fieldsOf(card.fields, reading);
  return {
    ...placed(card, reading),
    kind: card.kind,
    title: textOf(card.title, reading),
    ...(Object.keys(fields).length > 0 && { fields }),
    ...((card.example || reading.content === 'example') && { example: true }),
  };
}

/** A field that names a card which does not go along is left out. */
function fieldsOf(fields: CardFields, reading: Reading): Partial<Record<FieldName, TemplateValue>> {
  const entries = Object.entries(fields) as [FieldName, NonNullable<CardFields[FieldName]>][];
  return Object.fromEntries(
    entries.flatMap(([name, value]): [string, TemplateValue][] => {
      const { type } = fieldOf(name);
      if (typeof value !== 'string') return [[name, value]];
      if (type === 'text' || type === 'long') return [[name, textOf(value, reading)]];
      if (type !== 'card') return [[name, value]];
      const id = reading.ids.get(value);
      return id === undefined ? [] : [[name, id]];
    }),
  );
}

function noteOf(note: Note, reading: Reading): TemplateNote {
  const isExample = note.example || (reading.content === 'example' && !isPrompt(note, reading.base));
  return {
    ...placed(note, reading),
    text: textOf(note.text, reading),
    color: noteColors.find((color) => color === note.color) ?? 'yellow',
    ...(isExample && { example: true }),
  };
}

function linkOf(link: Link, reading: Reading): TemplateLink {
  const { type, isTypeAssumed, direction, polarity, delayed, feedback, strength, confidence, rationale } = link;
  return {
    id: reading.ids.get(link.id) ?? link.id,
    from: reading.ids.get(link.from) ?? '',
    to: reading.ids.get(link.to) ?? '',
    ...(!isTypeAssumed && { type }),
    ...(direction !== 'directed' && { direction }),
    ...(polarity && { polarity }),
    ...(delayed && { delayed }),
    ...(feedback && { feedback }),
    ...(strength !== null && { strength }),
    ...(confidence !== null && { confidence }),
    ...(rationale !== '' && { rationale: textOf(rationale, reading) }),
  };
}

/** Words in zones that go along, and words on their page. */
function labelsOf(records: readonly TLRecord[], reading: Reading): TemplateLabel[] {
  const [page] = [...reading.zones.values()].map(({ pageId }) => pageId);
  const labels = records.flatMap((record) => {
    if (record.typeName !== 'shape' || record.type !== 'text') return [];
    const zone = reading.zones.get(record.parentId);
    const text = plainFromRichText(record.props.richText);
    return text === '' || (!zone && record.parentId !== page) ? [] : [{ record, zone, text }];
  });
  return labels.map(({ record, zone, text }, i) => ({
    id: `label-${i + 1}`,
    ...(zone && { zone: reading.ids.get(zone.id) ?? zone.id }),
    text: textOf(text, reading),
    x: Math.round(record.x),
    y: Math.round(record.y),
    w: Math.round(record.props.w),
    size: record.props.size,
  }));
}

function ceilingsOf(records: readonly TLRecord[], board: BoardModel): TemplateCeiling[] {
  const shapes = new Map(records.map((record) => [String(record.id), record]));
  return board.ceilings.map(({ id, y }, i) => {
    const shape = shapes.get(id);
    const isLine = shape?.typeName === 'shape' && shape.type === 'line';
    const ends = isLine ? Object.values(shape.props.points).map((point) => point.x) : [];
    const w = Math.round(Math.max(100, ...ends) - Math.min(0, ...ends));
    return { id: `ceiling-${i + 1}`, x: isLine ? Math.round(shape.x) : 0, y: Math.round(y), w };
  });
}
