// roles.csv: each actor with what it brings, and its part in each activity and output.
import type { BoardModel } from '../model.ts';
import type { Text } from '../text.ts';
import { rolesMatrix } from '../views/roles-matrix.ts';
import { oneWay, type Column, type Table } from './table.ts';

const parts: Readonly<Record<string, Text>> = {
  responsible: { en: 'responsible' },
  contributes: { en: 'contributes' },
};

/** One column for each activity and output, under its words. Nothing where there is no work to share out. */
export function rolesTable(model: BoardModel): Table {
  const { columns, rows } = rolesMatrix(model);
  const work = columns.map(({ title }, i): Column => ({
    key: oneWay(title).replace(/\s+/g, ' ') || String(i + 1),
    title: { en: oneWay(title) || String(i + 1) },
    type: 'text',
    words: parts,
  }));
  const keys = distinct(work.map(({ key }) => key));
  return {
    name: 'roles',
    title: { en: 'Roles' },
    columns: [
      { key: 'actor', title: { en: 'Actor' }, type: 'text' },
      { key: 'contribution', title: { en: 'What they bring' }, type: 'text' },
      ...work.map((column, i) => ({ ...column, key: keys[i] ?? column.key })),
    ],
    rows: (work.length > 0 ? rows : []).map(({ name, contribution, cells }) => ({
      actor: oneWay(name),
      contribution: oneWay(contribution) || null,
      ...Object.fromEntries(cells.map((cell, i) => [keys[i] ?? '', cell])),
    })),
  };
}

/** Two activities may have the same words, or those of another column. */
function distinct(keys: readonly string[]): string[] {
  const taken = new Set(['actor', 'contribution']);
  return keys.map((key) => {
    let one = key;
    for (let count = 2; taken.has(one); count++) one = `${key} (${count})`;
    taken.add(one);
    return one;
  });
}
