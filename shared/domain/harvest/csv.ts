// A table as CSV after RFC 4180, safe to open in a spreadsheet program: no cell that somebody wrote becomes a formula.
import { cellText, type Cell, type Table } from './table.ts';

const byteOrderMark = '\uFEFF';

/** With a byte order mark unless told otherwise: without one, Excel takes the letters for another alphabet. */
export function csvOf({ columns, rows }: Table, { mark = true }: { mark?: boolean } = {}): string {
  const head = columns.map(({ key }) => quoted(key)).join(',');
  const lines = rows.map((row) => columns.map(({ key }) => quoted(guarded(row[key]))).join(','));
  return (mark ? byteOrderMark : '') + [head, ...lines].map((line) => `${line}\r\n`).join('');
}

/** What a spreadsheet program may take for a formula, and what is guarded already. */
const formulaStart = /^'*[=+\-@\t\r\n＝＋－＠]/;
const guardedStart = /^'+[=+\-@\t\r\n＝＋－＠]/;

/** A text that looks like a formula gets a `'` before it. Numbers stay numbers. */
function guarded(cell: Cell | undefined): string {
  const text = cellText(cell);
  return typeof cell === 'string' && formulaStart.test(text) ? `'${text}` : text;
}

/** The way back. */
export function unguarded(text: string): string {
  return guardedStart.test(text) ? text.slice(1) : text;
}

function quoted(text: string): string {
  return /[",;\r\n\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
