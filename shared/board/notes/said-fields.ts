// What a zone says of a card that is made in it: only what a card can hold. Anybody may have written the zone, and one value of the
// wrong kind would keep every card out of it.
import type { CardFields } from '../../domain/fields.ts';
import { isFieldName } from '../../domain/fields.ts';
import { cardProps } from '../../schema/card-shape.ts';

export function saidFields(sets: Readonly<Record<string, unknown>> = {}): Partial<CardFields> {
  return Object.fromEntries(Object.entries(sets).filter(([name, value]) => isFieldName(name) && holds(name, value)));
}

function holds(name: keyof CardFields, value: unknown): boolean {
  try {
    const known = cardProps[name];
    known?.validate(value);
    return known !== undefined;
  } catch {
    return false;
  }
}
