// A table as plain data. CSV, Markdown, HTML and the workbook are all written from it, so that they cannot say different things.
import { textIn, type Text } from '../text.ts';

/** A day as `2027-03-31`. A list is one text, see `listText`. */
export type Cell = string | number | boolean | null;
export type ColumnType = 'text' | 'number' | 'date' | 'percent';

export interface Column {
  /** English, in snake case: the header in files. */
  key: string;
  /** The header where people read it. */
  title: Text;
  /** What it holds where it can: a number that stands in a column of texts stays a number. Percents are 0 to 100. */
  type: ColumnType;
  /** What people read for a value such as `civil-society`. */
  words?: Readonly<Record<string, Text>>;
  /** Several values in one, see `listText`. */
  isList?: true;
  /** For files that are read again, such as an id; no person needs to see it. */
  onlyInFiles?: true;
  /** Says something of a person, or what the group thinks of somebody: not in the redacted form. */
  isPersonal?: true;
}

export type Row = Readonly<Record<string, Cell>>;

export interface Table {
  /** Of the file, without its ending. */
  name: string;
  title: Text;
  columns: readonly Column[];
  rows: readonly Row[];
}

const yes: Text = { en: 'yes' };
const no: Text = { en: 'no' };

/** As it stands in files. */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'boolean') return textIn(cell ? yes : no, 'en');
  return String(cell);
}

/** As a person reads it. */
export function shownText(column: Column, cell: Cell | undefined, locale: string): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'boolean') return textIn(cell ? yes : no, locale);
  if (column.isList) return listItems(String(cell)).join('; ');
  const word = column.words && Object.hasOwn(column.words, cell) ? column.words[cell] : undefined;
  if (word) return textIn(word, locale);
  return column.type === 'percent' && typeof cell === 'number' ? `${cell} %` : String(cell);
}

/** The columns that people see. */
export function shownColumns(table: Table): Column[] {
  return table.columns.filter(({ onlyInFiles }) => !onlyInFiles);
}

export function withoutPersonalColumns(table: Table): Table {
  return { ...table, columns: table.columns.filter(({ isPersonal }) => !isPersonal) };
}

/** Many values in one cell: joined with `|`; where a value holds one, a backslash stands before it. */
export function listText(items: readonly string[]): string {
  return items.map((item) => oneWay(item).replace(/[\\|]/g, '\\$&')).join('|');
}

export function listItems(text: string): string[] {
  return [...text.matchAll(/(?:[^\\|]|\\[\s\S]?)+/g)]
    .map(([item]) => item.replace(/\\([\\|])/g, '$1').trim())
    .filter((item) => item !== '');
}

/** Texts leave with one kind of line end and nothing around them, so that they come back the same. */
export function oneWay(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim();
}
