// matches.csv: each need with the offer that meets it, whose they are, and when.
import { fieldOf } from '../fields.ts';
import type { BoardModel } from '../model.ts';
import { matches } from '../views/matches.ts';
import { fieldColumns } from './field-columns.ts';
import { oneWay, type Column, type Table } from './table.ts';

const columns: Column[] = [
  { key: 'need', title: { en: 'Need' }, type: 'text' },
  { key: 'offer', title: { en: 'Offer' }, type: 'text' },
  ...fieldColumns('resource', 'type'),
  ...fieldColumns('exchange'),
  { key: 'from', title: { en: 'Given by' }, type: 'text', isPersonal: true },
  { key: 'to', title: { en: 'Needed by' }, type: 'text', isPersonal: true },
  { key: 'when', title: fieldOf('availability').label, type: 'text' },
];

export function matchTable(model: BoardModel): Table {
  return {
    name: 'matches',
    title: { en: 'Matches' },
    columns,
    rows: matches(model).matches.map(({ offer, need }) => ({
      need: oneWay(need.title),
      offer: oneWay(offer.title),
      type: need.fields.resource ?? offer.fields.resource ?? null,
      exchange: offer.fields.exchange ?? need.fields.exchange ?? null,
      from: offer.fields.contact ?? null,
      to: need.fields.contact ?? null,
      when: offer.fields.availability ?? need.fields.availability ?? null,
    })),
  };
}
