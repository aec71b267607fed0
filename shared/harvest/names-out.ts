// Takes names out of texts: those of people who have not agreed to be named, wherever they stand, and words that who leads wants out.
import { nameKey } from '../protocol/person-name.ts';
import { plainLetters } from './plain-letters.ts';

/** What stands where a name was, and where a word was. */
const somebody = '(somebody)';
const word = '(left out)';

export interface NamesOut {
  (text: string): string;
}

export interface KnownNames {
  /** Of people here, and others who are named on the board. */
  all: readonly string[];
  agreed: readonly string[];
  /** Out in any case. */
  words?: readonly string[];
}

/**
 * A whole name of several words goes however it is written, one of a single word as it is written or in capitals: "will" may be a
 * word. Of "Bea Miller" also "Bea" alone goes, as it is written there. Names of people who have agreed stay, also where somebody
 * else's is a part of them; "Bea" alone stays only where nobody else of that name has not agreed.
 */
export function namesOut({ all, agreed, words = [] }: KnownNames): NamesOut {
  const stays = new Set(agreed.map(nameKey));
  const out = all.filter((name) => name.trim().length >= namePartMin && !stays.has(nameKey(name)));
  const { single = [], several = [] } = Object.groupBy(out, (name) => (hasSeveralParts(name) ? 'several' : 'single'));
  const firstNames = out.flatMap((name) => firstName(name) ?? []);
  const kept = agreed.filter(hasSeveralParts);
  return allOf([
    wordsOut(words),
    replacing(patterns(several, 'giu', kept), somebody),
    replacing(patterns([...single.flatMap(writings), ...firstNames], 'gu', kept), somebody),
  ]);
}

/** As it is, with its first letter as a capital, and all in capitals. */
function writings(name: string): string[] {
  const [first = '', ...rest] = name.trim();
  return [name, first.toUpperCase() + rest.join(''), name.toUpperCase()];
}

/** However they are written: with other accents, hyphens, in capital letters. */
export function wordsOut(words: readonly string[]): NamesOut {
  return replacing(patterns(words, 'giu'), word);
}

/** Texts as words are looked for in them, made once for many words. */
export function searchable(texts: readonly string[]): string {
  return plainLetters(texts.join('\0').normalize('NFC')).text;
}

/** In how many places of `searchable` texts a word stands. */
export function placesOf(one: string, texts: string): number {
  return patterns([one], 'giu').reduce((sum, found) => sum + findings(texts, found).length, 0);
}

/** Whether there is anything in it that can be looked for. */
export function isWord(one: string): boolean {
  return partsOf(one).length > 0;
}

const namePartMin = 2;

/** Null where it is no name of two words, such as "Table 3". */
function firstName(name: string): string | null {
  return /^(\p{Lu}[\p{L}'’-]{2,})\s+\p{Lu}\p{L}/u.exec(name.trim())?.[1] ?? null;
}

function allOf(steps: readonly NamesOut[]): NamesOut {
  return (text) => steps.reduce((said, step) => step(said), text);
}

function replacing(patternsOf: readonly RegExp[], mark: string): NamesOut {
  return allOf(patternsOf.map((found) => replacingOne(found, mark)));
}

function replacingOne(found: RegExp, mark: string): NamesOut {
  return (text) => {
    const whole = text.normalize('NFC');
    const { text: plain, from, to } = plainLetters(whole);
    let [told, at] = ['', 0];
    const places = findings(plain, found);
    for (const { index, length } of places) {
      told += whole.slice(at, from[index]) + mark;
      at = to[index + length - 1] ?? whole.length;
    }
    return places.length > 0 ? told + whole.slice(at) : text;
  };
}

interface Finding {
  index: number;
  length: number;
}

/** What has been taken out already is passed over. */
function findings(plain: string, found: RegExp): Finding[] {
  return [...plain.matchAll(found)].flatMap(({ 0: all, 1: mark, index }) =>
    mark === undefined ? [{ index, length: all.length }] : [],
  );
}

/** In these no space parts one word from the next, so a name may stand between any letters. */
const scripts = ['Han', 'Hiragana', 'Katakana', 'Hangul', 'Thai', 'Lao', 'Khmer', 'Myanmar', 'Tibetan'];
const spaceless = scripts.map((script) => `\\p{scx=${script}}`).join('');
const inWord = `(?![${spaceless}])[\\p{L}\\p{N}\\p{M}]`;
const beginsSpaceless = new RegExp(`^[${spaceless}]`, 'u');
const endsSpaceless = new RegExp(`[${spaceless}]$`, 'u');

/** What is longer is a text, and no name. */
const charsMax = 200;
/** Of one pattern: an engine takes no larger ones. */
const namesPerPattern = 200;

/** Together they look for all names, longer ones first. */
function patterns(names: readonly string[], flags: string, kept: readonly string[] = []): RegExp[] {
  const all = names
    .filter(({ length }) => length <= charsMax)
    .map(partsOf)
    .filter((parts) => parts.length > 0)
    .toSorted((a, b) => b.join(' ').length - a.join(' ').length);
  return Array.from({ length: Math.ceil(all.length / namesPerPattern) }, (_, i) =>
    pattern(all.slice(i * namesPerPattern, (i + 1) * namesPerPattern), flags, kept),
  );
}

function pattern(names: readonly (readonly string[])[], flags: string, kept: readonly string[]): RegExp {
  const parts = new Set(names.flat().map((part) => part.toLowerCase()));
  const near = kept.map(partsOf).filter((own) => own.some((part) => parts.has(part.toLowerCase())));
  const passed = near.map((own) => bordersOf(own).replace(' ', () => `(?i:${spelling(own)})`));
  const marks = [...[somebody, word].map(escaped), ...passed].join('|');
  const bordered = Map.groupBy(names, bordersOf);
  const ways = [...bordered].map(([borders, alike]) => {
    const [before, after] = borders.split(' ');
    return `${before}(?:${[...new Set(alike.map(spelling))].join('|')})${after}`;
  });
  return new RegExp(`(${marks})|${ways.join('|')}`, flags);
}

/** What must not stand before and after it. */
function bordersOf(parts: readonly string[]): string {
  const before = beginsSpaceless.test(parts[0] ?? '') ? '' : `(?<!${inWord})`;
  return `${before} ${endsSpaceless.test(parts.at(-1) ?? '') ? '' : `(?!${inWord})`}`;
}

/** Between spaces and hyphens: which of them stands there, people write as they like. */
function partsOf(name: string): string[] {
  return plainLetters(name.normalize('NFC'))
    .text.split(/[\s-]+/)
    .filter((part) => part !== '');
}

function hasSeveralParts(name: string): boolean {
  return partsOf(name).length > 1;
}

function spelling(parts: readonly string[]): string {
  return parts.map(escaped).join('[\\s-]+');
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
