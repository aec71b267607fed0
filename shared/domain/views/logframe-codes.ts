// Codes of the rows of a logical framework, and the order they give: G1, P1, IO1, O1.1, A1.1.1.
import type { Card } from '../model.ts';

/** Impacts; outcomes that lead to one by a single arrow; the other outcomes; outputs; activities. */
export type LogframeLevel = 'goal' | 'purpose' | 'intermediate' | 'output' | 'activity';

export interface UncodedRow {
  level: LogframeLevel;
  card: Card;
  /** Ids of cards with a row, the one to print under first. */
  parents: readonly string[];
}

export interface CodedRow {
  level: LogframeLevel;
  /** The first number of outputs and activities is that of their purpose, the second of an activity that of its output; 0
   * where there is none. */
  code: string;
  card: Card;
  /** Code of the row it is printed under: of several, the first in the order of causes before effects. */
  parent: string | null;
  alsoContributesTo: string[];
}

/** Of rows in reading order. Level by level from the top; in a level by code, what hangs under nothing last. */
export function codedRows(rows: readonly UncodedRow[]): CodedRow[] {
  const byId = new Map(rows.map((row) => [row.card.id, row]));
  const codes = new Map<string, string>();
  const numbers = new Map<string, number[]>();
  const ordered: UncodedRow[] = [];
  const give = (row: UncodedRow, sign: string, number: number[]): void => {
    numbers.set(row.card.id, number);
    codes.set(row.card.id, `${sign}${number.join('.')}`);
    ordered.push(row);
  };
  const above = (row: UncodedRow, level: LogframeLevel): number[] | undefined =>
    numbers.get(nearestAbove(row, level, byId)?.card.id ?? '');
  const of = (level: LogframeLevel): UncodedRow[] => rows.filter((row) => row.level === level);

  of('goal').forEach((row, i) => give(row, 'G', [i + 1]));
  inOrderOf(of('purpose'), (row) => above(row, 'goal') ?? [0]).forEach(({ row }, i) => give(row, 'P', [i + 1]));
  inOrderOf(of('intermediate'), (row) => above(row, 'purpose') ?? [0]).forEach(({ row }, i) =>
    give(row, 'IO', [i + 1]),
  );
  for (const { row, under, next } of inOrderOf(of('output'), (output) => above(output, 'purpose') ?? [0]))
    give(row, 'O', [...under, next]);
  const place = (row: UncodedRow): number[] => above(row, 'output') ?? [...(above(row, 'purpose') ?? [0]), 0];
  for (const { row, under, next } of inOrderOf(of('activity'), place)) give(row, 'A', [...under, next]);

  return ordered.map(({ level, card, parents: [first, ...others] }) => ({
    level,
    card,
    code: codes.get(card.id) ?? '',
    parent: first === undefined ? null : (codes.get(first) ?? null),
    alsoContributesTo: others.flatMap((id) => codes.get(id) ?? []),
  }));
}

/** Up through the first parents to a row of this level, its own parent first. */
function nearestAbove(
  row: UncodedRow,
  level: LogframeLevel,
  byId: ReadonlyMap<string, UncodedRow>,
): UncodedRow | undefined {
  const seen = new Set([row]);
  for (let at = byId.get(row.parents[0] ?? ''); at && !seen.has(at); at = byId.get(at.parents[0] ?? '')) {
    if (at.level === level) return at;
    seen.add(at);
  }
  return undefined;
}

/** Sorted by the numbers they stand under, 0 last; `next` counts within the same numbers. */
function inOrderOf(
  rows: readonly UncodedRow[],
  numberOf: (row: UncodedRow) => number[],
): { row: UncodedRow; under: number[]; next: number }[] {
  const counts = new Map<string, number>();
  return rows
    .map((row) => ({ row, under: numberOf(row) }))
    .toSorted((a, b) => compare(a.under, b.under))
    .map(({ row, under }) => {
      const next = (counts.get(String(under)) ?? 0) + 1;
      counts.set(String(under), next);
      return { row, under, next };
    });
}

function compare(a: readonly number[], b: readonly number[]): number {
  const last = (n: number | undefined): number => (n === undefined || n === 0 ? Number.MAX_SAFE_INTEGER : n);
  const differing = a.findIndex((n, i) => n !== b[i]);
  return differing < 0 ? 0 : last(a[differing]) - last(b[differing]);
}
