// schedule.csv: the sessions that have a slot, in the order of slots and rooms.
import type { FieldName } from '../fields.ts';
import type { BoardModel } from '../model.ts';
import { fieldCell, fieldColumns, snakeCase } from './field-columns.ts';
import { oneWay, type Table } from './table.ts';

const before = ['slot', 'room'] as const satisfies readonly FieldName[];
const after = ['host', 'coHosts', 'form', 'minutes', 'state'] as const satisfies readonly FieldName[];

export function scheduleTable({ cards }: BoardModel): Table {
  const placed = cards.filter(({ kind, fields }) => kind === 'session' && fields.slot !== undefined);
  const inOrder = placed.toSorted(
    (a, b) => byWords(a.fields.slot, b.fields.slot) || byWords(a.fields.room, b.fields.room),
  );
  return {
    name: 'schedule',
    title: { en: 'Schedule' },
    columns: [
      ...before.flatMap((name) => fieldColumns(name)),
      { key: 'title', title: { en: 'Session' }, type: 'text' },
      ...after.flatMap((name) => fieldColumns(name)),
    ],
    rows: inOrder.map((card) => ({
      title: oneWay(card.title),
      ...Object.fromEntries([...before, ...after].map((name) => [snakeCase(name), fieldCell(card, name)])),
    })),
  };
}

/** `Slot 2` comes before `Slot 10`. */
function byWords(a: string | undefined, b: string | undefined): number {
  return (a ?? '').localeCompare(b ?? '', 'en', { numeric: true });
}
