// A cell's text as the value of a field. Generous about how people write; what cannot be read is said, never guessed.
import { fieldOf, type FieldDefinition, type FieldName, type FieldValue } from '../fields.ts';
import { readFigure } from '../read-figure.ts';
import { listItems } from '../harvest/table.ts';
import type { Text } from '../text.ts';
import { isDay } from '../day.ts';
import { intakeLimits } from './intake.ts';
import { sameWord } from './names.ts';

/** Null where the text says nothing that the field can hold. `text` is trimmed and not empty. */
export function readValue(name: FieldName, text: string, isOwn: boolean): FieldValue | null {
  const definition = fieldOf(name);
  switch (definition.type) {
    case 'text':
    case 'long':
    case 'card':
      return text.slice(0, intakeLimits.fieldCharsMax);
    case 'link':
      return /^(https?|mailto):/i.test(text) || !/^[a-z][a-z0-9+.-]*:/i.test(text) ? text : null;
    case 'list':
      return readList(text, isOwn);
    case 'flag':
      return readFlag(text);
    case 'date':
      return readDay(text);
    case 'measure':
      return String(Number(text)) === text && Number.isFinite(Number(text)) ? Number(text) : text;
    case 'number':
      return readNumber(text, definition);
    case 'choice':
      return wordFor(definition.choices, text);
    case 'scale': {
      const step = wordFor(definition.steps, text) ?? stanceWords[sameWord(text)];
      return step !== undefined && Object.hasOwn(definition.steps, step) ? Number(step) : null;
    }
  }
}

const stanceWords: Partial<Record<string, string>> = { ally: '1', supporter: '1', opponent: '-1', against: '-1' };

/** The key whose word, or which itself, this is. */
function wordFor(words: Readonly<Record<string, Text>>, text: string): string | null {
  if (Object.hasOwn(words, text)) return text;
  if (/^\+?\d+$/.test(text) && Object.hasOwn(words, Number(text))) return String(Number(text));
  const wanted = sameWord(text);
  if (wanted === '' || /^-?\d+$/.test(text)) return null;
  const found = Object.entries(words).find(([key, word]) =>
    [key, ...Object.values(word)].some((one) => one !== undefined && sameWord(one) === wanted),
  );
  return found?.[0] ?? null;
}

/** What people write for the kinds of a choice field. */
export function fitsField(name: FieldName, text: string): boolean {
  return readValue(name, text, false) !== null;
}

function readList(text: string, isOwn: boolean): string[] | null {
  const items = isOwn || text.includes('|') ? listItems(text) : text.split(/[;\n]/).map((item) => item.trim());
  const filled = items.filter((item) => item !== '');
  return filled.length > 0 ? filled : null;
}

const yesWords = new Set(['yes', 'y', 'true', '1', 'x', 'oui', 'si', 'ja', 'sim', 'да', 'हाँ', '✓', '✔']);
const noWords = new Set(['no', 'n', 'false', '0', 'non', 'nein', 'nao', 'нет', 'नहीं']);

function readFlag(text: string): boolean | null {
  const words = [text.toLowerCase(), sameWord(text)];
  if (words.some((word) => yesWords.has(word))) return true;
  return words.some((word) => noWords.has(word)) ? false : null;
}

function readNumber(text: string, definition: Extract<FieldDefinition, { type: 'number' }>): number | null {
  const figure = readFigure(text.replace(/\s*%$/, ''));
  if (figure.kind !== 'number') return null;
  const { value } = figure;
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY, whole } = definition;
  return value >= min && value <= max && (!whole || Number.isInteger(value)) ? value : null;
}

/** `2027-03-31`, `31.3.2027`, and with strokes where only one reading is a day. */
function readDay(text: string): string | null {
  const byYear = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/.exec(text);
  if (byYear) return dayOf(byYear[1], byYear[2], byYear[3]);
  const dotted = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(text);
  if (dotted) return dayOf(dotted[3], dotted[2], dotted[1]);
  const stroked = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(text);
  if (!stroked) return null;
  const [, first, second, year] = stroked;
  const readings = new Set([dayOf(year, second, first), dayOf(year, first, second)].filter((day) => day !== null));
  return readings.size === 1 ? ([...readings][0] ?? null) : null;
}

function dayOf(year = '', month = '', day = ''): string | null {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(text) ? text : null;
}
