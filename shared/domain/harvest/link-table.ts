// links.csv: the columns of section B5 of the domain reference, in their order.
import { linkTypes } from '../link-types.ts';
import type { BoardModel, Direction } from '../model.ts';
import type { Text } from '../text.ts';
import { titlesOf } from './field-columns.ts';
import { oneWay, type Column, type Table } from './table.ts';

const directions: Record<Direction, Text> = {
  directed: { en: 'One way' },
  mutual: { en: 'Both ways' },
  undirected: { en: 'No direction' },
};

const columns: Column[] = [
  { key: 'id', title: { en: 'Id' }, type: 'text', onlyInFiles: true },
  { key: 'from_id', title: { en: 'From (id)' }, type: 'text', onlyInFiles: true },
  { key: 'from_name', title: { en: 'From' }, type: 'text' },
  { key: 'to_id', title: { en: 'To (id)' }, type: 'text', onlyInFiles: true },
  { key: 'to_name', title: { en: 'To' }, type: 'text' },
  {
    key: 'type',
    title: { en: 'Type' },
    type: 'text',
    words: Object.fromEntries(Object.entries(linkTypes).map(([type, { label }]) => [type, label])),
  },
  { key: 'direction', title: { en: 'Direction' }, type: 'text', words: directions },
  { key: 'strength', title: { en: 'Strength' }, type: 'number' },
  { key: 'label', title: { en: 'Words on it' }, type: 'text', isPersonal: true },
];

export function linkTable(model: BoardModel): Table {
  const titles = titlesOf(model);
  return {
    name: 'links',
    title: { en: 'Links' },
    columns,
    rows: model.links.map(({ id, from, to, type, direction, strength, label }) => ({
      id,
      from_id: from,
      from_name: titles.get(from) ?? '',
      to_id: to,
      to_name: titles.get(to) ?? '',
      type,
      direction,
      strength,
      label: oneWay(label) || null,
    })),
  };
}
