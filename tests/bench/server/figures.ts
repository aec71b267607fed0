// The table of the server bench: one line per figure, one column per server, the ratio to the best of those it is compared with.
import { formatNumber, formatRatio, inColumns } from '../table.ts';
import type { ContenderName } from './contender.ts';

export interface Figure {
  id: string;
  measure: string;
  unit: string;
  values: Partial<Record<ContenderName, number>>;
  goals?: FigureGoals;
}

export interface FigureGoals {
  /** Ours divided by the least of these, at most. */
  ratio?: { most: number; to: readonly ContenderName[] };
  /** Ours itself. */
  most?: number;
  least?: number;
}

export interface JudgedFigure extends Figure {
  ratio: number | null;
  /** null: there is no goal. */
  holds: boolean | null;
}

const columns: readonly ContenderName[] = [
  'ours',
  'ours, memory',
  'ours, socket',
  'y-ws server',
  'y-ws 2',
  'hocuspocus',
  'tldraw sync',
];

export function judgeFigure(figure: Figure): JudgedFigure {
  const { values, goals = {} } = figure;
  const mine = values.ours ?? Number.NaN;
  const others = (goals.ratio?.to ?? []).map((name) => values[name] ?? Number.NaN);
  const best = Math.min(...others);
  const ratio = others.length === 0 || !Number.isFinite(best) ? null : ratioOf(mine, best);
  const checks = [
    // Who was not measured is not beaten.
    goals.ratio && ratio !== null && ratio <= goals.ratio.most,
    goals.most === undefined ? undefined : mine <= goals.most,
    goals.least === undefined ? undefined : mine >= goals.least,
  ].filter((check) => check !== undefined);
  return { ...figure, ratio, holds: checks.length === 0 ? null : checks.every(Boolean) };
}

/** Two that take nothing are equal. */
function ratioOf(mine: number, best: number): number {
  return mine === 0 && best === 0 ? 1 : mine / best;
}

export function formatFigures(figures: readonly JudgedFigure[]): string {
  const heads = ['id', 'measure', ...columns, 'ratio', 'goal', 'holds'];
  const rows = figures.map((figure) => [
    figure.id,
    `${figure.measure}, ${figure.unit}`,
    ...columns.map((name) => formatNumber(figure.values[name] ?? null)),
    figure.ratio === null ? '-' : formatRatio(figure.ratio),
    formatGoals(figure.goals ?? {}),
    figure.holds === null ? '' : figure.holds ? 'yes' : 'NO',
  ]);
  return inColumns([heads, ...rows]);
}

function formatGoals({ ratio, most, least }: FigureGoals): string {
  return [
    ratio ? `<=${ratio.most}x` : '',
    most === undefined ? '' : `<= ${formatNumber(most)}`,
    least === undefined ? '' : `>= ${formatNumber(least)}`,
  ]
    .filter((part) => part !== '')
    .join(', ');
}
