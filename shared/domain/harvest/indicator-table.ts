// How we would know: indicators and key results with where they started, where they should be and where they are.
import type { FieldName } from '../fields.ts';
import type { BoardModel, Card } from '../model.ts';
import { fieldCell, fieldColumns, snakeCase, titlesOf } from './field-columns.ts';
import { oneWay, type Cell, type Table } from './table.ts';

const measured = [
  'unit',
  'baseline',
  'baselineYear',
  'target',
  'targetDate',
  'actual',
  'actualDate',
] as const satisfies readonly FieldName[];
const sources = ['source', 'method', 'frequency', 'responsible'] as const satisfies readonly FieldName[];

export function indicatorTable(model: BoardModel): Table {
  const titles = titlesOf(model);
  const cards = model.cards.filter(({ kind }) => kind === 'indicator' || kind === 'keyResult');
  return {
    name: 'indicators',
    title: { en: 'Indicators' },
    columns: [
      { key: 'id', title: { en: 'Id' }, type: 'text', onlyInFiles: true },
      { key: 'result', title: { en: 'Of' }, type: 'text' },
      { key: 'title', title: { en: 'Indicator' }, type: 'text' },
      ...measured.flatMap((name) => fieldColumns(name)),
      { key: 'progress', title: { en: 'On the way' }, type: 'percent' },
      ...sources.flatMap((name) => fieldColumns(name)),
    ],
    rows: cards.map((card) => ({
      id: card.id,
      result: titles.get(card.fields.on ?? card.fields.parent ?? '') ?? null,
      title: oneWay(card.title),
      ...Object.fromEntries([...measured, ...sources].map((name) => [snakeCase(name), fieldCell(card, name)])),
      progress: progress(card),
    })),
  };
}

/** Percent of the way from the baseline to the target; null where one of the three is not a number. */
function progress({ fields: { baseline, target, actual } }: Card): Cell {
  if (typeof baseline !== 'number' || typeof target !== 'number' || typeof actual !== 'number') return null;
  if (baseline === target) return null;
  return Math.round(((actual - baseline) / (target - baseline)) * 100);
}
