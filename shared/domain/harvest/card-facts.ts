// What is said on a card, in words: "By year: 2032".
import { fieldOf, type FieldName } from '../fields.ts';
import type { Card } from '../model.ts';
import { textIn } from '../text.ts';
import { fieldCell, fieldColumns } from './field-columns.ts';
import { shownText } from './table.ts';

/** Only the fields that are filled. A field that names another card is left to the tables. */
export function cardFacts(card: Card, fields: readonly FieldName[], locale: string): string[] {
  return fields.flatMap((name) => {
    const [column] = fieldColumns(name);
    if (!column || fieldOf(name).type === 'card' || card.fields[name] === undefined) return [];
    return [`${textIn(fieldOf(name).label, locale)}: ${shownText(column, fieldCell(card, name), locale)}`];
  });
}
