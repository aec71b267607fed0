// Files for Kumu after section B5 of the domain reference: a pair of CSV files, or one JSON blueprint in the simple form.
// Elements have ids, so connections name them by id.
import { fieldNames, type FieldName } from '../fields.ts';
import { kindOf, type Kind } from '../kinds.ts';
import type { BoardModel, Card, Link } from '../model.ts';
import { fieldCell, snakeCase } from './field-columns.ts';
import { kumuId } from './kumu-id.ts';
import { listItems, listText, oneWay, type Cell, type Column, type Table } from './table.ts';

/** Fields that have a name of Kumu's own, or of ours beside a word that means something there. */
const kumuNames: Partial<Record<FieldName, string>> = { note: 'description', tags: 'tags', url: 'url' };

const text = (key: string, title: string, more: Partial<Column> = {}): Column => ({
  key,
  title: { en: title },
  type: 'text',
  ...more,
});

export function kumuElements(model: BoardModel): Table {
  const custom = customFields(model);
  return {
    name: 'kumu-elements',
    title: { en: 'Elements' },
    columns: [
      ...['ID', 'Label', 'Type', 'Description', 'Tags', 'Image', 'URL', 'Email'].map((key) => text(key, key)),
      ...custom.map((name) => text(snakeCase(name), snakeCase(name))),
    ],
    rows: model.cards.map((card) => ({
      ID: kumuId(card.id),
      Label: oneWay(card.title),
      Type: kumuType(card.kind),
      Description: fieldCell(card, 'note'),
      Tags: fieldCell(card, 'tags'),
      Image: null,
      URL: fieldCell(card, 'url'),
      Email: null,
      ...Object.fromEntries(custom.map((name) => [snakeCase(name), customCell(card, name)])),
    })),
  };
}

export function kumuConnections(model: BoardModel): Table {
  const keys = ['ID', 'From', 'To', 'Type', 'Direction', 'Label', 'Description', 'Tags', 'Strength'];
  const more = ['polarity', 'confidence', 'delayed', 'feedback'];
  return {
    name: 'kumu-connections',
    title: { en: 'Connections' },
    columns: [...keys, ...more].map((key) => text(key, key)),
    rows: model.links.map((link) => ({
      ID: kumuId(link.id),
      From: kumuId(link.from),
      To: kumuId(link.to),
      Type: connectionType(link),
      Direction: link.direction,
      Label: oneWay(link.label) || null,
      Description: oneWay(link.rationale) || null,
      Tags: null,
      Strength: link.strength,
      ...extras(link),
    })),
  };
}

export function kumuJson(model: BoardModel): string {
  const custom = customFields(model);
  const elements = model.cards.map((card) => ({
    id: kumuId(card.id),
    label: oneWay(card.title),
    type: kumuType(card.kind),
    ...filled({
      description: fieldCell(card, 'note'),
      tags: card.fields.tags ?? null,
      url: fieldCell(card, 'url'),
    }),
    ...filled(Object.fromEntries(custom.map((name) => [snakeCase(name), jsonValue(card, name)]))),
  }));
  const connections = model.links.map((link) => ({
    id: kumuId(link.id),
    from: kumuId(link.from),
    to: kumuId(link.to),
    type: connectionType(link),
    direction: link.direction,
    ...filled({
      label: oneWay(link.label) || null,
      description: oneWay(link.rationale) || null,
      strength: link.strength,
      ...extras(link),
    }),
  }));
  return `${JSON.stringify({ elements, connections }, null, 2)}\n`;
}

/** One word: `Key-result`. */
function kumuType(kind: Kind): string {
  return kindOf(kind).label.en.replaceAll(' ', '-');
}

function customFields({ cards }: BoardModel): FieldName[] {
  const used = new Set(cards.flatMap(({ fields }) => Object.keys(fields)));
  return fieldNames.filter((name) => used.has(name) && !Object.hasOwn(kumuNames, name));
}

function customCell(card: Card, name: FieldName): Cell {
  const cell = fieldCell(card, name);
  // A card is named as its element is.
  return typeof cell === 'string' && cell.startsWith('shape:') ? kumuId(cell) : cell;
}

function jsonValue(card: Card, name: FieldName): Cell | string[] {
  const value = card.fields[name];
  return Array.isArray(value) ? listItems(listText(value)) : customCell(card, name);
}

/** A cause with a sign is `+` or `-`, as loops are read there. */
function connectionType({ type, polarity }: Link): string {
  return type === 'causal' && polarity ? polarity : type;
}

function extras({ type, polarity, confidence, delayed, feedback }: Link): Record<string, Cell> {
  return {
    polarity: type === 'causal' ? null : polarity,
    confidence,
    delayed: delayed || null,
    feedback: feedback || null,
  };
}

function filled<T>(values: Record<string, T | null>): Record<string, T> {
  return Object.fromEntries(Object.entries(values).filter((entry): entry is [string, T] => entry[1] !== null));
}
