// A table as CSV after RFC 4180, safe to open in a spreadsheet program: no cell that somebody wrote becomes a formula.
import { cellText, type Cell, type Table } from './table.ts';

const byteOrderMark = '\uFEFF';

/** With a byte order mark unless told otherwise: without one, Excel takes the letters for another alphabet. */
export function csvOf({ columns, rows }: Table, { mark = true }: { mark?: boolean } = {}): string {
  const head = columns.map(({ key }) => quoted(guarded(key))).join(',');
  const lines = rows.map((row) => columns.map(({ key }) => quoted(guarded(row[key]))).join(','));
  return (mark ? byteOrderMark : '') + [head, ...lines].map((line) => `${line}\r\n`).join('');
}

/** What a spreadsheet program may take for a formula: how a text begins, and what follows where it may split at another mark. */
const formula = { start: /^(?='*[=+\-@\t\r\n＝＋－＠])/, part: /([;\t\r\n][^\S\r\n]*)(?='*[=+\-@＝＋－＠])/g };
const guardedFormula = { start: /^'(?='*[=+\-@\t\r\n＝＋－＠])/, part: /([;\t\r\n][^\S\r\n]*)'(?='*[=+\-@＝＋－＠])/g };

/** Where a text looks like a formula it gets a `'` before it. Numbers stay numbers. */
function guarded(cell: Cell | undefined): string {
  const text = cellText(cell);
  return typeof cell === 'string' ? text.replaceAll(formula.part, "$1'").replace(formula.start, "'") : text;
}

/** The way back. */
export function unguarded(text: string): string {
  return text.replace(guardedFormula.start, '').replaceAll(guardedFormula.part, '$1');
}

function quoted(text: string): string {
  return /[",;\r\n\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
