// Which of some fields a card has not filled, with the names that people read.
import { fieldOf, type FieldName } from '../fields.ts';
import type { Card } from '../model.ts';
import type { Text } from '../text.ts';

/** In the order asked for. Words of blanks only, and lists of nothing, are not filled. */
export function missingFields({ fields }: Card, names: readonly FieldName[]): FieldName[] {
  return names.filter((name) => !isFilled(fields[name]));
}

export function fieldLabels(names: readonly FieldName[]): Text[] {
  return names.map((name) => fieldOf(name).label);
}

export function isFilled(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() !== '';
  return Array.isArray(value) ? value.length > 0 : value !== undefined;
}
