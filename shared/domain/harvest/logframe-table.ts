// logframe.csv after section A6 of the domain reference, a line for each result and indicator; and under which names its levels
// and columns are known where it is handed in.
import type { BoardModel, Card } from '../model.ts';
import type { Text } from '../text.ts';
import { fieldCell } from './field-columns.ts';
import { levelNames, type LevelPreset } from '../views/level-names.ts';
import { logframe, type LogframeRow } from '../views/logframe.ts';
import { listText, oneWay, type Cell, type Column, type Row, type Table } from './table.ts';

export function isPreset(name: unknown): name is LevelPreset {
  return typeof name === 'string' && Object.hasOwn(levelNames, name);
}

interface ColumnWords {
  statement: Text;
  indicator: Text;
  means: Text;
  assumptions: Text;
}

const columnWords: Readonly<Record<LevelPreset, ColumnWords>> = {
  plain: words('What we want to be true', 'How we would know', 'Where we look', 'What we rely on'),
  'goal-purpose': words('Narrative summary', 'Indicators', 'Means of verification', 'Assumptions'),
  eu: words('Results chain', 'Indicator', 'Sources of data', 'Assumptions'),
  dac: words('Results', 'Performance indicators', 'Means of verification', 'Assumptions and risks'),
};

function words(statement: string, indicator: string, means: string, assumptions: string): ColumnWords {
  return {
    statement: { en: statement },
    indicator: { en: indicator },
    means: { en: means },
    assumptions: { en: assumptions },
  };
}

export function logframeTable(model: BoardModel, preset: LevelPreset): Table {
  return {
    name: 'logframe',
    title: { en: 'Logframe' },
    columns: columnsOf(preset),
    rows: logframe(model).rows.flatMap(linesOf),
  };
}

function columnsOf(preset: LevelPreset): Column[] {
  const { statement, indicator, means, assumptions } = columnWords[preset];
  const text = (key: string, title: Text, more: Partial<Column> = {}): Column => ({
    key,
    title,
    type: 'text',
    ...more,
  });
  return [
    text('level', { en: 'Level' }, { words: levelNames[preset].levels }),
    text('code', { en: 'Code' }),
    text('statement', statement),
    text('who', { en: 'Who' }),
    text('indicator', indicator),
    text('unit', { en: 'Unit' }),
    text('baseline', { en: 'Baseline' }),
    text('target', { en: 'Target' }),
    text('target_date', { en: 'By' }, { type: 'date' }),
    text('means_of_verification', means),
    text('assumptions', assumptions),
    text('responsible', { en: 'Responsible' }, { isPersonal: true }),
    text('also_contributes_to', { en: 'Also leads to' }, { isList: true }),
  ];
}

function linesOf(row: LogframeRow): Row[] {
  const { level, code, card, alsoContributesTo, indicators, assumptions, inputs } = row;
  const own = {
    level,
    code,
    statement: oneWay(card.title),
    who: fieldCell(card, 'who'),
    assumptions: titles(assumptions),
    responsible: fieldCell(card, 'responsible'),
    also_contributes_to: listText(alsoContributesTo) || null,
  };
  // Of an activity, what it needs stands where results have their indicators.
  if (indicators.length === 0) return [{ ...own, indicator: titles(inputs) }];
  return indicators.map((indicator) => ({
    ...own,
    indicator: oneWay(indicator.title),
    unit: fieldCell(indicator, 'unit'),
    baseline: fieldCell(indicator, 'baseline'),
    target: fieldCell(indicator, 'target'),
    target_date: fieldCell(indicator, 'targetDate'),
    means_of_verification: fieldCell(indicator, 'source'),
    responsible: own.responsible ?? fieldCell(indicator, 'responsible'),
  }));
}

function titles(cards: readonly Card[]): Cell {
  return cards.map(({ title }) => oneWay(title)).join('; ') || null;
}
