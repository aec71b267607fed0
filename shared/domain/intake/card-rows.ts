// The rows of a table of cards as drafts, some hundred at a time.
import { fieldOf, type FieldName } from '../fields.ts';
import type { Kind } from '../kinds.ts';
import { textIn } from '../text.ts';
import { readHeaders, type Target } from './headers.ts';
import { emptyDraft, intakeLimits, type Draft, type DraftCard, type IntakeSource } from './intake.ts';
import { kindFromWord } from './kind-words.ts';
import { readValue } from './read-value.ts';
import type { ReadTable, TableRow } from './read-table.ts';
import { cited } from './remarks.ts';
import { scoreScale } from './scores.ts';
import { idFromKumu } from '../harvest/kumu-id.ts';

const rowsAtOnce = 500;

/** Yields the share that is done. */
export function* readCardRows(
  table: ReadTable,
  kind: Kind | null,
  source: IntakeSource = 'table',
): Generator<number, Draft> {
  const draft = emptyDraft(source);
  const plan = readHeaders(table.headers, (column) => table.rows.map(({ cells }) => cells[column] ?? ''), kind);
  const columns = plan.targets.map((target, column) => ({ target, column, meaning: meaningOf(table, target, column) }));
  const hasTitle = plan.targets.some(({ to }) => to === 'title');
  const isOwn = isOwnFile(table, plan.targets);
  if (!hasTitle) {
    draft.problems.push({ line: 1, what: { en: 'No column holds names or titles. Call one of them “name”.' } });
    return draft;
  }
  for (const { target, column } of columns)
    if (target.to === 'unknown' && table.rows.some(({ cells }) => (cells[column] ?? '').trim() !== ''))
      draft.warnings.push({
        line: 1,
        what: {
          en: `The column ${cited(table.headers[column]?.trim() || String(column + 1))} is not known and stays out.`,
        },
      });

  for (const [i, row] of table.rows.entries()) {
    const card = readRow(row);
    if (card) draft.cards.push(card);
    if (i % rowsAtOnce === rowsAtOnce - 1) yield i / table.rows.length;
  }
  return draft;

  function readRow(row: TableRow): DraftCard | null {
    const card: DraftCard = { ref: null, ownId: null, kind: plan.kind, title: '', fields: {}, line: row.line };
    for (const { target, column, meaning } of columns) {
      const text = (row.cells[column] ?? '').trim();
      if (text !== '') readCell(card, target, meaning ? meaning(text) : text);
    }
    if (card.title !== '') return card;
    draft.warnings.push({ line: row.line, what: { en: 'This line has no name and stays out.' } });
    return null;
  }

  function readCell(card: DraftCard, target: Target, text: string): void {
    switch (target.to) {
      case 'id':
        card.ref = text;
        card.ownId = ownId(text);
        return;
      case 'title':
        card.title = text.slice(0, intakeLimits.titleCharsMax);
        return;
      case 'kind':
        card.kind = kindFromWord(text) ?? card.kind;
        if (kindFromWord(text) === null) warn(card.line, `${cited(text)} is no kind of card.`);
        return;
      case 'field':
        setField(card, target.field, text);
        return;
      case 'known':
      case 'unknown':
        return;
    }
  }

  function setField(card: DraftCard, field: FieldName, text: string): void {
    const value = readValue(field, text, isOwn);
    if (value === null)
      warn(card.line, `${cited(text)} is left out: it does not fit “${textIn(fieldOf(field).label, 'en')}”.`);
    else card.fields = { ...card.fields, [field]: value };
  }

  function warn(line: number, en: string): void {
    draft.warnings.push({ line, what: { en } });
  }
}

/** An id that this product has given; those of others are good inside their file only. */
export function ownId(text: string): string | null {
  if (text.length > 200) return null;
  return text.startsWith('shape:') && text.length > 'shape:'.length ? text : idFromKumu(text);
}

function isOwnFile({ rows }: ReadTable, targets: readonly Target[]): boolean {
  const column = targets.findIndex(({ to }) => to === 'id');
  return column !== -1 && rows.length > 0 && rows.every(({ cells }) => ownId((cells[column] ?? '').trim()) !== null);
}

/** How to read the texts of a column with scores. In our own files they stand as they are. */
function meaningOf(table: ReadTable, target: Target, column: number): ((text: string) => string) | null {
  if (target.to !== 'field' || !['power', 'interest', 'impact'].includes(target.field)) return null;
  const idColumn = table.headers.findIndex((header) => header.trim().toLowerCase() === 'id');
  if (idColumn !== -1 && table.rows.every(({ cells }) => ownId((cells[idColumn] ?? '').trim()) !== null)) return null;
  return scoreScale(table.rows.map(({ cells }) => cells[column] ?? ''));
}
