// A text as rows of cells, each with the line it begins on. Commas, semicolons or tabs, whichever gives headers that we know.
import Papa from 'papaparse';
import { unguarded } from '../harvest/csv.ts';
import type { Text } from '../text.ts';
import { knownHeaders } from './headers.ts';
import type { Remark } from './intake.ts';
import { isLinkHeader } from './link-headers.ts';

export interface TableRow {
  cells: readonly string[];
  line: number;
}

export interface ReadTable {
  headers: readonly string[];
  rows: readonly TableRow[];
  problems: readonly Remark[];
}

const separators = ['\t', ';', ','] as const;
type Separator = (typeof separators)[number];

/** What stands between the cells of this text; null: it is no table. */
export function separatorOf(text: string): Separator | null {
  const first = text.split(/\r\n?|\n/, 40).find((line) => line.trim() !== '') ?? '';
  const scored = separators.map((separator) => {
    const headers = Papa.parse<string[]>(first, { delimiter: separator }).data[0] ?? [];
    return {
      separator,
      columns: headers.length,
      known: isLinkHeader(headers) ? headers.length : knownHeaders(headers),
    };
  });
  const best = scored.reduce((a, b) => (b.known > a.known ? b : a));
  if (best.columns > 1 && best.known > 0) return best.separator;
  // Cells copied from a spreadsheet have tabs between them, also without headers.
  return first.trimStart().includes('\t') ? '\t' : null;
}

export function readTable(text: string, separator: Separator): ReadTable {
  const parsed = Papa.parse<string[]>(text, { delimiter: separator, newline: lineEnd(text), skipEmptyLines: false });
  const lines = lineNumbers(parsed.data);
  const rows = parsed.data.map((cells, i) => ({
    cells: cells.map((cell) => unguarded(cell)),
    line: lines[i] ?? 1,
  }));
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const headers = filled[0]?.cells ?? [];
  const broken = parsed.errors.map(({ row, code }) => ({
    line: lines[row ?? 0] ?? 1,
    what: code === 'MissingQuotes' ? neverClosed : misplaced,
  }));
  // One mark that is wrong is found in several ways.
  const firstOfLine = broken.filter(({ line }, i) => broken.findIndex((other) => other.line === line) === i);
  return withHeaders(
    { headers, rows: filled.slice(1), problems: [...firstOfLine, ...tooWide(filled, headers)] },
    filled,
  );
}

const neverClosed: Text = { en: 'A quotation mark is opened here and never closed.' };
const misplaced: Text = { en: 'A quotation mark stands where it cannot be read.' };

/** Where no header is known, the first line is one like the others, and names stand first. */
function withHeaders(table: ReadTable, filled: readonly TableRow[]): ReadTable {
  if (table.headers.length === 0 || isLinkHeader(table.headers) || knownHeaders(table.headers) > 0) return table;
  return { ...table, headers: ['name', ...table.headers.slice(1).map(() => '')], rows: filled };
}

/** Mostly a comma inside a cell without quotation marks: what stands where cannot be told. */
function tooWide(rows: readonly TableRow[], headers: readonly string[]): Remark[] {
  return rows
    .filter(({ cells }) => cells.slice(headers.length).some((cell) => cell.trim() !== ''))
    .map(({ cells, line }) => ({
      line,
      what: { en: `This line has ${cells.length} cells, but there are ${headers.length} columns.` },
    }));
}

function lineEnd(text: string): '\r\n' | '\n' | '\r' {
  // Inside quotation marks another one may stand: the first of the file is that of its rows, where the headers are plain.
  const [end] = /\r\n|\n|\r/.exec(text) ?? ['\n'];
  return end === '\r\n' || end === '\r' ? end : '\n';
}

/** Cells may hold lines of their own. */
function lineNumbers(rows: readonly (readonly string[])[]): number[] {
  let line = 1;
  return rows.map((cells) => {
    const own = line;
    line += 1 + cells.reduce((sum, cell) => sum + (cell.match(/\r\n?|\n/g)?.length ?? 0), 0);
    return own;
  });
}
