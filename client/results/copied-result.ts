// The report or a table as it is copied: with its look for a word processor, and as plain text.
import { tableToPaste } from '@commonboard/shared/domain/harvest/files.ts';
import { htmlOf } from '@commonboard/shared/domain/harvest/html.ts';
import { markdownOf } from '@commonboard/shared/domain/harvest/markdown.ts';
import { reportOf } from '@commonboard/shared/domain/harvest/report.ts';
import { shownColumns, shownText, type Table } from '@commonboard/shared/domain/harvest/table.ts';
import { tableNamed } from '@commonboard/shared/domain/harvest/tables.ts';
import { textIn } from '@commonboard/shared/domain/text.ts';
import { locale } from '../ui/messages/locale.ts';
import type { Leaving } from './result-choice.ts';

interface Copied {
  html: string;
  text: string;
}

/** Null: the report. */
export function copiedResult(tableName: string | null, { exported, choice }: Leaving): Copied {
  const table = tableName === null ? null : tableNamed(tableName, exported, choice);
  if (table) return { html: tableToPaste(table.name, exported, choice), text: tabbedText(table) };
  const { title, blocks } = reportOf(exported, choice.facts, choice);
  return { html: htmlOf(title, blocks, locale), text: markdownOf(blocks, locale) };
}

/** Pastes into a spreadsheet program, a cell into a cell. */
function tabbedText(table: Table): string {
  const columns = shownColumns(table);
  const lines = [
    columns.map(({ title }) => textIn(title, locale)),
    ...table.rows.map((row) => columns.map((column) => shownText(column, row[column.key], locale))),
  ];
  return lines.map((cells) => cells.map((cell) => cell.replace(/\s+/g, ' ')).join('\t')).join('\n');
}
