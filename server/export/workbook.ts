// Tables as one .xlsx workbook: a sheet for each, numbers as numbers, days as days, the header bold and always in sight.
import type { Stream } from 'node:stream';
import writeXlsxFile, { type CellObject, type Feature, type Sheet } from 'write-excel-file/node';
import {
  shownColumns,
  shownText,
  type Cell,
  type Column,
  type Row,
  type Table,
} from '@commonboard/shared/domain/harvest/table.ts';
import { textIn } from '@commonboard/shared/domain/text.ts';

const sheetNameCharsMax = 31;
/** Of a cell, in Excel. */
const cellCharsMax = 32_767;
/** Letters; wider texts are wrapped. */
const [widthMin, widthMax] = [8, 48];
const dayFormat = 'yyyy-mm-dd';
/** Points. */
const [lineHeight, rowHeightMax] = [15, 400];

const top = { alignVertical: 'top' } as const;

export async function workbook(tables: readonly Table[], locale: string): Promise<Uint8Array<ArrayBuffer>> {
  const names = sheetNames(tables.map(({ title }) => textIn(title, locale)));
  const sheets = tables.map((table, i): Sheet<never> => sheetOf(table, names[i] ?? table.name, locale));
  const bytes = await writeXlsxFile(sheets, {
    fontFamily: 'Calibri',
    fontSize: 11,
    features: [fitToPageWidth],
  }).toBuffer();
  return new Uint8Array(bytes);
}

/** Printed, all columns of a sheet stand on one page, and its rows on as many as they need. */
const fitToPageWidth: Feature<Stream | Buffer | Blob> = {
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transformElementAttributes: (tag, attributes) =>
          tag === 'pageSetup' ? { ...attributes, fitToWidth: 1, fitToHeight: 0 } : attributes,
        // What says that this counts stands before all else.
        transform: (xml) =>
          xml.replace(/<worksheet[^>]*>/, (start) => `${start}<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`),
      },
    },
  },
};

function sheetOf(table: Table, name: string, locale: string): Sheet<never> {
  const columns = shownColumns(table);
  const titles = columns.map(({ title }) => textIn(title, locale));
  const head = titles.map((value): CellObject => ({
    ...text(value),
    fontWeight: 'bold',
    backgroundColor: '#EEEBE3',
    bottomBorderStyle: 'thin',
    bottomBorderColor: '#8A8778',
  }));
  const widths = columns.map((column, i) => widthOf(table, column, titles[i] ?? '', locale));
  return {
    sheet: name,
    data: [head, ...table.rows.map(cells)],
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: 1,
    orientation: 'landscape',
  };

  function cells(row: Row): (CellObject | null)[] {
    const lines = columns.map((column, i) =>
      linesOf(shownText(column, row[column.key], locale), widths[i] ?? widthMin),
    );
    const height = Math.min(rowHeightMax, lineHeight * Math.max(1, ...lines));
    return columns.map((column) => {
      const cell = cellOf(column, row[column.key], locale);
      return cell && height > lineHeight ? { ...cell, height } : cell;
    });
  }
}

function cellOf(column: Column, cell: Cell | undefined, locale: string): CellObject | null {
  if (cell === null || cell === undefined || cell === '') return null;
  const shown = shownText(column, cell, locale);
  // A step of a scale has a word that people know better than its number.
  if (typeof cell === 'number' && !column.words) return number(column, cell);
  if (column.type === 'date' && typeof cell === 'string')
    return { value: new Date(`${cell}T00:00:00Z`), type: Date, format: dayFormat, align: 'left', indent: 1, ...top };
  return text(shown);
}

function number(column: Column, value: number): CellObject {
  const isPercent = column.type === 'percent';
  return {
    value: isPercent ? value / 100 : value,
    type: Number,
    ...top,
    ...(isPercent && { format: '0%' }),
  };
}

/** Always as letters, never as a formula, whatever it begins with. */
function text(value: string): CellObject {
  // oxlint-disable-next-line no-control-regex -- they are what XML forbids
  const writable = value.toWellFormed().replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '');
  return { value: writable.slice(0, cellCharsMax), type: String, wrap: true, align: 'left', indent: 1, ...top };
}

/** Not every program works out by itself how high a row with wrapped text has to be. */
function linesOf(shown: string, width: number): number {
  const lines = shown.split('\n').map(({ length }) => Math.max(1, Math.ceil(length / (width - 1))));
  return lines.reduce((sum, count) => sum + count, 0);
}

function widthOf(table: Table, column: Column, title: string, locale: string): number {
  const longest = table.rows.reduce((most, row) => {
    const lines = shownText(column, row[column.key], locale).split('\n');
    return Math.max(most, ...lines.map(({ length }) => length));
  }, title.length);
  return Math.min(widthMax, Math.max(widthMin, longest + 4));
}

/** No name twice, none too long, none with a sign that a sheet cannot have. */
function sheetNames(titles: readonly string[]): string[] {
  const taken = new Set<string>();
  return titles.map((title) => {
    const plain =
      title
        .replace(/[[\]:*?/\\]/g, ' ')
        .replace(/^'+|'+$/g, '')
        .trim() || 'Sheet';
    let name = plain.slice(0, sheetNameCharsMax);
    for (let i = 2; taken.has(name.toLowerCase()); i++) name = `${plain.slice(0, sheetNameCharsMax - 4)} ${i}`;
    taken.add(name.toLowerCase());
    return name;
  });
}
