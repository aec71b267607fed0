// A field of a card as a column, and its value as a cell. A field that names another card is two columns in files: the id, to
// be read again, and the title, to be read by people.
import { fieldOf, type FieldName } from '../fields.ts';
import type { BoardModel, Card } from '../model.ts';
import type { Text } from '../text.ts';
import { isPersonalField } from './personal.ts';
import { listText, oneWay, type Cell, type Column, type ColumnType, type Row } from './table.ts';

/** `baselineYear` -> `baseline_year`. */
export function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

export function fieldColumns(name: FieldName, key: string = snakeCase(name)): Column[] {
  const definition = fieldOf(name);
  const column: Column = {
    key,
    title: definition.label,
    type: columnType(name),
    ...(definition.type === 'choice' && { words: definition.choices }),
    ...(definition.type === 'scale' && { words: stepWords(definition.steps) }),
    ...(definition.type === 'list' && { isList: true as const }),
    ...(isPersonalField(name) && { isPersonal: true as const }),
  };
  if (definition.type !== 'card') return [column];
  return [{ ...column, key: `${key}_id`, onlyInFiles: true }, column];
}

/** Titles of what fields may name: cards, and links as "from -> to". */
export function titlesOf({ cards, links }: BoardModel): ReadonlyMap<string, string> {
  const titles = new Map(cards.map(({ id, title }) => [id, oneWay(title)]));
  for (const { id, from, to } of links) titles.set(id, `${titles.get(from) ?? ''} → ${titles.get(to) ?? ''}`);
  return titles;
}

export function fieldCells(
  card: Card,
  name: FieldName,
  titles: ReadonlyMap<string, string>,
  key: string = snakeCase(name),
): Row {
  const value = card.fields[name];
  if (fieldOf(name).type !== 'card') return { [key]: fieldCell(card, name) };
  const id = typeof value === 'string' ? value : null;
  return { [`${key}_id`]: id, [key]: id === null ? null : (titles.get(id) ?? null) };
}

/** Null where it is not filled. */
export function fieldCell(card: Pick<Card, 'fields'>, name: FieldName): Cell {
  const value = card.fields[name];
  if (value === undefined) return null;
  if (Array.isArray(value)) return listText(value);
  return typeof value === 'string' ? oneWay(value) : value;
}

function columnType(name: FieldName): ColumnType {
  const { type } = fieldOf(name);
  if (type === 'number') return 'number';
  return type === 'date' ? 'date' : 'text';
}

/** A step that is only its number needs no word. */
function stepWords(steps: Readonly<Record<number, Text>>): Record<string, Text> {
  return Object.fromEntries(Object.entries(steps).filter(([step, { en }]) => step !== en));
}
