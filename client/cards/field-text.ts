// A field's value in words, as a card, a form and a list show it.
import { fieldOf, type FieldDefinition, type FieldName, type FieldValue } from '@commonboard/shared/domain/fields.ts';
import { textIn } from '@commonboard/shared/domain/text.ts';
import { locale } from '../ui/messages/locale.ts';
import { t } from '../ui/messages/t.ts';

const towerMax = 5;
const numbers = new Intl.NumberFormat(locale);
const years = new Intl.NumberFormat(locale, { useGrouping: false });
const days = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });

/** `titleOf` gives the title of another card. Empty where there is nothing to show. */
export function fieldText(name: FieldName, value: FieldValue, titleOf: (id: string) => string): string {
  const definition = fieldOf(name);
  if (typeof value === 'boolean') return value ? t('cards.yes') : t('cards.no');
  if (Array.isArray(value)) return value.join(', ');
  if (typeof value === 'number') return numberText(name, definition, value);
  if (definition.type === 'choice') {
    const choice = Object.hasOwn(definition.choices, value) ? definition.choices[value] : undefined;
    return choice ? textIn(choice, locale) : value;
  }
  if (definition.type === 'date') return dayText(value);
  return definition.type === 'card' ? titleOf(value) : value;
}

export function fieldLabel(name: FieldName): string {
  return textIn(fieldOf(name).label, locale);
}

function numberText(name: FieldName, definition: FieldDefinition, value: number): string {
  // Towers, as they are drawn on paper.
  if (name === 'influence') return '●'.repeat(value) + '○'.repeat(Math.max(0, towerMax - value));
  if (definition.type === 'scale') {
    const step = definition.steps[value];
    return step ? textIn(step, locale) : numbers.format(value);
  }
  const isYear = name === 'horizon' || name === 'baselineYear';
  return (isYear ? years : numbers).format(value);
}

function dayText(value: string): string {
  const day = new Date(`${value}T00:00:00Z`);
  return Number.isNaN(day.getTime()) ? value : days.format(day);
}
