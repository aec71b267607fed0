// Cards as tables: those of one kind with the fields of that kind, or all cards with every field that is used.
import { isIllustrative } from '../checks/cases.ts';
import { fieldNames, type FieldName } from '../fields.ts';
import { commonFields, fieldsOf, kindNames, kindOf, kinds, type Kind } from '../kinds.ts';
import type { BoardModel, Card } from '../model.ts';
import { fieldCells, fieldColumns, snakeCase, titlesOf } from './field-columns.ts';
import { groupColumns } from './group-column.ts';
import { oneWay, type Column, type Row, type Table } from './table.ts';

const idColumn: Column = { key: 'id', title: { en: 'Id' }, type: 'text', onlyInFiles: true };
const kindColumn: Column = {
  key: 'kind',
  title: { en: 'Kind' },
  type: 'text',
  words: Object.fromEntries(kindNames.map((kind) => [kind, kindOf(kind).label])),
};

/** A story that nobody can look up is told as one that only illustrates (rule E01). */
const illustrativeColumn: Column = { key: 'illustrative', title: { en: 'Only illustrates' }, type: 'text' };

/** File names that the plural does not give. */
const tableNames: Partial<Record<Kind, string>> = {
  keyResult: 'key_results',
  evidence: 'evidence',
  caseStudy: 'case_stories',
  purposeShift: 'purpose_shifts',
  plusOne: 'plus_one',
  systemCondition: 'conditions',
  person: 'participants',
  scaling: 'scaling',
  activity: 'activities',
  commitment: 'commitments',
};

export function kindTableName(kind: Kind): string {
  return tableNames[kind] ?? `${snakeCase(kind)}s`;
}

/** Every field that is filled on some card, in the order of the panel; the main fields of the kind always. */
export function kindTable(model: BoardModel, kind: Kind): Table {
  const cards = model.cards.filter((card) => card.kind === kind);
  const used = usedFields(cards);
  const own = kindOf(kind).fields;
  const extra = [...used].filter((name) => !fieldsOf(kind).includes(name));
  const fields = [...own, ...extra, ...commonFields.filter((name) => used.has(name))];
  return {
    name: kindTableName(kind),
    title: kindOf(kind).plural,
    columns: [
      idColumn,
      { ...kindColumn, onlyInFiles: true },
      { key: 'title', title: kindOf(kind).label, type: 'text' },
      ...fields.flatMap((name) => fieldColumns(name)),
      ...groupColumns(cards),
      ...(kind === 'caseStudy' ? [illustrativeColumn] : []),
    ],
    rows: rowsOf(model, cards, fields),
  };
}

/** All that is said on cards: what is needed to make them again elsewhere. */
export function cardsTable(model: BoardModel): Table {
  const used = usedFields(model.cards);
  const fields = fieldNames.filter((name) => used.has(name));
  return {
    name: 'cards',
    title: { en: 'Cards' },
    columns: [
      idColumn,
      kindColumn,
      { key: 'title', title: { en: 'Title' }, type: 'text' },
      ...fields.flatMap((name) => fieldColumns(name)),
      ...groupColumns(model.cards),
    ],
    rows: rowsOf(model, model.cards, fields),
  };
}

/** Goals and what shows that they come true, in one. */
export function goalsTable(model: BoardModel): Table {
  const cards = model.cards.filter(({ kind }) => kind === 'goal' || kind === 'keyResult');
  const fields = [...new Set([...kinds.goal.fields, ...kinds.keyResult.fields, 'note', 'tags', 'status'] as const)];
  return {
    name: 'goals',
    title: { en: 'Goals and key results' },
    columns: [
      idColumn,
      kindColumn,
      { key: 'title', title: { en: 'Goal or key result' }, type: 'text' },
      ...fields.flatMap((name) => fieldColumns(name)),
      ...groupColumns(cards),
    ],
    rows: rowsOf(model, cards, fields),
  };
}

function rowsOf(model: BoardModel, cards: readonly Card[], fields: readonly FieldName[]): Row[] {
  const titles = titlesOf(model);
  return cards.map((card) => ({
    id: card.id,
    kind: card.kind,
    title: oneWay(card.title),
    group: card.group,
    illustrative: isIllustrative(card) || null,
    ...Object.assign({}, ...fields.map((name) => fieldCells(card, name, titles))),
  }));
}

function usedFields(cards: readonly Card[]): Set<FieldName> {
  return new Set(cards.flatMap(({ fields }) => Object.keys(fields) as FieldName[]));
}
