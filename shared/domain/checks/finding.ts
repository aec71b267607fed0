// What a check found, as data, and the words for it in a language.
import { ruleOf, type RuleId, type SaysOf } from './rules.ts';
import type { Level } from './rule.ts';
import { textIn, type Text } from '../text.ts';

export type FindingValue = string | number | Text | readonly (string | Text)[];

export interface Finding {
  rule: RuleId;
  /** Which of the rule's sentences. */
  says: string;
  level: Level;
  /** Cards, links and ceilings to select and zoom to; none where something is missing altogether. */
  ids: readonly string[];
  values: Readonly<Record<string, FindingValue>>;
}

/** Words of a card that are quoted in a sentence, at most. */
const quotedLengthMax = 70;

export function finding<Id extends RuleId>(
  rule: Id,
  says: SaysOf<Id>,
  ids: readonly string[],
  values: Finding['values'] = {},
): Finding {
  const { level, special } = ruleOf(rule);
  return { rule, says, level: special[says]?.level ?? level, ids, values };
}

/** What the finding is called, in a few words. */
export function findingTitle({ rule, says }: Finding, locale: string): string {
  const { title, special } = ruleOf(rule);
  return textIn(special[says]?.title ?? title, locale);
}

/** The sentence about these cards. */
export function findingSentence({ rule, says, values }: Finding, locale: string): string {
  const sentence = ruleOf(rule).says[says];
  return sentence ? filled(sentence, values, locale) : '';
}

/** What to do about it. */
export function findingAdvice({ rule }: Finding, locale: string): string {
  return textIn(ruleOf(rule).advice, locale);
}

/** Puts values in the places named `{so}`. Unknown names stay as they are. */
export function filled(text: Text, values: Finding['values'], locale: string): string {
  return textIn(text, locale).replaceAll(/\{(\w+)\}/g, (place, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    return value === undefined ? place : said(value, locale);
  });
}

const untitled: Text = { en: 'a card without words' };

function said(value: FindingValue, locale: string): string {
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
