// Notes that are no cards, each with the zone it lies in.
import type { BoardModel } from '../model.ts';
import { groupColumns } from './group-column.ts';
import { oneWay, type Table } from './table.ts';

export function noteTable({ notes, zones }: BoardModel): Table {
  const titles = new Map(zones.map(({ id, title }) => [id, title]));
  return {
    name: 'notes',
    title: { en: 'Notes' },
    columns: [
      { key: 'id', title: { en: 'Id' }, type: 'text', onlyInFiles: true },
      { key: 'zone', title: { en: 'Zone' }, type: 'text' },
      { key: 'text', title: { en: 'Text' }, type: 'text' },
      { key: 'color', title: { en: 'Colour' }, type: 'text' },
      ...groupColumns(notes),
    ],
    rows: notes
      .filter(({ text }) => text.trim() !== '')
      .map(({ id, zoneId, text, color, group }) => ({
        id,
        zone: (zoneId === null ? null : titles.get(zoneId)) ?? null,
        text: oneWay(text),
        color,
        group,
      })),
  };
}
