// The table of a bench: what was measured for each contestant, which goals it has, and whether they hold.

export interface Row {
  id: string;
  measure: string;
  unit: string;
  ours: number;
  /** null: not measured. */
  example: number | null;
  sync: number | null;
  /** A row without goals is information. */
  goals?: Goals;
}

export interface Goals {
  /** Ours divided by the other's, at most. */
  ofExample?: number;
  ofSync?: number;
  /** Ours itself. */
  most?: number;
  least?: number;
}

export interface Verdict extends Row {
  ratioToExample: number | null;
  ratioToSync: number | null;
  /** null: there is no goal. */
  holds: boolean | null;
}

export function judge(row: Row): Verdict {
  const ratioToExample = ratio(row.ours, row.example);
  const ratioToSync = ratio(row.ours, row.sync);
  const { ofExample, ofSync, most, least } = row.goals ?? {};
  const checks = [
    ofExample === undefined ? null : within(ratioToExample, ofExample),
    ofSync === undefined ? null : within(ratioToSync, ofSync),
    most === undefined ? null : row.ours <= most,
    least === undefined ? null : row.ours >= least,
  ].filter((check) => check !== null);
  return { ...row, ratioToExample, ratioToSync, holds: checks.length === 0 ? null : checks.every(Boolean) };
}

export function allHold(verdicts: readonly Pick<Verdict, 'holds'>[]): boolean {
  return verdicts.some(({ holds }) => holds !== null) && verdicts.every(({ holds }) => holds !== false);
}

/** null where the other was not measured or is 0: nothing can be said of it. */
function ratio(ours: number, other: number | null): number | null {
  return other === null || other === 0 ? null : ours / other;
}

// A goal against a contestant that was not measured does not hold: a bench that forgets one must not pass.
function within(found: number | null, most: number): boolean {
  return found !== null && found <= most;
}

const heads = ['id', 'measure', 'ours', 'yjs example', 'tldraw sync', 'ratio', 'goal', 'holds'];

/** Lines of one width per column, for a terminal. */
export function formatTable(verdicts: readonly Verdict[]): string {
  return inColumns([heads, ...verdicts.map(rowCells)]);
}

/** Each column as wide as the widest of its cells. */
export function inColumns(cells: readonly (readonly string[])[]): string {
  const widths = (cells[0] ?? []).map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  return cells
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function rowCells(verdict: Verdict): string[] {
  const { id, measure, unit, ours, example, sync, ratioToExample, ratioToSync, goals = {}, holds } = verdict;
  return [
    id,
    `${measure}, ${unit}`,
    formatNumber(ours),
    formatNumber(example),
    formatNumber(sync),
    `${formatRatio(ratioToExample)} ${formatRatio(ratioToSync)}`,
    formatGoals(goals),
    holds === null ? '' : holds ? 'yes' : 'NO',
  ];
}

function formatGoals({ ofExample, ofSync, most, least }: Goals): string {
  const parts = [
    ofExample === undefined && ofSync === undefined ? '' : `${formatGoal(ofExample)} ${formatGoal(ofSync)}`,
    most === undefined ? '' : `<= ${formatNumber(most)}`,
    least === undefined ? '' : `>= ${formatNumber(least)}`,
  ];
  return parts.filter((part) => part !== '').join(', ');
}

function formatGoal(most: number | undefined): string {
  return most === undefined ? '-' : `<=${formatRatio(most)}`;
}

/** `1/8.9` below a half, `0.91x` above. */
export function formatRatio(value: number | null): string {
  if (value === null) return '-';
  if (value === 0) return '0x';
  return value <= 0.5 ? `1/${trimmed(1 / value, 1)}` : `${trimmed(value, 2)}x`;
}

export function formatNumber(value: number | null): string {
  if (value === null) return '-';
  const size = Math.abs(value);
  const maximumFractionDigits = size >= 100 ? 0 : size >= 1 ? 1 : 3;
  return value.toLocaleString('en-GB', { maximumFractionDigits });
}

function trimmed(value: number, places: number): string {
  return String(Number(value.toFixed(places)));
}
