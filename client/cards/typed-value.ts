// What a person types into a field <-> its value.
import type { FieldDefinition, FieldValue } from '@commonboard/shared/domain/fields.ts';
import { isDay } from '@commonboard/shared/domain/day.ts';
import { readFigure } from '@commonboard/shared/domain/read-figure.ts';
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
      // What could be two figures stays as it is written: these fields hold words too.
      const figure = readFigure(trimmed);
      return { ok: true, value: figure.kind === 'number' ? figure.value : trimmed };
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
  const figure = readFigure(text);
  if (figure.kind === 'unclear') return { ok: false, sentence: t('cards.wrong.unclear') };
  if (figure.kind === 'words') return { ok: false, sentence: t('cards.wrong.number') };
  const { value } = figure;
  if (whole === true && !Number.isInteger(value)) return { ok: false, sentence: t('cards.wrong.whole') };
  if ((min !== undefined && value < min) || (max !== undefined && value > max))
    return { ok: false, sentence: t('cards.wrong.range', { min: String(min ?? ''), max: String(max ?? '') }) };
  return { ok: true, value };
}
