// What the headers of a table mean: those of our own files, of Kumu, and what people write instead, in any order, case and
// with any accents.
import { fieldNames, fieldOf, type FieldName } from '../fields.ts';
import { snakeCase } from '../harvest/field-columns.ts';
import { stakeholderFields } from '../harvest/stakeholder-table.ts';
import { commonFields, kindNames, kindOf, type Kind } from '../kinds.ts';
import { kindFromWord } from './kind-words.ts';
import { sameWord } from './names.ts';
import { fitsField } from './read-value.ts';

export type Target =
  | { to: 'id' | 'title' | 'kind' }
  | { to: 'field'; field: FieldName; byId?: true }
  /** Worked out from the others, or said elsewhere. */
  | { to: 'known' }
  | { to: 'unknown' };

const titleWords = [
  'title',
  'name',
  'label',
  'text',
  'stakeholder',
  'actor',
  'element',
  'note',
  'nom',
  'nombre',
  'nome',
  'titre',
];
/** The meaning of these depends on what stands under them. */
const kindOrChoice = ['kind', 'type', 'category'];
const choicesByValue = ['sector', 'entity', 'resource', 'evidenceType'] as const satisfies readonly FieldName[];
const derivedWords = ['quadrant', 'salience', 'illustrative', 'image', 'email', 'progress', 'result', 'zone', 'color'];

const synonyms: Partial<Record<string, FieldName>> = {
  org: 'organisation',
  organization: 'organisation',
  position: 'role',
  attitude: 'stance',
  support: 'stance',
  description: 'note',
  notes: 'note',
  details: 'note',
  comment: 'note',
  comments: 'note',
  tag: 'tags',
  responsible: 'responsible',
  deadline: 'due',
  bywhen: 'due',
  duedate: 'due',
  lead: 'owner',
  relationshipowner: 'owner',
  engagement: 'engagement',
  impactonthem: 'impact',
  meansofverification: 'source',
  link: 'url',
  website: 'url',
};

const fieldsByWord = new Map<string, FieldName[]>();
function know(word: string | undefined, field: FieldName): void {
  if (word === undefined) return;
  const known = fieldsByWord.get(sameWord(word)) ?? [];
  if (!known.includes(field)) fieldsByWord.set(sameWord(word), [...known, field]);
}
for (const name of fieldNames) know(snakeCase(name), name);
for (const [word, field] of Object.entries(stakeholderFields)) if (field && word !== 'kind') know(word, field);
for (const name of fieldNames) for (const word of Object.values(fieldOf(name).label)) know(word, name);
for (const [word, field] of Object.entries(synonyms)) if (field) know(word, field);

/** Whether this could be the header of a column with names. */
export function isTitleHeader(header: string): boolean {
  const word = sameWord(header);
  return titleWords.includes(word) || kindFromWord(header) !== null;
}

/** How many of these a table of cards would have as headers. */
export function knownHeaders(headers: readonly string[]): number {
  return headers.filter((header) => {
    const word = sameWord(header);
    return [...titleWords, ...kindOrChoice, ...derivedWords, 'id'].includes(word) || fieldsByWord.has(word);
  }).length;
}

export interface HeaderPlan {
  targets: Target[];
  /** Of the rows that say none. */
  kind: Kind | null;
}

/** `valuesOf` gives what stands under a column. `kind`: what somebody has said that all of it is. */
export function readHeaders(
  headers: readonly string[],
  valuesOf: (column: number) => readonly string[],
  kind: Kind | null,
): HeaderPlan {
  const words = headers.map(sameWord);
  const title = titleColumn(words, headers);
  const meant = kind ?? (title === -1 ? null : kindFromTitle(words[title] ?? '')) ?? likelyKind(words);
  const taken = new Set<FieldName>();
  const targets = words.map((word, column): Target => {
    if (column === title) return { to: 'title' };
    if (word === 'id') return { to: 'id' };
    if (kindOrChoice.includes(word)) return byValues(valuesOf(column));
    const target = fieldTarget(word, words, meant);
    if (target.to === 'field' && taken.has(target.field)) return { to: 'known' };
    if (target.to === 'field') taken.add(target.field);
    return target;
  });
  return { targets, kind: meant };
}

function titleColumn(words: readonly string[], headers: readonly string[]): number {
  for (const wanted of titleWords) if (words.includes(wanted)) return words.indexOf(wanted);
  return headers.findIndex((header) => kindFromWord(header) !== null);
}

/** A column called "Goal" holds goals. */
function kindFromTitle(word: string): Kind | null {
  return word === 'note' ? null : kindFromWord(word);
}

function fieldTarget(word: string, words: readonly string[], kind: Kind | null): Target {
  const named = word.endsWith('id') ? cardField(word.slice(0, -2)) : null;
  if (named) return { to: 'field', field: named, byId: true };
  const candidates = fieldsByWord.get(word) ?? [];
  const own = kind === null ? [] : [...kindOf(kind).fields, ...commonFields];
  const field = candidates.find((name) => own.includes(name)) ?? candidates[0];
  if (field === undefined) return { to: derivedWords.includes(word) ? 'known' : 'unknown' };
  // The id of the same card stands in a column beside it.
  if (fieldOf(field).type === 'card' && words.includes(`${word}id`)) return { to: 'known' };
  // Influence is power, unless power stands there too: then it is the tower.
  if (field === 'influence' && !words.includes('power')) return { to: 'field', field: 'power' };
  return { to: 'field', field };
}

function cardField(word: string): FieldName | null {
  const field = (fieldsByWord.get(word) ?? []).find((name) => fieldOf(name).type === 'card');
  return field ?? null;
}

/** Kinds where half of them are kinds; else the choice that half of them fit. */
function byValues(values: readonly string[]): Target {
  const filled = values.map((value) => value.trim()).filter((value) => value !== '');
  const fits = (test: (value: string) => boolean): boolean =>
    filled.length > 0 && filled.filter(test).length * 2 >= filled.length;
  if (fits((value) => kindFromWord(value) !== null)) return { to: 'kind' };
  const field = choicesByValue.find((name) => fits((value) => fitsField(name, value)));
  if (field) return { to: 'field', field };
  return { to: filled.length === 0 ? 'known' : 'unknown' };
}

/** The kind that has most of these fields of its own; a tie goes to stakeholders, then to the order of kinds. */
function likelyKind(words: readonly string[]): Kind | null {
  const score = (kind: Kind): number =>
    words.filter((word) => fieldsByWord.get(word)?.some((name) => kindOf(kind).fields.includes(name))).length;
  const best = (['stakeholder', ...kindNames] as const).reduce((a, b) => (score(b) > score(a) ? b : a));
  return score(best) > 0 ? best : null;
}
