// Every table there is, by its name, and which of them a workbook holds.
import { kindNames, type Kind } from '../kinds.ts';
import type { Text } from '../text.ts';
import type { Exported } from './for-export.ts';
import { indicatorTable } from './indicator-table.ts';
import { cardsTable, goalsTable, kindTable, kindTableName } from './kind-tables.ts';
import { legendTable } from './legend-table.ts';
import type { LevelPreset } from '../views/level-names.ts';
import { logframeTable } from './logframe-table.ts';
import { resultTable } from './result-table.ts';
import { linkTable } from './link-table.ts';
import { matchTable } from './match-table.ts';
import { noteTable } from './note-table.ts';
import { rolesTable } from './roles-table.ts';
import { scheduleTable } from './schedule-table.ts';
import { stakeholderTable } from './stakeholder-table.ts';
import { voteTable } from './vote-table.ts';
import { withoutPersonalColumns, type Table } from './table.ts';

export interface TableChoice {
  locale: string;
  /** What the levels and columns of the logframe are called; plain words unless said. */
  preset?: LevelPreset;
}

type MakeTable = (exported: Exported, choice: TableChoice) => Table;

/** Kinds whose table is another than that of their fields. */
const special: readonly Kind[] = ['stakeholder', 'goal', 'keyResult', 'indicator'];
const plainKinds = kindNames.filter((kind) => !special.includes(kind));

const makers: Readonly<Record<string, MakeTable>> = {
  logframe: ({ model }, { preset }) => logframeTable(model, preset ?? 'plain'),
  results: ({ model }) => resultTable(model),
  indicators: ({ model }) => indicatorTable(model),
  goals: ({ model }) => goalsTable(model),
  stakeholders: ({ model }) => stakeholderTable(model),
  commitments: ({ model }) => kindTable(model, 'commitment'),
  matches: ({ model }) => matchTable(model),
  roles: ({ model }) => rolesTable(model),
  schedule: ({ model }) => scheduleTable(model),
  votes: ({ votes }) => voteTable(votes),
  notes: ({ model }) => noteTable(model),
  ...Object.fromEntries(
    plainKinds.map((kind): [string, MakeTable] => [kindTableName(kind), ({ model }) => kindTable(model, kind)]),
  ),
  links: ({ model }) => linkTable(model),
  cards: ({ model }) => cardsTable(model),
  legend: (exported, { locale }) => legendTable(exported, locale),
};

export const tableNames = Object.keys(makers);
/** The workbook has each card once, in the table of its kind. */
const notInWorkbook = new Set(['results', 'cards', 'legend']);

/** Null where there is no table of this name. */
export function tableNamed(name: string, exported: Exported, choice: TableChoice): Table | null {
  const make = Object.hasOwn(makers, name) ? makers[name] : undefined;
  if (!make) return null;
  const table = make(exported, choice);
  return exported.redacted ? withoutPersonalColumns(table) : table;
}

/** Those that hold something, what matters most first; the legend last, always. `without`: names of those that stay out. */
export function workbookTables(exported: Exported, choice: TableChoice, without: readonly string[] = []): Table[] {
  const tables = tableNames
    .filter((name) => !notInWorkbook.has(name) && !without.includes(name))
    .flatMap((name) => tableNamed(name, exported, choice) ?? [])
    .filter(({ rows }) => rows.length > 0)
    .map(withFilledColumns);
  const legend = legendTable(exported, choice.locale);
  return [...tables, tables.length > 0 ? legend : { ...legend, rows: [nothingYet, ...legend.rows] }];
}

const nothing: Text = { en: 'Nothing here yet' };
const nothingYet = { what: null, name: null, meaning: nothing.en };

/** People read the columns that hold something. */
export function withFilledColumns(table: Table): Table {
  const isFilled = (key: string): boolean => table.rows.some((row) => (row[key] ?? '') !== '');
  return { ...table, columns: table.columns.filter(({ key }) => isFilled(key)) };
}
