// Sentences with values in them: titles of cards are quoted on one line, lists are joined as the language does.
import { textIn, type Text } from './text.ts';

export type SentenceValue = string | number | Text | readonly (string | Text)[];
export type SentenceValues = Readonly<Record<string, SentenceValue>>;

/** Words of a card that are quoted in a sentence, at most. */
const quotedLengthMax = 70;

/** Puts values in the places named `{so}`. Unknown names stay as they are. */
export function filled(text: Text, values: SentenceValues, locale: string): string {
  return textIn(text, locale).replaceAll(/\{(\w+)\}/g, (place, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    return value === undefined ? place : said(value, locale);
  });
}

const untitled: Text = { en: 'a card without words' };

function said(value: SentenceValue, locale: string): string {
  if (typeof value === 'number') return value.toLocaleString(knownLocale(locale));
  if (typeof value === 'string') return quoted(value) || textIn(untitled, locale);
  if ('en' in value) return textIn(value, locale);
  const parts = value.map((part) => (typeof part === 'string' ? quoted(part) : textIn(part, locale)));
  return new Intl.ListFormat(knownLocale(locale), { type: 'conjunction' }).format(parts);
}

/** One line, cut at a word's end. */
export function quoted(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  if (line.length <= quotedLengthMax) return line;
  const cut = line.slice(0, quotedLengthMax);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), quotedLengthMax / 2)).trimEnd()}…`;
}

/** A language tag that is not well formed would throw. */
function knownLocale(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? 'en';
  } catch {
    return 'en';
  }
}
