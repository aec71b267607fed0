// What a person types into a field <-> its value.
import type { FieldDefinition, FieldValue } from '@commonboard/shared/domain/fields.ts';
import { isDay } from '@commonboard/shared/domain/day.ts';
import { t } from '../ui/messages/t.ts';

export type Read = { ok: true; value: FieldValue | undefined } | { ok: false; sentence: string };

const listMax = 50;

export function typedText(value: FieldValue | undefined): string {
  if (value === undefined) return '';
  return Array.isArray(value) ? value.join('\n') : String(value);
}

export function readTyped(definition: FieldDefinition, text: string): Read {
  const trimmed = text.trim();
  if (trimmed === '') return { ok: true, value: undefined };
  switch (definition.type) {
    case 'number':
      return readNumber(definition, trimmed);
    case 'measure': {
      const value = numberIn(trimmed);
      return { ok: true, value: value ?? trimmed };
    }
    case 'date':
      return isDay(trimmed) ? { ok: true, value: trimmed } : { ok: false, sentence: t('cards.wrong.date') };
    case 'list': {
      const lines = text.split('\n').map((line) => line.trim());
      return { ok: true, value: lines.filter((line) => line !== '').slice(0, listMax) };
    }
    default:
      return { ok: true, value: text };
  }
}

function readNumber(definition: Extract<FieldDefinition, { type: 'number' }>, text: string): Read {
  const { min, max, whole } = definition;
  const value = numberIn(text);
  if (value === null) return { ok: false, sentence: t('cards.wrong.number') };
  if (whole === true && !Number.isInteger(value)) return { ok: false, sentence: t('cards.wrong.whole') };
  if ((min !== undefined && value < min) || (max !== undefined && value > max))
    return { ok: false, sentence: t('cards.wrong.range', { min: String(min ?? ''), max: String(max ?? '') }) };
  return { ok: true, value };
}

/** "1.5", "1,5", "-3". Null for anything else, also "12 %" and "126/180": those are words. */
function numberIn(text: string): number | null {
  if (!/^-?\d{1,15}([.,]\d{1,6})?$/.test(text)) return null;
  return Number(text.replace(',', '.'));
}
