// All that is written on a board, as people read it: to look for words in.
import { fieldOf, type FieldName } from '../domain/fields.ts';
import type { BoardModel, Card, Zone } from '../domain/model.ts';

export function boardTexts({ title, cards, notes, zones }: Pick<BoardModel, 'title' | 'cards' | 'notes' | 'zones'>) {
  return [title, ...zones.flatMap(zoneTexts), ...cards.flatMap(cardTexts), ...notes.map(({ text }) => text)];
}

function zoneTexts({ title, prompt, cells, rows, across, up }: Zone): string[] {
  const axes = [across, up].flatMap((axis) => (axis ? [axis.title, axis.low, axis.high] : []));
  return [title, prompt, ...[...cells, ...rows].map((cell) => cell.title), ...axes];
}

function cardTexts({ title, fields }: Card): string[] {
  const written = Object.entries(fields).filter(([name]) => {
    const { type } = fieldOf(name as FieldName);
    return type !== 'card' && type !== 'choice';
  });
  return [
    title,
    ...written.flatMap(([, value]) => value).flatMap((value) => (typeof value === 'string' ? [value] : [])),
  ];
}
