// results.csv, the results framework after section A6 of the domain reference: a line for each result and indicator.
import type { FieldName } from '../fields.ts';
import type { BoardModel, Card } from '../model.ts';
import { fieldCell, fieldColumns } from './field-columns.ts';
import { levelNames } from '../views/level-names.ts';
import { resultsFramework } from '../views/results-framework.ts';
import { listText, oneWay, type Column, type Row, type Table } from './table.ts';

/** Header -> the indicator's field. */
const indicatorFields = {
  measure: 'measure',
  ascending: 'ascending',
  disaggregation: 'disaggregation',
  baseline_value: 'baseline',
  baseline_year: 'baselineYear',
  target_value: 'target',
  target_date: 'targetDate',
  actual_value: 'actual',
  actual_date: 'actualDate',
  data_source: 'source',
  method: 'method',
  frequency: 'frequency',
  responsible: 'responsible',
} as const satisfies Record<string, FieldName>;

const text = (key: string, en: string, more: Partial<Column> = {}): Column => ({
  key,
  title: { en },
  type: 'text',
  ...more,
});

const columns: Column[] = [
  text('result_code', 'Code'),
  text('parent_codes', 'Under', { isList: true }),
  text('level', 'Level', {
    words: { ...levelNames.plain.levels, objective: { en: 'Goal' } },
  }),
  text('statement', 'Result'),
  text('indicator_code', 'Indicator code'),
  text('indicator', 'Indicator'),
  ...Object.entries(indicatorFields).flatMap(([key, field]) => fieldColumns(field, key)),
  text('sphere', 'Sphere', {
    words: { control: { en: 'Control' }, influence: { en: 'Influence' }, interest: { en: 'Interest' } },
  }),
];

export function resultTable(model: BoardModel): Table {
  return {
    name: 'results',
    title: { en: 'Results framework' },
    columns,
    rows: resultsFramework(model).map(
      ({ resultCode, parentCodes, level, result, indicatorCode, indicator, sphere }) => ({
        result_code: resultCode || null,
        parent_codes: listText(parentCodes) || null,
        level,
        statement: result ? oneWay(result.title) : null,
        indicator_code: indicatorCode,
        indicator: indicator ? oneWay(indicator.title) : null,
        ...(indicator && cells(indicator)),
        sphere,
      }),
    ),
  };
}

function cells(indicator: Card): Row {
  return Object.fromEntries(Object.entries(indicatorFields).map(([key, field]) => [key, fieldCell(indicator, field)]));
}
